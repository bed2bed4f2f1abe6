import { GraphError, type GraphErrorCode } from '../../domain/graph-error.js';
import { parseRetryAfter } from '../../domain/retry-after.js';
import { adviceFor } from './advice.js';
import { errorOf, wordsFit } from './error-body.js';
import type { Answer, GraphRequest, NoAnswer, Outcome } from './graph-request.js';

/**
 * The GraphError for a request that did not succeed.
 * Statuses: https://learn.microsoft.com/graph/errors; Planner's limit codes: /graph/api/resources/planner-overview.
 */
export function toGraphError(request: GraphRequest, outcome: Outcome): GraphError {
  return 'failure' in outcome ? fromSilence(request, outcome) : fromAnswer(request, outcome);
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
    advice: adviceFor(code, null),
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied,
  });
}

function fromAnswer(request: GraphRequest, answer: Answer): GraphError {
  const error = errorOf(answer.body);
  const limit = answer.status === 403 && /^Maximum\w+$/.test(error.code) ? error.code : null;
  const code = codeFor(answer.status, limit);
  const words = wordsFit(error.message, request) ? `: ${error.message}` : '';
  const named = error.code === '' ? '' : ` ${error.code.slice(0, 80)}`;
  return new GraphError({
    code,
    message: `Microsoft Graph answered ${String(answer.status)}${named} to ${nameOf(request)}${words}`,
    status: answer.status,
    advice: adviceFor(code, limit),
    retryAfterMs: parseRetryAfter(answer.retryAfter, Date.now()),
    limit,
    requestId: answer.requestId ?? error.requestId,
    applied: answer.status >= 400 && answer.status < 500 ? 'no' : unlessRead(request),
  });
}

function fromSilence(request: GraphRequest, silence: NoAnswer): GraphError {
  return new GraphError({
    code: silence.failure,
    message: `${silence.reason} (${nameOf(request)})`,
    status: null,
    advice: adviceFor(silence.failure, null),
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied: silence.mayHaveArrived ? unlessRead(request) : 'no',
  });
}

function codeFor(status: number, limit: string | null): GraphErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return limit === null ? 'forbidden' : 'limit_reached';
    case 404:
    case 410:
      return 'not_found';
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
    default:
      if (status >= 500) return 'unavailable';
      return status >= 400 ? 'bad_request' : 'unexpected';
  }
}

function unlessRead(request: GraphRequest): 'no' | 'unknown' {
  return request.method === 'GET' ? 'no' : 'unknown';
}

/** The query is left out: page tokens in it say nothing to a person. */
function nameOf(request: GraphRequest): string {
  return `${request.method} ${request.path.split('?', 1)[0] ?? ''}`;
}
