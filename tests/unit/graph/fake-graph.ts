import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import {
  createGraphGateway,
  type GraphGateway,
  type GraphGatewayOptions,
} from '../../../src/graph/gateway/graph-gateway.js';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** `body` is sent as JSON, a string as it is; `silence` never answers, `broken` closes the connection. */
export type Reply =
  { status?: number; headers?: Record<string, string>; body?: unknown } | 'silence' | 'broken';

export interface FakeGraph {
  readonly received: Received[];
  readonly gateway: GraphGateway;
  readonly origin: string;
  close(): Promise<void>;
}

/** A server that says what a test tells it to, over real HTTP, and the gateway that talks to it. */
export async function startFakeGraph(
  reply: (request: Received, count: number) => Reply,
  options: Partial<GraphGatewayOptions> = {},
): Promise<FakeGraph> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      });
      const answer = reply(received.at(-1) ?? never(), received.length);
      if (answer === 'silence') return;
      if (answer === 'broken') {
        request.socket.destroy();
        return;
      }
      const { status = 200, headers = {}, body } = answer;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  return {
    received,
    origin,
    gateway: createGraphGateway({
      baseUrl: origin,
      getToken: () => Promise.resolve('token-1'),
      httpTimeoutMs: 5_000,
      logger: pino({ level: 'silent' }),
      random: () => 0,
      ...options,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function itemsOf(request: Received): readonly BatchItem[] {
  return (request.body as { requests: BatchItem[] }).requests;
}

/** An answer to a batch: each item by a function, in reverse order, as Graph is free to do. */
export function batchReply(
  request: Received,
  reply: (item: BatchItem) => { status: number; headers?: object; body?: unknown } | undefined,
): Reply {
  const responses = itemsOf(request).flatMap((item) => {
    const answer = reply(item);
    return answer === undefined ? [] : [{ id: item.id, ...answer }];
  });
  return { body: { responses: responses.toReversed() } };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function never(): never {
  throw new Error('nothing was received');
}
