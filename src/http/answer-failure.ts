import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ProblemError, type Problem } from '../domain/problem.js';
import { challengeOf } from './challenge.js';
import { requestIdOf } from './exchange.js';
import { sendProblem, sendProblemAndClose, type HeaderPairs } from './send.js';

/** Answers a failed request with its problem; what is no ProblemError is logged and shown only as an id. */
export function answerFailure(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  logger: Logger,
): void {
  const problem = toProblem(error, requestIdOf(response), logger);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (problem.status === 413 || problem.status === 415) {
    sendProblemAndClose(request, response, problem);
  } else sendProblem(response, problem, failureHeaders(error, problem, request));
}

/** What the headers say of a failure: how to prove oneself, or when to come again. */
export function failureHeaders(
  error: unknown,
  problem: Problem,
  request: IncomingMessage,
): HeaderPairs {
  switch (problem.status) {
    case 401:
    case 403:
      return error instanceof ProblemError ? challengeOf(error, request) : [];
    case 429:
    case 503:
      return ['Retry-After', String(problem.retryAfter ?? 1)];
    default:
      return [];
  }
}

/** What a caller may see of a failure. The rest goes to the log, under `correlationId`. */
export function toProblem(error: unknown, correlationId: string, logger: Logger): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  logger.error({ err: error, requestId: correlationId }, 'Request failed unexpectedly');
  return new ProblemError(
    'internal',
    `An unexpected failure. The server's log has it under ${correlationId}`,
  ).toProblem();
}
