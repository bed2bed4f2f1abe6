import * as z from 'zod';
import { defineOperation } from '../define-operation.js';

export const authLogout = defineOperation({
  name: 'auth_logout',
  title: 'Sign an account out',
  description:
    'Forgets an account that you have signed in: its tokens are deleted here, handles for it end, and nothing is done in its name any more. Where others have signed it in too, it goes on for them. ' +
    'Use it when a person no longer wants to lend their account. Plans that are synced with it wait until somebody signs in again.',
  input: z.strictObject({
    account: z
      .string()
      .min(1)
      .max(320)
      .describe('Its id or sign-in name, as auth_list_accounts shows it.'),
  }),
  output: z.object({
    account: z.object({ id: z.string(), userName: z.string().nullable() }),
    forgotten: z
      .boolean()
      .describe('false: others have signed it in too, so its tokens are kept for them.'),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: true, idempotent: false, openWorld: false },
  http: { method: 'POST', path: '/api/accounts/{account}/logout', successStatus: 200 },
  handler: async ({ signOut }, { account }, { caller }) => {
    const { id, userName, isForgotten } = await signOut(caller, account);
    const json = JSON.stringify({ account: { id, userName }, forgotten: isForgotten });
    return { status: 200, json, id };
  },
});
