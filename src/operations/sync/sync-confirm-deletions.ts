import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';
import { planIdInput } from './plan-schemas.js';

export const syncConfirmDeletions = defineOperation({
  name: 'sync_confirm_deletions',
  title: 'Confirm deletions',
  description:
    'Lets a plan go on that was stopped because too many of its tasks are missing in Planner: exactly the tasks that the last look missed may now be deleted for the agents, ' +
    'each only when Planner still says that it is gone, within an hour. They can be brought back for 7 days with sync_undo. ' +
    'Use it only when a person has said that the tasks were deleted on purpose; sync_preview shows which they are. Tasks that are seen again let the plan go on without it.',
  input: z.strictObject({ planId: planIdInput }),
  aliases: { plan_id: 'planId' },
  output: z.object({
    planId: z.string(),
    confirmed: z.number().int().describe('Tasks whose deletion was confirmed.'),
  }),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: true, idempotent: false, openWorld: true },
  http: {
    method: 'POST',
    path: '/api/sync/plans/{planId}/confirm-deletions',
    successStatus: 200,
  },
  handler: async ({ plans, names }, { planId }, { actor }) => ({
    status: 200,
    json: JSON.stringify(await plans.confirmDeletions(await requirePlanId(names, planId), actor)),
  }),
});
