import { createHash } from 'node:crypto';
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

/**
 * The same for requests that may have the same token, and so one `$batch`; never a secret. A person may call from several
 * places: what they signed in with there is not the same, nor is what Microsoft asks of it.
 */
export function accountKey(account: GraphAccount): string {
  switch (account.kind) {
    case 'app':
      return 'app';
    case 'delegated':
      return `delegated ${account.id}`;
    case 'on_behalf_of':
      return `on_behalf_of ${account.id} ${createHash('sha256').update(account.assertion()).digest('base64url')}`;
  }
}

/** The object id of the person whose `/me` is meant; null: an app has none. */
export function personOf(account: GraphAccount): string | null {
  return account.kind === 'app' ? null : (account.id.split('.', 1)[0] ?? null);
}
