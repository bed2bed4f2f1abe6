import * as z from 'zod';
import { appAccountId } from '../../domain/accounts/account.js';
import { ClaimsRequiredError } from '../../domain/claims-required-error.js';
import { GraphError } from '../../domain/graph-error.js';
import { accountKinds } from '../../domain/permissions/permission-need.js';
import { ProblemError } from '../../domain/problem.js';
import { accountInput, chooseAccount } from './account-choice.js';
import { defineOperation } from '../define-operation.js';

const needSchema = z.object({
  permission: z
    .string()
    .nullable()
    .describe('The least that is enough; null: impossible for an account of this kind.'),
  alternatives: z.array(z.string()).describe('Others that are enough, too.'),
  purpose: z.string(),
  operations: z.array(z.string()).describe('Operations that make use of it.'),
  isRequired: z.boolean().describe('Without it nothing is synced.'),
  state: z.enum(['granted', 'missing', 'impossible']),
  grantedAs: z.string().nullable().describe('Which of them the account has.'),
  granter: z
    .object({
      who: z.enum(['administrator', 'person']),
      how: z.string(),
    })
    .nullable()
    .describe('Who can give what is missing, and how; null where nothing is missing.'),
});

const outputSchema = z.object({
  account: z.string(),
  kind: z
    .enum(accountKinds)
    .describe('application: acts by itself; delegated: acts in the name of a person.'),
  needs: z.array(needSchema),
  granted: z.array(z.string()),
  missing: z.array(z.string()).describe('The least permissions that are needed and not granted.'),
  unneeded: z.array(z.string()).describe('Granted, but nothing that is used here needs it.'),
});

export const authListPermissions = defineOperation({
  name: 'auth_list_permissions',
  title: 'Permissions at Microsoft Graph',
  description:
    'Tells which permissions of Microsoft Graph are needed for what is used here, which of them the account has, which are missing and who can grant them. ' +
    'Use it when something is refused as forbidden, or before asking an administrator for consent.',
  input: z.strictObject({ account: accountInput }),
  output: outputSchema,
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'accounts:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/auth/permissions', successStatus: 200 },
  async handler(deps, input, call) {
    const account = await chooseAccount(deps, call, input.account);
    const review = await deps.permissions(account).catch(asProblem);
    if (review === null) {
      throw new ProblemError('not_found', 'The token of this account does not tell what it may do');
    }
    const missing = review.needs.flatMap(({ state, permission }) =>
      state === 'missing' && permission !== null ? [permission] : [],
    );
    const answer: z.infer<typeof outputSchema> = {
      account: account.kind === 'app' ? appAccountId : account.id,
      kind: review.kind,
      needs: review.needs.map((need) => ({
        ...need,
        alternatives: [...need.alternatives],
        operations: [...need.operations],
      })),
      granted: [...review.granted],
      missing: [...new Set(missing)],
      unneeded: [...review.unneeded],
    };
    return { status: 200, json: JSON.stringify(answer) };
  },
});

/** Without a token nobody knows. */
function asProblem(error: unknown): never {
  if (!(error instanceof GraphError) || error instanceof ClaimsRequiredError) throw error;
  const text = `${error.message}. ${error.advice}`;
  if (error.code === 'reauth_required') throw new ProblemError('reauth_required', text);
  throw new ProblemError('graph_unavailable', text, {
    ...(error.retryAfterMs !== null && { retryAfter: Math.ceil(error.retryAfterMs / 1_000) }),
  });
}
