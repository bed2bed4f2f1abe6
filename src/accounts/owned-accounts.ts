import type { Redis } from 'ioredis';
import type { Account } from '../domain/accounts/account.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { disownAccount } from './disown-account.js';
import { parseStoredAccount } from './stored-account.js';

/** The accounts that somebody has signed in, by `Caller.owner`; for who has no need of their tokens. */
export interface OwnedAccounts {
  of(owner: string): Promise<readonly Pick<Account, 'id' | 'userName'>[]>;
  /** They are forgotten; those that others have signed in as well stay with these. */
  signOut(owner: string): Promise<void>;
}

export function createOwnedAccounts(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): OwnedAccounts {
  const { redis, keys } = deps;

  const of = async (owner: string): Promise<readonly Account[]> => {
    const found = await redis.hvals(keys.accounts);
    return found
      .flatMap((json) => parseStoredAccount(json) ?? [])
      .filter(({ owners }) => owners.includes(owner));
  };

  return {
    of,
    async signOut(owner) {
      for (const { id } of await of(owner)) await disownAccount(deps, id, owner);
    },
  };
}
