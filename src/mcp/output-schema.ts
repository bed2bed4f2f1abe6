import type { Tool } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Operation } from '../operations/define-operation.js';

/** Clients check an error's content against this schema too, so it has to admit the problem object. */
export function toOutputSchema({ output }: Operation): NonNullable<Tool['outputSchema']> {
  return { type: 'object', anyOf: [toJsonSchema(output), toJsonSchema(problemSchema)] };
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().describe('As an HTTP status: 400 to 599.'),
    code: z.string().describe('Stable; decide by this.'),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          message: z.string(),
          suggestion: z.string().optional(),
          candidates: z
            .array(z.object({ id: z.string(), name: z.string(), mail: z.string().optional() }))
            .optional()
            .describe('What a name may have meant; send the id.'),
        }),
      )
      .optional()
      .describe('Every field that is wrong.'),
    current: z.unknown().optional().describe('With stale_revision: the task as it is now.'),
    scope: z.string().optional().describe('With insufficient_scope: the scope that is needed.'),
    retryAfter: z.int().optional().describe('Seconds to wait before the same call.'),
  })
  .describe('What went wrong, when the result is an error.');

/** Without `$schema`: clients that only know draft 7 would refuse the 2020-12 name, and nothing here needs it. */
function toJsonSchema(schema: z.ZodObject) {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'output',
    // Answers may gain fields in a later version; a client of today must not fail on them.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return JSON.parse(JSON.stringify(json));
}
