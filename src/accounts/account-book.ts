import type { Caller } from '../domain/access/caller.js';
import type { Account } from '../domain/accounts/account.js';
import type { GraphAccount } from '../graph/gateway/graph-account.js';

/** What a call is about, where it names no account. */
export interface ChooseOptions {
  /** It is about the person (`/me`), so the caller's only account is meant rather than the app's. */
  readonly isPersonal?: boolean;
}

/**
 * The accounts of a caller. Another's account is never used: ProblemError account_forbidden (403). One that is not known is
 * account_not_found (404) with the caller's own as candidates; one whose person must sign in again is reauth_required (409).
 */
export interface AccountBook {
  /** `account`: an id or a user name; left out: what fits the caller best. */
  choose(caller: Caller, account?: string, options?: ChooseOptions): Promise<GraphAccount>;
  /** The app's, and those that the caller signed in. */
  list(caller: Caller): Promise<readonly Account[]>;
  /** Whatever its state. */
  read(caller: Caller, account: string): Promise<Account>;
}
