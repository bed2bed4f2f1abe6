/**
 * What can go wrong at Microsoft Graph, one code per thing that callers treat differently.
 * Statuses and Planner's codes: https://learn.microsoft.com/graph/errors and /graph/api/resources/planner-overview.
 */
export type GraphErrorCode =
  | 'bad_request' // 400, 406, 413, 415 and what has no code of its own
  | 'unauthorized' // 401, also when no token could be had
  | 'reauth_required' // the person of the account must sign in again; nothing was sent
  | 'forbidden' // 403 without a limit code
  | 'limit_reached' // 403 with a Maximum… code, kept in `limit`; 507
  | 'not_found' // 404, 410
  | 'not_supported' // 405, 501: not offered, or not to an app alone
  | 'resync_required' // 410 of a delta query, or a code that says so: `location` may say where to begin anew
  | 'conflict' // 409: stale etag and conflicting change; 423
  | 'precondition_failed' // 412: etag missing, wrong or too old
  | 'throttled' // 429, 509, and what we do not send because Graph asked to wait or the budget is used up
  | 'unavailable' // 5xx, and what we do not send because too much of that kind failed
  | 'failed_dependency' // 424 inside a batch
  | 'timeout' // no answer within the HTTP timeout
  | 'unreachable' // no connection, or it broke
  | 'cancelled' // nobody waits for the answer any more
  | 'unexpected'; // anything else, an answer that cannot be read among it

export interface GraphErrorDetails {
  readonly code: GraphErrorCode;
  readonly message: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** What a person should do about it, one sentence. */
  readonly advice: string;
  /**
   * When it may be tried again: after Graph's Retry-After (seconds or date), and not before anything of this kind may be
   * sent, with a spread so that not all come at once. Null when nothing says.
   */
  readonly retryAfterMs: number | null;
  /** Planner's limit code, for instance MaximumTasksInProject. */
  readonly limit: string | null;
  /** Graph's own id of the request. */
  readonly requestId: string | null;
  /** Our id of the request, which Microsoft's support asks for; null when none was sent. */
  readonly clientRequestId?: string | null;
  /** Only with `resync_required`: the link to begin with, as Graph gave it. */
  readonly location?: string | null;
  /** `unknown`: a write may have been done although it failed here (answer lost, 5xx). */
  readonly applied: 'no' | 'unknown';
}

/**
 * A failed Graph request. Never carries tokens, bodies or etags. Its message ends without a full stop, whatever Graph's own
 * words end with: advice follows it.
 */
export class GraphError extends Error implements GraphErrorDetails {
  override readonly name = 'GraphError';
  readonly code: GraphErrorCode;
  readonly status: number | null;
  readonly advice: string;
  readonly retryAfterMs: number | null;
  readonly limit: string | null;
  readonly requestId: string | null;
  readonly clientRequestId: string | null;
  readonly location: string | null;
  readonly applied: 'no' | 'unknown';

  constructor(details: GraphErrorDetails, options?: ErrorOptions) {
    super(details.message.replace(/[.\s]+$/, ''), options);
    this.code = details.code;
    this.status = details.status;
    this.advice = details.advice;
    this.retryAfterMs = details.retryAfterMs;
    this.limit = details.limit;
    this.requestId = details.requestId;
    this.clientRequestId = details.clientRequestId ?? null;
    this.location = details.location ?? null;
    this.applied = details.applied;
  }
}
