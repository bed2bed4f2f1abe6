import type { GraphAnswer } from './exchange.js';
import type { GraphFailure } from './graph-failure.js';

export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** Graph's error body; its `date` has no zone. */
export function toErrorAnswer(failure: GraphFailure, ids: RequestIds, now: Date): GraphAnswer {
  return {
    status: failure.status,
    headers: failure.headers,
    body: JSON.stringify({
      error: {
        code: failure.code,
        message: failure.message,
        innerError: {
          date: now.toISOString().slice(0, 19),
          'request-id': ids.requestId,
          'client-request-id': ids.clientRequestId,
        },
      },
    }),
  };
}
