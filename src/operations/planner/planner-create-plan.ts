import * as z from 'zod';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { inAccount } from './in-account.js';
import { openBoard } from './open-board.js';
import { planSchema, toPlan } from './planner-schemas.js';
import { requireGroup } from './require-group.js';

export const plannerCreatePlan = defineAction({
  name: 'planner_create_plan',
  title: 'Create a plan',
  description:
    'Creates a plan in a group of which you are a member. Use it for a new board; sync_add_plan has Tandem sync it.',
  input: z.strictObject({
    title: z.string().trim().min(1).max(255),
    group: z.string().trim().min(1).max(320).describe('Whose plan: name, mail address or id.'),
    ...actionInputs,
  }),
  output: z.object({ plan: planSchema }),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['POST /planner/plans', 'GET /groups'],
  scope: 'tasks:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/planner/plans', successStatus: 201 },
  prepare: async (deps, { title, group, account }, call) => {
    const board = await openBoard(deps, call, account);
    board.plans.requireNewPlan();
    const { id: groupId, name } = await requireGroup(board, group);
    return {
      effect: `Create the plan "${title}" in the group "${name}"`,
      prepared: { board, groupId, title, account },
    };
  },
  perform: async (_deps, { board, groupId, title, account }) => {
    const plan = toPlan(await board.plans.create({ groupId, title }));
    return {
      result: { plan },
      id: plan.id,
      undo: inAccount({ operation: 'planner_delete_plan', input: { plan: plan.id } }, account),
    };
  },
});
