/**
 * What can go wrong at Microsoft Graph, one code per thing that callers treat differently.
 * Statuses and Planner's codes: https://learn.microsoft.com/graph/errors and /graph/api/resources/planner-overview.
 */
export type GraphErrorCode =
  | 'bad_request' // 400
  | 'unauthorized' // 401, also when no token could be had
  | 'forbidden' // 403 without a limit code
  | 'limit_reached' // 403 with a Maximum… code, kept in `limit`
  | 'not_found' // 404, 410
  | 'conflict' // 409: stale etag and conflicting change
  | 'precondition_failed' // 412: etag missing, wrong or too old
  | 'throttled' // 429
  | 'unavailable' // 5xx
  | 'failed_dependency' // 424 inside a batch
  | 'timeout' // no answer within the HTTP timeout
  | 'unreachable' // no connection, or it broke
  | 'unexpected'; // anything else, an answer that cannot be read among it

export interface GraphErrorDetails {
  readonly code: GraphErrorCode;
  readonly message: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** What a person should do about it, one sentence. */
  readonly advice: string;
  /** From Retry-After (seconds or date), at least 1,000; null when Graph gave none. */
  readonly retryAfterMs: number | null;
  /** Planner's limit code, for instance MaximumTasksInProject. */
  readonly limit: string | null;
  readonly requestId: string | null;
  /** `unknown`: a write may have been done although it failed here (answer lost, 5xx). */
  readonly applied: 'no' | 'unknown';
}

/** A failed Graph request. Never carries tokens, bodies or etags. */
export class GraphError extends Error implements GraphErrorDetails {
  override readonly name = 'GraphError';
  readonly code: GraphErrorCode;
  readonly status: number | null;
  readonly advice: string;
  readonly retryAfterMs: number | null;
  readonly limit: string | null;
  readonly requestId: string | null;
  readonly applied: 'no' | 'unknown';

  constructor(details: GraphErrorDetails, options?: ErrorOptions) {
    super(details.message, options);
    this.code = details.code;
    this.status = details.status;
    this.advice = details.advice;
    this.retryAfterMs = details.retryAfterMs;
    this.limit = details.limit;
    this.requestId = details.requestId;
    this.applied = details.applied;
  }
}
