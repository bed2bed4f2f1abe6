import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { approvalSchema, onlookerOf } from './approval-schemas.js';

const usual = 20;

export const approvalsList = defineOperation({
  name: 'approvals_list',
  title: 'List approvals',
  description:
    'Lists what you asked for that needs a person, newest first; with the scope approvals:decide, what all agents asked for. Use it to see what waits.',
  input: z.strictObject({
    state: z
      .enum(['open', 'all'])
      .optional()
      .describe('open: not decided or being done; all (default).'),
    limit: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe(`${String(usual)} when left out.`),
  }),
  output: z.object({ approvals: z.array(approvalSchema) }),
  outsideText: ['approvals[].effect', 'approvals[].details', 'approvals[].result'],
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'approvals:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/approvals', successStatus: 200 },
  handler: async ({ approvals }, { state = 'all', limit = usual }, call) => {
    const views = await approvals.list(onlookerOf(call), { limit, isOpenOnly: state === 'open' });
    return { status: 200, json: JSON.stringify({ approvals: views }) };
  },
});
