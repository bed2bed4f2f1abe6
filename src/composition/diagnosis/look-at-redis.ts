import { pino } from 'pino';
import { parseStoredAccount } from '../../accounts/stored-account.js';
import type { Config } from '../../config/config.js';
import { createWantedSubscriptions } from '../../subscriptions/wanted-subscriptions.js';
import { connectRedis, toRedisConnection } from '../../tasks/connect-redis.js';
import { createKeys } from '../../tasks/keys.js';
import { parseLink } from '../../tasks/linked-plans.js';
import { readRedisFacts } from '../../tasks/read-redis-facts.js';
import { readRedisSetup, type RedisSetup } from '../../tasks/read-redis-setup.js';
import type { RedisFacts } from '../../tasks/redis-risks.js';

/** What Redis says of itself, and what of the installation stands in it. */
export interface RedisView {
  readonly setup: RedisSetup;
  readonly facts: RedisFacts;
  /** ms since 1970 by this machine's clock, around the question for Redis' time. */
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly linkedPlans: readonly { readonly planId: string; readonly accountId: string }[];
  /** How many accounts cannot be used until somebody signs in again. */
  readonly haltedAccounts: number;
  readonly watched: readonly string[];
}

/** Looks with a connection of its own, which only reads and is closed again. Rejects with why it cannot. */
export async function lookAtRedis(
  config: Pick<Config, 'redis'>,
  now: () => number,
): Promise<RedisView> {
  const redis = connectRedis(toRedisConnection(config.redis), pino({ level: 'silent' }));
  const keys = createKeys(config.redis.namespace);
  try {
    await new Promise<void>((resolve, reject) => {
      redis.once('ready', resolve);
      redis.once('error', reject);
      redis.once('close', () => reject(new Error('the connection was cut')));
    });
    const sentAt = now();
    const setup = await readRedisSetup(redis);
    const answeredAt = now();
    const [facts, links, accounts, wanted] = await Promise.all([
      readRedisFacts(redis),
      redis.hgetall(keys.linkedPlans),
      redis.hvals(keys.accounts),
      createWantedSubscriptions({ redis, keys }).all(),
    ]);
    const watched = [...wanted.values()].map(({ resource }) => resource);
    const linkedPlans = Object.entries(links).flatMap(([planId, json]) => {
      const link = parseLink(json);
      return link === null ? [] : [{ planId, accountId: link.accountId }];
    });
    const haltedAccounts = accounts.filter(
      (json) => parseStoredAccount(json)?.state === 'reauth_required',
    ).length;
    return { setup, facts, sentAt, answeredAt, linkedPlans, haltedAccounts, watched };
  } finally {
    redis.disconnect();
  }
}
