import type { Account } from '../domain/accounts/account.js';

/** What a sign-in gave. Secrets are sealed before they leave the process. */
export interface SignIn {
  /** `owners`: whoever signed in now; those who did before stay. */
  readonly account: Pick<
    Account,
    'id' | 'kind' | 'owners' | 'userName' | 'displayName' | 'flow' | 'scopes'
  >;
  /** MSAL's cache of this account alone, serialized. */
  readonly cache: string;
  readonly accessToken: string;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

/** The accounts in Redis. */
export interface AccountStore {
  read(id: string): Promise<Account | null>;
  list(): Promise<readonly Account[]>;
  /** In one step: the account with its owners, its tokens, and that it is ready. Tell its flow (`AccountFlows.signedIn`). */
  keepSignIn(signIn: SignIn): Promise<Account>;
}
