import type { ServerResponse } from 'node:http';
import { eventStreamHeaders } from '../http/event-stream-headers.js';

/** A listener that reads slower than this many bytes of updates is cut off; it reconnects and reads anew. */
const slowClientBytes = 1_048_576;

export interface RpcFailure {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** A failure before the SDK took over: a JSON-RPC error that belongs to no request. */
export function sendRpcError(
  response: ServerResponse,
  { status, code, message, data }: RpcFailure,
  headers: readonly string[] = [],
): void {
  const error = data === undefined ? { code, message } : { code, message, data };
  sendRpcJson(response, status, JSON.stringify({ jsonrpc: '2.0', id: null, error }), headers);
}

export function sendRpcJson(
  response: ServerResponse,
  status: number,
  json: string,
  headers: readonly string[] = [],
): void {
  response.writeHead(status, [
    'Content-Type',
    'application/json',
    'Content-Length',
    String(Buffer.byteLength(json)),
    'Cache-Control',
    'no-store',
    ...headers,
  ]);
  response.end(json);
}

/** Sends what the SDK answered: whole where it is JSON, as it comes where it is an event stream. */
export async function sendWebResponse(response: ServerResponse, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.body === null) {
    response.writeHead(answer.status).end();
    return;
  }
  if (!type.startsWith('text/event-stream')) {
    const allow = answer.headers.get('allow');
    sendRpcJson(
      response,
      answer.status,
      await answer.text(),
      allow === null ? [] : ['Allow', allow],
    );
    return;
  }
  response.writeHead(answer.status, [...eventStreamHeaders]);
  response.flushHeaders();
  for await (const chunk of answer.body) {
    response.write(chunk);
    if (response.writableLength > slowClientBytes) response.destroy();
    if (response.destroyed) break;
  }
  response.end();
}
