import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { optionalPlanId } from '../names/require-id.js';
import { controlReportSchema, planIdInput } from './plan-schemas.js';

export const syncResume = defineOperation({
  name: 'sync_resume',
  title: 'Resume sync',
  description:
    'Takes the sync of one plan up again, or of everything when planId is left out: all that waits is handed over, and the plan is looked at at once. ' +
    'It takes back what sync_pause did for the same: after a pause of everything, plans that were paused by themselves stay paused, as "plans" shows. ' +
    'Use it after sync_pause. A plan in preview is switched on with sync_add_plan instead; a stopped one goes on with sync_confirm_deletions.',
  input: z.strictObject({ planId: planIdInput.optional() }),
  aliases: { plan_id: 'planId' },
  output: controlReportSchema,
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/resume', successStatus: 200 },
  handler: async ({ plans, names }, { planId }, { actor }) => ({
    status: 200,
    json: JSON.stringify(await plans.resume(await optionalPlanId(names, planId), actor)),
  }),
});
