import { GraphError, type GraphErrorCode } from '../../domain/graph-error.js';
import { parseRetryAfter } from '../../domain/retry-after.js';
import { appAccount } from './graph-account.js';
import { adviceFor, adviceForCode } from './advice.js';
import { errorOf, wordsFit } from './error-body.js';
import type { Answer, GraphRequest, NoAnswer, Outcome } from './graph-request.js';

/**
 * The GraphError for a request that did not succeed.
 * Statuses: https://learn.microsoft.com/graph/errors; Planner's limit codes: /graph/api/resources/planner-overview.
 */
export function toGraphError(
  request: GraphRequest,
  outcome: Outcome,
  /** For how long nothing of this kind will be sent; 0 where that is not known. */
  closedMs = 0,
): GraphError {
  return 'failure' in outcome
    ? fromSilence(request, outcome)
    : fromAnswer(request, outcome, closedMs);
}

/** For what we find out ourselves. `applied: unknown` when a write had been sent by then. */
export function toOwnError(
  code: GraphErrorCode,
  message: string,
  applied: 'no' | 'unknown' = 'no',
): GraphError {
  return new GraphError({
    code,
    message,
    status: null,
    advice: adviceForCode(code),
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied,
  });
}

/** The query is left out: page tokens in it say nothing to a person. */
export function nameOf(request: GraphRequest): string {
  return `${request.method} ${request.path.split('?', 1)[0] ?? ''}`;
}

function fromAnswer(request: GraphRequest, answer: Answer, closedMs: number): GraphError {
  const { status } = answer;
  const askedMs = parseRetryAfter(answer.retryAfter, Date.now());
  const error = errorOf(answer.body);
  const limit = status === 403 && /^Maximum\w+$/.test(error.code) ? error.code : null;
  const code = limit === null ? codeFor(status, error.code, request) : 'limit_reached';
  const words = wordsFit(error.message, request) ? `: ${error.message}` : '';
  const named = error.code === '' ? '' : ` ${error.code.slice(0, 80)}`;
  const isClaimsChallenge = (answer.challenge ?? null) !== null;
  return new GraphError({
    code,
    message: `Microsoft Graph answered ${String(status)}${named} to ${nameOf(request)}${words}`,
    status,
    advice: adviceFor({
      code,
      status,
      word: error.code,
      isClaimsChallenge,
      isPerson: (request.account ?? appAccount).kind !== 'app',
    }),
    // Where Graph gave no time, the wait of the request itself grows from try to try, whatever the gate does.
    retryAfterMs: askedMs === null ? null : Math.max(askedMs, Math.ceil(closedMs)),
    limit,
    requestId: answer.requestId ?? error.requestId,
    clientRequestId: answer.clientRequestId ?? null,
    location: code === 'resync_required' ? (answer.location ?? null) : null,
    applied: isRefusal(status) ? 'no' : unlessRead(request),
  });
}

function fromSilence(request: GraphRequest, silence: NoAnswer): GraphError {
  return new GraphError({
    code: silence.failure,
    message: `${silence.reason} (${nameOf(request)})`,
    status: null,
    advice: adviceForCode(silence.failure),
    retryAfterMs: null,
    limit: null,
    requestId: null,
    clientRequestId: silence.clientRequestId ?? null,
    applied: silence.mayHaveArrived ? unlessRead(request) : 'no',
  });
}

/** https://learn.microsoft.com/graph/delta-query-overview: 410 and these codes say that a token is too old. */
const resyncWord = /^(resync|syncState(NotFound|Invalid))/i;

/**
 * What Exchange says of an id that nothing can have, or that is of another kind or mailbox: there is no such thing.
 * https://learn.microsoft.com/graph/errors, https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode
 */
const absentWord =
  /^(Error(InvalidId\w*|ItemNotFound|FolderNotFound|NonExistentMailbox|CannotUse(FolderIdForItemId|ItemIdForFolderId))|Mailbox(NotEnabled|NotSupported)ForRESTAPI)$/;

function codeFor(status: number, word: string, request: GraphRequest): GraphErrorCode {
  if (status < 500 && resyncWord.test(word)) return 'resync_required';
  if (status >= 400 && status < 500 && absentWord.test(word)) return 'not_found';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
    case 451:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 410:
      return isDelta(request) ? 'resync_required' : 'not_found';
    case 405:
    case 501:
      return 'not_supported';
    case 409:
    case 423:
      return 'conflict';
    case 412:
    case 428:
      return 'precondition_failed';
    case 424:
      return 'failed_dependency';
    case 408:
      return 'timeout';
    case 429:
    case 509:
      return 'throttled';
    case 507:
      return 'limit_reached';
    default:
      if (status >= 500) return 'unavailable';
      return status >= 400 ? 'bad_request' : 'unexpected';
  }
}

function isDelta({ path }: GraphRequest): boolean {
  return /\/(\w+\.)?delta(\(|\?|$)/.test(path);
}

/** Graph did nothing of it. After a 408 nobody knows. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

function unlessRead(request: GraphRequest): 'no' | 'unknown' {
  return request.method === 'GET' ? 'no' : 'unknown';
}
