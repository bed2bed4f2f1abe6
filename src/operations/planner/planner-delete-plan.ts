import * as z from 'zod';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { openBoard } from './open-board.js';
import { planInput } from './planner-inputs.js';
import { requirePlan } from './planner-names.js';

export const plannerDeletePlan = defineAction({
  name: 'planner_delete_plan',
  title: 'Delete a plan',
  description:
    'Deletes a plan with all of its tasks, for good. Use it only when somebody asks for exactly that. A synced plan is taken out with sync_remove_plan first.',
  input: z.strictObject({ plan: planInput, ...actionInputs }),
  output: z.object({ deleted: z.literal(true), id: z.string() }),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['DELETE /planner/plans/{id}'],
  scope: 'tasks:write',
  annotations: { destructive: true, idempotent: true },
  risk: 'delete',
  http: { method: 'DELETE', path: '/api/planner/plans/{plan}', successStatus: 200 },
  prepare: async (deps, { plan, account }, call) => {
    const board = await openBoard(deps, call, account);
    const planId = await requirePlan(board, plan);
    board.plans.requireWrite();
    await board.plans.requireUnsynced(planId);
    const { title, buckets } = await board.plans.get(planId);
    return {
      effect: `Delete the plan "${title}" with all of its tasks`,
      details: { buckets: buckets.map(({ name }) => name) },
      prepared: { board, planId },
    };
  },
  perform: async (_deps, { board, planId }) => {
    await board.plans.remove(planId);
    return { result: { deleted: true as const, id: planId }, id: planId };
  },
});
