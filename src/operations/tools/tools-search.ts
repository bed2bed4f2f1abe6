import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { risks } from '../define-action.js';

export const toolsSearch = defineOperation({
  name: 'tools_search',
  title: 'Find tools',
  description:
    'Finds tools by words and answers what they take. Use it when no tool listed here does the job, then tools_call.',
  input: z.strictObject({
    query: z
      .string()
      .trim()
      .min(1)
      .max(400)
      .describe('What is to be done, in English: "forward mail".'),
    limit: z.int().min(1).max(20).default(5).describe('How many.'),
  }),
  output: z.object({
    tools: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        inputSchema: z
          .record(z.string(), z.unknown())
          .optional()
          .describe('JSON Schema of its arguments; only where it is allowed.'),
        readOnly: z.boolean(),
        risk: z.enum(risks).optional().describe('Why a person may be asked before it is done.'),
        allowed: z.boolean(),
        reason: z.string().optional().describe('Why it is not allowed.'),
      }),
    ),
    more: z.int().describe('How many others fit less well.'),
  }),
  restBody: null,
  area: 'admin',
  isCore: true,
  features: [],
  scope: null,
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/tools', successStatus: 200 },
  handler: async ({ tools }, { query, limit }, { caller }) => ({
    status: 200,
    json: JSON.stringify(tools.search(query, { limit, caller })),
  }),
});
