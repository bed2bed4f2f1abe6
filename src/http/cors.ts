import type { IncomingMessage, ServerResponse } from 'node:http';

const exposed = [
  'X-Request-Id',
  'Location',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'WWW-Authenticate',
  'Idempotency-Replayed',
].join(', ');
const sendable = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'Last-Event-ID',
  'X-Request-Id',
  'X-Agent-Name',
  'X-Tandem-Profile',
  'X-Poll-Secret',
  'MCP-Protocol-Version',
  'Mcp-Method',
  'Mcp-Name',
  // Temporal's Web UI sends it to the codec endpoint.
  'X-Namespace',
].join(', ');

/** Lets a page of an allowed origin read the answer. Keys go in headers, so cookies are never asked for. */
export function allowOrigin(response: ServerResponse, origin: string): void {
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', exposed);
  response.setHeader('Vary', 'Origin');
}

/** Where a page may be set to send credentials with everything: without this header it could not read the answer. */
export function allowCredentials(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Credentials', 'true');
}

/** A browser asks before it sends. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

export function answerPreflight(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE');
  response.setHeader('Access-Control-Allow-Headers', sendable);
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(204);
  response.end();
}
