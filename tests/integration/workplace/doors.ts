import type { Problem } from '../../../src/domain/problem.js';
import { operations } from '../../../src/operations/registry.js';
import { clientKinds, type McpTestClient } from '../mcp/mcp-clients.js';

export interface CallAnswer {
  readonly isError: boolean;
  /** HTTP status; over MCP that of the problem, or 200. */
  readonly status: number;
  /** The result, or the problem. */
  // The tests look into answers; what is there is what they are about.
  readonly value: AnswerJson;
  readonly problem: Partial<Problem>;
}

/** A result as a test reads it: every member may be anything, absent ones are undefined. */
export interface AnswerJson {
  readonly [name: string]: AnswerJson;
}

/** A protocol by which an operation is called, by its name and the arguments of its schema. */
export interface Door {
  readonly name: 'MCP' | 'REST';
  call(operation: string, args?: Record<string, unknown>): Promise<CallAnswer>;
  close(): Promise<void>;
}

export async function openMcpDoor(
  origin: string,
  headers: Record<string, string> = {},
): Promise<Door> {
  const [today] = clientKinds;
  if (today === undefined) throw new Error('There is no client');
  const client: McpTestClient = await today.connect(origin, headers);
  return {
    name: 'MCP',
    async call(operation, args = {}) {
      // That some of it is from outside is said to models, and not over REST.
      const { isError, structured: marked } = await client.call(operation, args);
      const { untrusted: _marks, ...structured } = marked;
      const problem = isError ? (structured as Partial<Problem>) : {};
      return {
        isError,
        status: isError ? (problem.status ?? 0) : 200,
        value: structured as AnswerJson,
        problem,
      };
    },
    close: () => client.close(),
  };
}

export function openRestDoor(origin: string, headers: Record<string, string> = {}): Door {
  return {
    name: 'REST',
    async call(name, args = {}) {
      const operation = operations.find((one) => one.name === name);
      if (operation === undefined) throw new Error(`There is no operation ${name}`);
      const { method, path } = operation.http;
      const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part));
      const target = path.replaceAll(/\{(\w+)\}/g, (_all, part: string) =>
        encodeURIComponent(String(args[part])),
      );
      const rest = Object.entries(args).filter(([key]) => !inPath.has(key));
      const isQuery = method === 'GET' || method === 'DELETE';
      const query = isQuery ? toQuery(rest) : '';
      const response = await fetch(`${origin}${target}${query}`, {
        method,
        headers: {
          ...headers,
          Accept: 'application/json',
          ...(isQuery ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(isQuery ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
      });
      const body = await response.text();
      const parsed = (body === '' ? {} : JSON.parse(body)) as AnswerJson;
      const isError = response.status >= 400;
      const member = operation.restBody;
      return {
        isError,
        status: response.status,
        value: isError || member === null ? parsed : { [member]: parsed },
        problem: isError ? parsed : {},
      };
    },
    close: () => Promise.resolve(),
  };
}

function toQuery(entries: readonly (readonly [string, unknown])[]): string {
  const query = new URLSearchParams();
  for (const [key, value] of entries) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  }
  return query.size === 0 ? '' : `?${query}`;
}
