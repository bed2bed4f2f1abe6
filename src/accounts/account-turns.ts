import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';

/** Lets one of all processes at a time ask Entra ID for an account. */
export interface AccountTurns {
  /** Does the work if it is nobody else's turn; null otherwise. */
  take<T>(name: string, work: () => Promise<T>): Promise<{ readonly result: T } | null>;
}

/** Longer than a sign-in may take with its look at the authority; a process that died in between holds it so long. */
const longestMs = 30_000;

export function createAccountTurns(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): AccountTurns {
  const { redis, keys, call } = deps;
  return {
    async take(name, work) {
      const mine = randomUUID();
      const isTaken =
        (await redis.set(keys.accountTurn(name), mine, 'PX', longestMs, 'NX')) === null;
      if (isTaken) return null;
      try {
        return { result: await work() };
      } finally {
        await call('tandem_account_turn_end_v1', keys.namespace, name, mine);
      }
    },
  };
}
