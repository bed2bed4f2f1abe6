import type { GraphRequest } from './graph-request.js';

/** Graph's error object: `{"error":{"code","message","innerError":{"request-id"}}}`. Planner often leaves the code empty. */
export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
}

export function errorOf(body: unknown): ErrorBody {
  const error = property(body, 'error');
  const inner = property(error, 'innerError') ?? property(error, 'innererror');
  return {
    code: text(property(error, 'code')) ?? '',
    message: text(property(error, 'message')) ?? '',
    requestId: text(property(inner, 'request-id')),
  };
}

const longestMessage = 300;
const shortestTelling = 3;

/**
 * Whether Graph's own words may stand in an error that people, logs and Temporal's history see: they must not repeat
 * anything of the request's body or headers, nor hold an address, a token or an etag.
 */
export function wordsFit(message: string, request: GraphRequest): boolean {
  if (message === '' || message.length > longestMessage) return false;
  if (/:\/\/|eyJ|W\/"|bearer/i.test(message)) return false;
  const values = [...Object.values(request.headers ?? {}), ...textsIn(request.body)];
  return !values.some((value) => value.length >= shortestTelling && message.includes(value));
}

/** Property names of Graph's schema are no secret; the keys of a map may be (a reference's key is its URL). */
const schemaName = /^[@\w.]+$/;

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!schemaName.test(key)) yield key;
    yield* textsIn(inner);
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
