import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';

/** What every action takes besides its own. */
export const actionInputs = {
  account: accountInput,
  idempotencyKey: z.string().min(1).max(255).optional().describe('Same key: done once.'),
  dryRun: z.boolean().optional().describe('Only say what would be done.'),
};
