import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { openBoard } from './open-board.js';
import { planInput } from './planner-inputs.js';
import { requirePlan } from './planner-names.js';
import { planSchema, toPlan } from './planner-schemas.js';

export const plannerGetPlan = defineOperation({
  name: 'planner_get_plan',
  title: 'Get a plan',
  description:
    'Returns a plan with buckets in board order and labels. Use it to learn their names.',
  input: z.strictObject({ plan: planInput, account: accountInput }),
  output: z.object({ plan: planSchema }),
  outsideText: ['plan.title', 'plan.buckets[].name', 'plan.labels[].name'],
  restBody: 'plan',
  area: 'tasks',
  isCore: true,
  features: ['planner', 'groups'],
  graphCalls: [
    'GET /planner/plans/{id}',
    'GET /planner/plans/{id}/details',
    'GET /planner/plans/{id}/buckets',
  ],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/plans/{plan}', successStatus: 200 },
  handler: async (deps, { plan, account }, call) => {
    const board = await openBoard(deps, call, account);
    const found = await board.plans.get(await requirePlan(board, plan));
    return { status: 200, json: JSON.stringify(toPlan(found)) };
  },
});
