import { pino } from 'pino';
import type { Config } from '../../config/config.js';
import { createWantedSubscriptions } from '../../subscriptions/wanted-subscriptions.js';
import { connectRedis, toRedisConnection } from '../../tasks/connect-redis.js';
import { createKeys } from '../../tasks/keys.js';
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
  readonly linkedPlans: readonly string[];
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
    const [facts, linkedPlans, wanted] = await Promise.all([
      readRedisFacts(redis),
      redis.hkeys(keys.linkedPlans),
      createWantedSubscriptions({ redis, keys }).all(),
    ]);
    const watched = [...wanted.values()].map(({ resource }) => resource);
    return { setup, facts, sentAt, answeredAt, linkedPlans, watched };
  } finally {
    redis.disconnect();
  }
}
