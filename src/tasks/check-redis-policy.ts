import type { Redis } from 'ioredis';
import { readRedisFacts } from './read-redis-facts.js';

/** Redis is set up so that it may throw tasks away. */
export class RedisPolicyError extends Error {
  override readonly name = 'RedisPolicyError';
  readonly code = 'redis_evicts';
}

/**
 * Refuses a Redis that evicts keys when its memory is full: it would lose tasks without a word (RedisPolicyError).
 * Answers the policy, or null where Redis does not tell.
 */
export async function checkRedisPolicy(redis: Redis): Promise<string | null> {
  const { policy } = await readRedisFacts(redis);
  if (policy !== null && policy !== 'noeviction') {
    throw new RedisPolicyError(
      `Redis has maxmemory-policy "${policy}": when its memory is full it would throw away tasks that are not in ` +
        'Planner yet. Set maxmemory-policy to "noeviction" (redis-cli CONFIG SET maxmemory-policy noeviction, or in ' +
        'the settings of the managed Redis).',
    );
  }
  return policy;
}
