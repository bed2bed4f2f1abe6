import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';

/** What every action takes besides its own. */
export const actionInputs = {
  account: accountInput,
  idempotencyKey: z.string().min(1).max(255).optional().describe('Same key: done once (24 h).'),
  dryRun: z.boolean().optional().describe('Say what would be done, do nothing.'),
};
