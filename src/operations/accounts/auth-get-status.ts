import * as z from 'zod';
import { accountIdOf, appAccountId } from '../../domain/accounts/account.js';
import { defineOperation } from '../define-operation.js';
import { accountInput } from './account-choice.js';
import { accountSchema, toAccountView } from './account-schemas.js';

export const authGetStatus = defineOperation({
  name: 'auth_get_status',
  title: 'Status of an account',
  description:
    'Tells how an account at Microsoft stands: permissions, when its access token ends and was renewed, and what is wrong. The token itself is never shown. ' +
    'Use it before work in the name of an account, or when a call said reauth_required.',
  input: z.strictObject({ account: accountInput }),
  output: z.object({ account: accountSchema }),
  restBody: 'account',
  area: 'admin',
  features: [],
  scope: 'accounts:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/tokens/status', successStatus: 200 },
  handler: async ({ accounts }, { account }, { caller }) => {
    const standard = caller.person === null ? appAccountId : accountIdOf(caller.person);
    const found = await accounts.read(caller, account ?? standard);
    return { status: 200, json: JSON.stringify(toAccountView(found, Date.now())) };
  },
});
