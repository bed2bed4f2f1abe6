import * as z from 'zod';
import type { PlanAccount } from '../../sync/plan-control/plan-control.js';
import { accountInput, chooseStandingAccount } from '../accounts/account-choice.js';
import { defineOperation, type OperationDeps } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';
import { requirePlanId } from '../names/require-id.js';
import { planHoldSchema, planIdInput, planModeSchema } from './plan-schemas.js';

export const syncAddPlan = defineOperation({
  name: 'sync_add_plan',
  title: 'Add a plan',
  description:
    'Links a Planner plan, after a check that it can be read there. mode "on" syncs it from now on; "preview" links it without reading or writing anything, ' +
    'so that sync_preview can show first what a sync would do. Use it to take a plan in, or with mode "on" to switch on one that is in preview. ' +
    'A plan that is linked already takes over the mode, and the account where one is named.',
  input: z.strictObject({
    planId: planIdInput,
    mode: z.enum(['on', 'preview']).describe('on: sync from now on; preview: only look first.'),
    account: accountInput.describe(
      'Who syncs the plan from now on: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: whoever syncs it already; for a new plan the app where it can read it, else an account of yours that can.',
    ),
  }),
  aliases: { plan_id: 'planId' },
  output: z.object({
    planId: z.string(),
    title: z.string(),
    mode: planModeSchema,
    accountId: z.string().describe('The account that syncs it; app: the app itself.'),
    accountBefore: z.string().nullable().describe('Who synced it before; null: not linked.'),
    before: planModeSchema.nullable().describe('What it was before; null: not linked.'),
    hold: planHoldSchema,
    waiting: z.number().int().describe('Tasks that were handed to sync with this.'),
  }),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/plans', successStatus: 200 },
  handler: async (deps, { planId, mode, account }, call) => {
    const id = await requirePlanId(deps.names, planId);
    const wanted = await whoSyncs(deps, call, account);
    const added = await deps.plans.add({ planId: id, mode, account: wanted }, call.actor);
    return { status: 200, json: JSON.stringify(added) };
  },
});

/** Sync goes on when nobody calls: it needs an account that stays signed in. */
async function whoSyncs(
  deps: Pick<OperationDeps, 'accounts'>,
  call: Pick<OperationCall, 'caller'>,
  account: string | undefined,
): Promise<PlanAccount> {
  if (account === undefined) {
    const own = await deps.accounts.list(call.caller);
    const ready = own.filter(({ kind, state }) => kind === 'delegated' && state === 'ready');
    return { kind: 'any', accountIds: ready.map(({ id }) => id) };
  }
  return { kind: 'chosen', accountId: await chooseStandingAccount(deps, call, account) };
}
