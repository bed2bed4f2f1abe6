import * as z from 'zod';
import type { AccountBook, ChooseOptions } from '../../accounts/account-book.js';
import type { GraphAccount } from '../../graph/gateway/graph-account.js';
import type { OperationCall } from '../operation-call.js';

/** The input of every operation that is done in the name of an account. */
export const accountInput = z
  .string()
  .min(1)
  .max(320)
  .optional()
  .describe(
    'In whose name: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: you, where you are a person; else the app.',
  );

/** The account that a call names, or that fits its caller; ProblemErrors as of `AccountBook`. */
export function chooseAccount(
  { accounts }: { readonly accounts: AccountBook },
  { caller }: Pick<OperationCall, 'caller'>,
  account: string | undefined,
  options: ChooseOptions = {},
): Promise<GraphAccount> {
  return accounts.choose(caller, account, options);
}
