import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';

/** What every action takes besides its own. */
export const actionInputs = {
  account: accountInput,
  idempotencyKey: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe('The same key again: the same answer, and nothing is done twice (24 h).'),
  dryRun: z
    .boolean()
    .optional()
    .describe('True: check everything, say what would be done, do nothing.'),
};
