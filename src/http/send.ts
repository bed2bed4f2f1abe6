import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '../domain/problem.js';

/** Extra headers of an answer, as name, value, name, value. */
export type HeaderPairs = readonly string[];

const jsonType = 'application/json; charset=utf-8';
const problemType = 'application/problem+json; charset=utf-8';

/** Sends JSON text as it is. One `writeHead` with a flat list: this is the hot path. */
export function sendJson(
  response: ServerResponse,
  status: number,
  json: string,
  headers: HeaderPairs = [],
): void {
  response.writeHead(status, [
    'Content-Type',
    status >= 400 ? problemType : jsonType,
    'Content-Length',
    String(Buffer.byteLength(json)),
    'Cache-Control',
    'no-store',
    ...headers,
  ]);
  response.end(json);
}

export function sendNothing(response: ServerResponse, headers: HeaderPairs = []): void {
  response.writeHead(204, ['Cache-Control', 'no-store', ...headers]);
  response.end();
}

/** Sends `application/problem+json`. */
export function sendProblem(
  response: ServerResponse,
  problem: Problem,
  headers: HeaderPairs = [],
): void {
  sendJson(response, problem.status, JSON.stringify(problem), headers);
}

/** A problem that closes the connection, because the rest of the request is not wanted. */
export function sendProblemAndClose(
  request: IncomingMessage,
  response: ServerResponse,
  problem: Problem,
): void {
  sendProblem(response, problem, ['Connection', 'close']);
  // The caller may still be sending and would see a reset instead of the answer, so read on for a moment.
  request.resume();
  const timer = setTimeout(() => request.destroy(), 2_000);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}
