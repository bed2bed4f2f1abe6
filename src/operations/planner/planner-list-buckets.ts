import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { openBoard } from './open-board.js';
import { planInput } from './planner-inputs.js';
import { requirePlan } from './planner-names.js';
import { bucketSchema } from './planner-schemas.js';

export const plannerListBuckets = defineOperation({
  name: 'planner_list_buckets',
  title: 'List buckets',
  description:
    'Lists the buckets (columns) of a plan in board order. Use it when you need them alone; planner_get_plan has labels as well.',
  input: z.strictObject({ plan: planInput, account: accountInput }),
  output: z.object({ buckets: z.array(bucketSchema) }),
  outsideText: ['buckets[].name'],
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['GET /planner/plans/{id}/buckets'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/plans/{plan}/buckets', successStatus: 200 },
  handler: async (deps, { plan, account }, call) => {
    const board = await openBoard(deps, call, account);
    const buckets = await board.plans.buckets(await requirePlan(board, plan));
    return { status: 200, json: JSON.stringify({ buckets }) };
  },
});
