import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';

export const syncRetryFailure = defineOperation({
  name: 'sync_retry_failure',
  title: 'Try failed tasks again',
  description:
    'Tries failing tasks again now instead of at their own time: one (id), those of a plan (planId), or all (neither). ' +
    'Use it after the cause was put right: a permission given, room made in the plan. Answers how many are tried; sync_list_failures shows what still fails.',
  input: z.strictObject({
    id: z.string().min(1).max(128).optional().describe('Only this task.'),
    planId: z.string().min(1).optional().describe('Only tasks of this plan, by id or title.'),
  }),
  aliases: { plan_id: 'planId', taskId: 'id', task_id: 'id' },
  output: z.object({ queued: z.number().int().describe('Tasks that are tried again now.') }),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/failures/retry', successStatus: 200 },
  handler: async ({ failures, names }, { id, planId: named }) => {
    const planId = named === undefined ? undefined : await requirePlanId(names, named);
    return { status: 200, json: JSON.stringify({ queued: await failures.retry({ id, planId }) }) };
  },
});
