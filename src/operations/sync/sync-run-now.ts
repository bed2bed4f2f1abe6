import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { optionalPlanId } from '../names/require-id.js';
import { controlReportSchema, planIdInput } from './plan-schemas.js';

export const syncRunNow = defineOperation({
  name: 'sync_run_now',
  title: 'Sync now',
  description:
    'Looks at one plan at once, or at every plan when planId is left out, and tries everything that waits there, retries that sleep and failed tasks included. ' +
    'Use it instead of waiting for the next look, for instance after a person said that something was changed or renamed on the board. ' +
    'Plans that are paused, in preview or stopped are left alone; hold says so.',
  input: z.strictObject({ planId: planIdInput.optional() }),
  aliases: { plan_id: 'planId' },
  output: controlReportSchema,
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/run-now', successStatus: 200 },
  handler: async ({ plans, names }, { planId }, { actor }) => ({
    status: 200,
    json: JSON.stringify(await plans.runNow(await optionalPlanId(names, planId), actor)),
  }),
});
