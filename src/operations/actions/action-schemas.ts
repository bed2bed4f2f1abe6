import * as z from 'zod';
import { approvalStates } from '../../domain/approvals/approval-state.js';

/** What an action answers besides its own, or instead of it. */
export const doneOutputs = {
  dryRun: z
    .object({ effect: z.string(), details: z.record(z.string(), z.unknown()) })
    .optional()
    .describe('Only with dryRun: what would be done.'),
  approval: z
    .object({
      id: z.string(),
      state: z.enum(approvalStates),
      effect: z.string(),
      expiresAt: z.string(),
      url: z.string(),
      message: z.string(),
    })
    .optional()
    .describe('Nothing is done yet: a person has to approve it at url.'),
  actionId: z.string().optional(),
  canUndo: z.boolean().optional().describe('True: actions_undo takes it back.'),
};

/** What would be done names what others wrote: the subject that is answered, the title that is changed. */
export const textOfDone = ['dryRun.effect', 'dryRun.details', 'approval.effect'];
