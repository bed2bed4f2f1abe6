import type { Tool } from '@modelcontextprotocol/server';
import { toAnswerSchema } from '../operations/answer-schema.js';
import type { Operation } from '../operations/define-operation.js';
import { problemSchema } from '../operations/problem-schema.js';

const problem = toAnswerSchema(problemSchema);

/** Clients check an error's content against this schema too, so it has to admit the problem object. */
export function toOutputSchema({ output }: Operation): NonNullable<Tool['outputSchema']> {
  return { type: 'object', anyOf: [toAnswerSchema(output), problem] };
}
