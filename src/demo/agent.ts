import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { TaskDocument, UpdateEvent } from '../domain/task.js';
import { DemoError, type DemoOptions } from './options.js';

/** Any of today's MCP clients: built on the SDK that most hosts still speak. */
export interface Agent {
  createTask(fields: Record<string, unknown>): Promise<TaskDocument>;
  /** Where the event stream stands now. */
  currentCursor(): Promise<string>;
  eventsSince(cursor: string): Promise<{ events: readonly UpdateEvent[]; cursor: string }>;
  close(): Promise<void>;
}

export async function connectAgent({ mcpUrl, apiKey }: DemoOptions): Promise<Agent> {
  const headers: Record<string, string> = { 'X-Agent-Name': 'demo-agent' };
  if (apiKey !== null) headers['Authorization'] = `Bearer ${apiKey}`;
  const client = new Client({ name: 'demo-agent', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(mcpUrl, {
    requestInit: { headers: { ...headers, 'X-Tandem-Profile': 'all' } },
  });
  try {
    await client.connect(transport);
  } catch (error) {
    throw new DemoError(explainConnection(mcpUrl, error));
  }
  return {
    async createTask(fields) {
      return (await call<{ task: TaskDocument }>('task_create', fields)).task;
    },
    async currentCursor() {
      return (await call<{ cursor: string }>('task_events_since', { limit: 1 })).cursor;
    },
    eventsSince: (after) => call('task_events_since', { after, limit: 200 }),
    close: () => client.close(),
  };

  async function call<T>(name: string, args: Record<string, unknown>): Promise<T> {
    const result = await client.callTool({ name, arguments: args });
    if (result.isError === true) throw new DemoError(`${name} failed: ${textOf(result.content)}`);
    return result.structuredContent as T;
  }
}

function explainConnection(url: URL, error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/401|unauthorized/i.test(text)) {
    return `${url.href} wants a key: pass --api-key, or set TANDEM_API_KEY.`;
  }
  return `Nothing answers at ${url.href}. Start Tandem first (npm start), or say where it is with --url.`;
}

function textOf(content: unknown): string {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [];
  return parts
    .flatMap((part) =>
      typeof part === 'object' && part !== null && 'text' in part ? [String(part.text)] : [],
    )
    .join('\n  ');
}
