import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { RateLimitedError } from '../access/rate-limits.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { challengeOf } from './challenge.js';
import { requestIdOf } from './exchange.js';
import { rateHeaders } from './rate-headers.js';
import { sendProblem, sendProblemAndClose } from './send.js';

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
  switch (problem.status) {
    case 401:
    case 403:
      sendProblem(
        response,
        problem,
        error instanceof ProblemError ? challengeOf(error, request) : [],
      );
      return;
    case 413:
    case 415:
      sendProblemAndClose(request, response, problem);
      return;
    case 429:
    case 503:
      sendProblem(response, problem, [
        'Retry-After',
        String(problem.retryAfter ?? 1),
        ...rateHeaders(error instanceof RateLimitedError ? error.standing : null),
      ]);
      return;
    default:
      sendProblem(response, problem);
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
