import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { actionSchema, toActionView } from './action-view.js';

const usual = 20;

export const actionsList = defineOperation({
  name: 'actions_list',
  title: 'List what you did',
  description:
    'Lists what you did at Microsoft in the last 7 days, newest first. Use it to find the actionId for actions_undo.',
  input: z.strictObject({
    limit: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe(`${String(usual)} when left out.`),
  }),
  output: z.object({ actions: z.array(actionSchema) }),
  outsideText: ['actions[].effect'],
  restBody: null,
  area: 'admin',
  features: [],
  scope: null,
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/actions', successStatus: 200 },
  handler: async ({ actions }, { limit = usual }, { caller }) => {
    const found = await actions.list(caller.owner, limit);
    return { status: 200, json: JSON.stringify({ actions: found.map(toActionView) }) };
  },
});
