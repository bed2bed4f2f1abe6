import {
  Client as NextClient,
  StreamableHTTPClientTransport as NextTransport,
} from '@modelcontextprotocol/client';
import { Client as TodaysClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TodaysTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

export interface ToolAnswer {
  readonly isError: boolean;
  readonly structured: Record<string, unknown>;
  readonly texts: readonly string[];
}

/** What the tests need of a client, whichever SDK and era it speaks. */
export interface McpTestClient {
  /** Null for the new era, which has no handshake. */
  readonly protocolVersion: string | null;
  /** `signal`: takes the call back, as the era does it. */
  call(name: string, args: Record<string, unknown>, signal?: AbortSignal): Promise<ToolAnswer>;
  /** A call that is told of its progress; answers what was told. */
  callTold(name: string, args: Record<string, unknown>): Promise<readonly number[]>;
  listTools(): Promise<readonly { name: string; outputSchema?: unknown }[]>;
  readResource(uri: string): Promise<string>;
  listResourceTemplates(): Promise<readonly string[]>;
  listPrompts(): Promise<readonly { name: string }[]>;
  getPrompt(name: string, args: Record<string, string>): Promise<string>;
  complete(request: CompleteRequest): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface CompleteRequest {
  readonly ref: { type: 'ref/prompt'; name: string } | { type: 'ref/resource'; uri: string };
  readonly argument: { name: string; value: string };
  readonly context?: { arguments: Record<string, string> };
}

export interface ClientKind {
  readonly name: string;
  readonly era: 'legacy' | 'modern';
  connect(origin: string, headers?: Record<string, string>, path?: string): Promise<McpTestClient>;
}

/** Hosts of today and of tomorrow. */
export const clientKinds: readonly ClientKind[] = [
  { name: "today's SDK", era: 'legacy', connect: connectToday },
  {
    name: 'the new SDK in the older era',
    era: 'legacy',
    connect: (origin, headers, path) => connectNext(origin, 'legacy', { headers, path }),
  },
  {
    name: 'the new SDK in the era 2026-07-28',
    era: 'modern',
    connect: (origin, headers, path) =>
      connectNext(origin, { pin: '2026-07-28' }, { headers, path }),
  },
];

async function connectToday(
  origin: string,
  headers: Record<string, string> = {},
  path = '/mcp',
): Promise<McpTestClient> {
  const client = new TodaysClient({ name: 'todays-host', version: '1.0.0' });
  const transport = new TodaysTransport(new URL(path, origin), { requestInit: { headers } });
  await client.connect(transport);
  return wrap(client, transport.protocolVersion ?? null);
}

async function connectNext(
  origin: string,
  mode: 'legacy' | { pin: string },
  { headers, path }: { headers?: Record<string, string> | undefined; path?: string | undefined },
): Promise<McpTestClient> {
  const client = await nextClient(origin, mode, headers, path);
  return wrap(client, mode === 'legacy' ? (client.getNegotiatedProtocolVersion() ?? null) : null);
}

/** The new SDK's client as it is, for what only it can do. */
export async function nextClient(
  origin: string,
  mode: 'legacy' | { pin: string },
  headers: Record<string, string> = {},
  path = '/mcp',
): Promise<NextClient> {
  const client = new NextClient(
    { name: 'next-host', version: '1.0.0' },
    { versionNegotiation: { mode } },
  );
  const transport = new NextTransport(new URL(path, origin), { requestInit: { headers } });
  await client.connect(transport);
  return client;
}

function wrap(client: TodaysClient | NextClient, protocolVersion: string | null): McpTestClient {
  return {
    protocolVersion,
    async call(name, args, signal) {
      const params = { name, arguments: args };
      const options = signal === undefined ? {} : { signal };
      const result =
        client instanceof TodaysClient
          ? await client.callTool(params, undefined, options)
          : await client.callTool(params, options);
      const content = result.content as { type: string; text: string }[];
      return {
        isError: result.isError === true,
        structured: result.structuredContent as Record<string, unknown>,
        texts: content.map(({ text }) => text),
      };
    },
    async callTold(name, args) {
      const told: number[] = [];
      const params = { name, arguments: args };
      const options = {
        onprogress: ({ progress }: { progress: number }) => void told.push(progress),
      };
      await (client instanceof TodaysClient
        ? client.callTool(params, undefined, options)
        : client.callTool(params, options));
      return told;
    },
    listTools: async () => (await client.listTools()).tools,
    async readResource(uri) {
      const [content] = (await client.readResource({ uri })).contents;
      return content !== undefined && 'text' in content ? content.text : '';
    },
    listResourceTemplates: async () =>
      (await client.listResourceTemplates()).resourceTemplates.map(
        ({ uriTemplate }) => uriTemplate,
      ),
    listPrompts: async () => (await client.listPrompts()).prompts,
    async getPrompt(name, args) {
      const { messages } = await client.getPrompt({ name, arguments: args });
      return messages
        .map(({ content }) => (content.type === 'text' ? content.text : ''))
        .join('\n');
    },
    complete: async (request) => (await client.complete(request)).completion.values,
    close: () => client.close(),
  };
}
