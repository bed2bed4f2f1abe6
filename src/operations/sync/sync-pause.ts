import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { optionalPlanId } from '../names/require-id.js';
import { controlReportSchema, planIdInput } from './plan-schemas.js';

export const syncPause = defineOperation({
  name: 'sync_pause',
  title: 'Pause sync',
  description:
    'Pauses the sync of one plan, or of everything when planId is left out: nothing is read from Planner or written to it until sync_resume. ' +
    'Agents go on writing, and their changes wait. What is under way finishes. Use it before work on a board that should not be disturbed, or when something goes wrong. ' +
    'A plan in preview stays in preview.',
  input: z.strictObject({ planId: planIdInput.optional() }),
  aliases: { plan_id: 'planId' },
  output: controlReportSchema,
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'POST', path: '/api/sync/pause', successStatus: 200 },
  handler: async ({ plans, names }, { planId }, { actor }) => ({
    status: 200,
    json: JSON.stringify(await plans.pause(await optionalPlanId(names, planId), actor)),
  }),
});
