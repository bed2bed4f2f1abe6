import * as z from 'zod';

export const planIdInput = z
  .string()
  .min(1)
  .max(255)
  .describe(
    "The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those.",
  );

export const planModeSchema = z
  .enum(['on', 'preview', 'paused'])
  .describe(
    'on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.',
  );

export const planHoldSchema = z
  .enum(['unlinked', 'paused', 'preview', 'reauth_required', 'stopped'])
  .nullable()
  .describe(
    'Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner.',
  );

export const controlReportSchema = z.object({
  everythingPaused: z.boolean(),
  plans: z
    .array(z.object({ planId: z.string(), mode: planModeSchema, hold: planHoldSchema }))
    .describe('The named plan, or all linked ones, as they stand now.'),
  waiting: z.number().int().describe('Tasks that were handed to sync with this.'),
});
