import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';
import { planIdInput } from './plan-schemas.js';

export const syncRemovePlan = defineOperation({
  name: 'sync_remove_plan',
  title: 'Remove a plan',
  description:
    'Ends the sync of a plan. Planner\'s tasks stay as they are. The agents\' copies: with tasks "keep" they stay as local tasks without a plan and can be given another one; ' +
    'with "remove" they go, and sync_undo brings them back within 7 days, as local tasks. Changes that had not reached Planner never will; unsent counts them. ' +
    'Use it when a plan is no longer shared with agents; run it with dryRun first. After an interruption call it again: it goes on where it was. Resuming or adding the plan meanwhile ends the removal (plan_removal_ended). ' +
    'With AUTO_LINK_PLANS an agent that writes into the plan links it anew, and a plan of DEFAULT_PLANNER_PLAN_ID or PLANNER_PLAN_IDS is linked again at the next start: pause it instead, or change the settings.',
  input: z.strictObject({
    planId: planIdInput,
    tasks: z
      .enum(['keep', 'remove'])
      .describe("What becomes of the agents' copies: keep them as local tasks, or remove them."),
    dryRun: z.boolean().optional().describe('True: only counts.'),
  }),
  aliases: { plan_id: 'planId', dry_run: 'dryRun' },
  output: z.object({
    planId: z.string(),
    tasks: z.enum(['keep', 'remove']),
    dryRun: z.boolean(),
    count: z.number().int().describe("The agents' tasks of the plan that were released."),
    unsent: z
      .number()
      .int()
      .describe('Changes that had not reached Planner, deletes among them; they never will.'),
  }),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: false },
  http: { method: 'POST', path: '/api/sync/plans/{planId}/remove', successStatus: 200 },
  handler: async ({ plans, names }, { planId: named, tasks, dryRun }, { actor }) => {
    const planId = await requirePlanId(names, named);
    const removed = await plans.remove({ planId, tasks, dryRun: dryRun ?? false }, actor);
    return { status: 200, json: JSON.stringify(removed) };
  },
});
