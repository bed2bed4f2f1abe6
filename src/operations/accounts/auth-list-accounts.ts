import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { accountSchema, healthOf, toAccountView } from './account-schemas.js';

export const authListAccounts = defineOperation({
  name: 'auth_list_accounts',
  title: 'List accounts',
  description:
    'Lists the accounts at Microsoft that you can use: the app, and the people whom you have signed in, each with its state and what it may do. Tokens are never shown. ' +
    'Use it to find the id for `account`, or when Microsoft Graph refuses something, to see whether somebody must sign in again.',
  input: z.strictObject({}),
  output: z.object({
    status: z
      .enum(['healthy', 'degraded'])
      .describe('degraded: at least one of the accounts needs somebody.'),
    reasons: z.array(z.string()),
    accounts: z.array(accountSchema),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'accounts:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/tokens/health', successStatus: 200 },
  handler: async ({ accounts }, _input, { caller }) => {
    const now = Date.now();
    const own = await accounts.list(caller);
    const reasons = own
      .filter((account) => healthOf(account, now) === 'reauth_required')
      .map(
        ({ id, userName, problem }) => `${userName ?? id}: ${problem?.advice ?? 'sign in again'}`,
      );
    const status = reasons.length === 0 ? 'healthy' : 'degraded';
    const views = own.map((account) => toAccountView(account, now));
    return { status: 200, json: JSON.stringify({ status, reasons, accounts: views }) };
  },
});
