import type { Redis } from 'ioredis';
import { disownAccount } from '../accounts/disown-account.js';
import { parseStoredAccount } from '../accounts/stored-account.js';
import type { Account } from '../domain/accounts/account.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';

/** The accounts that were signed in with a key: they belong to its name, and outlive the key. */
export interface KeyAccounts {
  of(name: string): Promise<readonly Pick<Account, 'id' | 'userName'>[]>;
  /** They are forgotten; those that others have signed in as well stay with these. */
  signOut(name: string): Promise<void>;
}

export function createKeyAccounts(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): KeyAccounts {
  const { redis, keys } = deps;

  const of = async (name: string): Promise<readonly Account[]> => {
    const found = await redis.hvals(keys.accounts);
    return found
      .flatMap((json) => parseStoredAccount(json) ?? [])
      .filter(({ owners }) => owners.includes(ownerOfKey(name)));
  };

  return {
    of,
    async signOut(name) {
      for (const { id } of await of(name)) await disownAccount(deps, id, ownerOfKey(name));
    },
  };
}

/** `Caller.owner` of whoever calls with a key of this name. */
export function ownerOfKey(name: string): string {
  return `key:${name}`;
}
