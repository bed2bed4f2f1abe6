import { appAccountId } from '../../domain/accounts/account.js';

/**
 * In whose name Graph is asked.
 * - `app`: the app itself, with its application permissions
 * - `delegated`: a person who signed in, by the id of their account (`{oid}.{tid}`)
 * - `on_behalf_of`: the person who calls, by the token that they sent us; `assertion` is a function, so that nothing
 *   prints it
 */
export type GraphAccount =
  | { readonly kind: 'app' }
  | { readonly kind: 'delegated'; readonly id: string }
  | { readonly kind: 'on_behalf_of'; readonly id: string; readonly assertion: () => string };

/** The account of an id as plans and subscriptions hold it. */
export function accountOfId(accountId: string): GraphAccount {
  return accountId === appAccountId ? appAccount : { kind: 'delegated', id: accountId };
}

export const appAccount: GraphAccount = { kind: 'app' };

/** The same for requests that may have the same token, and so one `$batch`; never a secret. */
export function accountKey(account: GraphAccount): string {
  return account.kind === 'app' ? 'app' : `${account.kind} ${account.id}`;
}

/** The object id of the person whose `/me` is meant; null: an app has none. */
export function personOf(account: GraphAccount): string | null {
  return account.kind === 'app' ? null : (account.id.split('.', 1)[0] ?? null);
}
