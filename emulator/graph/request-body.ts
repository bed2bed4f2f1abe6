import type { HttpCall } from './exchange.js';
import { GraphFailure } from './graph-failure.js';

/** The JSON of a request that carries one; 400 in Graph's words when it is not JSON. */
export function readJson(call: HttpCall): unknown {
  const takesBody = call.method === 'POST' || call.method === 'PATCH' || call.method === 'PUT';
  if (!takesBody) return undefined;
  // An action without parameters, such as reauthorize, is a POST of nothing.
  if (call.method === 'POST' && call.text === '') return undefined;
  if (!/^application\/json\b/i.test(call.header('content-type') ?? '')) {
    throw new GraphFailure(
      400,
      'BadRequest',
      'Entity only allows writes with a JSON Content-Type header.',
    );
  }
  try {
    return JSON.parse(call.text) as unknown;
  } catch {
    throw new GraphFailure(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
