import * as z from 'zod';
import { problemCatalogue } from '../domain/problem.js';

/** RFC 9457 with our members. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z
      .string()
      .describe(`Stable; decide by this: ${Object.keys(problemCatalogue).join(', ')}.`),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          message: z.string(),
          suggestion: z.string().optional(),
          candidates: z
            .array(
              z.object({
                id: z.string(),
                name: z.string(),
                mail: z.string().optional(),
                jobTitle: z.string().optional(),
                department: z.string().optional(),
              }),
            )
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
  .describe('What went wrong (RFC 9457).');
