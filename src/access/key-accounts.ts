import type { Account } from '../domain/accounts/account.js';

/** The accounts that were signed in with a key, by `ownerOfKey`: they belong to its name, and outlive the key. */
export interface KeyAccounts {
  of(owner: string): Promise<readonly Pick<Account, 'id' | 'userName'>[]>;
  /** They are forgotten; those that others have signed in as well stay with these. */
  signOut(owner: string): Promise<void>;
}

/** `Caller.owner` of whoever calls with a key of this name. */
export function ownerOfKey(name: string): string {
  return `key:${name}`;
}
