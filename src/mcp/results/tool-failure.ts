import { randomUUID } from 'node:crypto';
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import { ProblemError, type Problem } from '../../domain/problem.js';
import type { OperationArea } from '../../operations/operation-area.js';
import { repairAdvice } from '../repair-advice.js';

/**
 * The problem as data, the same as text, and what to do about it in words. The text holds all of it: of errors some hosts
 * show the model nothing else. https://github.com/anthropics/claude-code/issues/86032
 */
export function toFailure(
  problem: Problem,
  area: OperationArea | null,
  next = repairAdvice(problem, area),
): CallToolResult {
  return {
    isError: true,
    content: [
      { type: 'text', text: JSON.stringify(problem) },
      { type: 'text', text: next },
    ],
    structuredContent: { ...problem },
  };
}

/** What may be told of an error; of one that nobody foresaw only an id for the log. */
export function toToolProblem(error: unknown, tool: string, logger: Logger): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  const correlationId = randomUUID();
  logger.error({ err: error, tool, correlationId }, 'Tool failed unexpectedly');
  return new ProblemError(
    'internal',
    `An unexpected failure. The server's log has it under ${correlationId}`,
  ).toProblem();
}
