import * as z from 'zod';
import type { LoginView } from '../../accounts/login/logins.js';

/** A sign-in as it stands. */
export const loginSchema = z.object({
  loginId: z.string(),
  state: z
    .enum(['waiting', 'redeeming', 'completed', 'failed', 'expired'])
    .describe('redeeming: Microsoft has answered, it is nearly done. The last three are final.'),
  kind: z.enum(['tool', 'browser', 'connect', 'device']),
  account: z
    .object({
      id: z.string().describe('For "account" of other operations.'),
      userName: z.string().nullable(),
      displayName: z.string().nullable(),
    })
    .nullable()
    .describe('Once it is completed.'),
  problem: z
    .object({ code: z.string(), message: z.string(), advice: z.string() })
    .nullable()
    .describe('Once it has failed or expired.'),
  expiresAt: z.string(),
});

export function toLogin({ loginId, state, kind, account, problem, expiresAt }: LoginView) {
  const shown = account === null ? null : toAccount(account);
  return { loginId, state, kind, account: shown, problem, expiresAt };
}

function toAccount({ id, userName, displayName }: NonNullable<LoginView['account']>) {
  return { id, userName, displayName };
}
