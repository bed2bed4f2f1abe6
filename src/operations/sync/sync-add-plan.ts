import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';
import { planHoldSchema, planIdInput, planModeSchema } from './plan-schemas.js';

export const syncAddPlan = defineOperation({
  name: 'sync_add_plan',
  title: 'Add a plan',
  description:
    'Links a Planner plan, after a check that it can be read there. mode "on" syncs it from now on; "preview" links it without reading or writing anything, ' +
    'so that sync_preview can show first what a sync would do. Use it to take a plan in, or with mode "on" to switch on one that is in preview. ' +
    'A plan that is linked already takes over the mode.',
  input: z.strictObject({
    planId: planIdInput,
    mode: z.enum(['on', 'preview']).describe('on: sync from now on; preview: only look first.'),
  }),
  aliases: { plan_id: 'planId' },
  output: z.object({
    planId: z.string(),
    title: z.string(),
    mode: planModeSchema,
    before: planModeSchema.nullable().describe('What it was before; null: not linked.'),
    hold: planHoldSchema,
    waiting: z.number().int().describe('Tasks that were handed to sync with this.'),
  }),
  restBody: null,
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/plans', successStatus: 200 },
  handler: async ({ plans, names }, { planId, mode }, { actor }) => {
    const added = await plans.add({ planId: await requirePlanId(names, planId), mode }, actor);
    return { status: 200, json: JSON.stringify(added) };
  },
});
