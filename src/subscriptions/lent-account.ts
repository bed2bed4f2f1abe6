import type { Redis } from 'ioredis';
import { appAccountId } from '../domain/accounts/account.js';
import { accountOfId, type GraphAccount } from '../graph/gateway/graph-account.js';
import type { Keys } from '../tasks/keys.js';
import { accountOf, type WantedSubscriptions } from './wanted-subscriptions.js';

/**
 * In whose name it is told what a subscription brings. Null: in nobody's any more, because it is not wanted, or its account
 * was signed out; Graph goes on notifying for hours or days.
 */
export async function lentAccount(
  {
    redis,
    keys,
    wanted,
  }: {
    readonly redis: Redis;
    readonly keys: Keys;
    readonly wanted: Pick<WantedSubscriptions, 'read'>;
  },
  name: string,
): Promise<GraphAccount | null> {
  const row = await wanted.read(name);
  if (row === null) return null;
  const id = accountOf(row);
  const isLent = id === appAccountId || (await redis.hexists(keys.accounts, id)) === 1;
  return isLent ? accountOfId(id) : null;
}
