import * as z from 'zod';
import { appAccountId } from '../../domain/accounts/account.js';
import { ProblemError } from '../../domain/problem.js';
import type { AccountBook, ChooseOptions } from '../../accounts/account-book.js';
import type { GraphAccount } from '../../graph/gateway/graph-account.js';
import type { OperationCall } from '../operation-call.js';

/** The input of every operation that is done in the name of an account. */
export const accountInput = z
  .string()
  .min(1)
  .max(320)
  .optional()
  .describe('Account, by id or sign-in name. Default: you.');

/** The account that a call names, or that fits its caller; ProblemErrors as of `AccountBook`. */
export function chooseAccount(
  { accounts }: { readonly accounts: AccountBook },
  { caller }: Pick<OperationCall, 'caller'>,
  account: string | undefined,
  options: ChooseOptions = {},
): Promise<GraphAccount> {
  return accounts.choose(caller, account, options);
}

/**
 * The same for what goes on when nobody calls: the id of an account that stays signed in. Who calls with a token of their
 * own must have signed in here besides: ProblemError reauth_required.
 */
export async function chooseStandingAccount(
  deps: { readonly accounts: AccountBook },
  call: Pick<OperationCall, 'caller'>,
  account: string | undefined,
  options: ChooseOptions = {},
): Promise<string> {
  const chosen = await chooseAccount(deps, call, account, options);
  switch (chosen.kind) {
    case 'app':
      return appAccountId;
    case 'delegated':
      return chosen.id;
    case 'on_behalf_of': {
      const own = await deps.accounts.list(call.caller);
      if (own.some(({ id, state }) => id === chosen.id && state === 'ready')) return chosen.id;
      throw new ProblemError(
        'reauth_required',
        'This goes on also when you do not call: sign in with auth_start_login first',
      );
    }
  }
}
