import type { Redis } from 'ioredis';

/** Everything that a Redis holds: the name of each key, and its whole value. */
export async function keptInRedis(redis: Redis): Promise<readonly unknown[]> {
  const kept: unknown[] = [];
  for (const key of await redis.keys('*')) kept.push(key, await valueOf(redis, key));
  kept.push(await redis.function('LIST'));
  return kept;
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1', 'WITHSCORES');
    case 'stream':
      return [await redis.xrange(key, '-', '+'), await redis.xinfo('STREAM', key, 'FULL')];
    case 'none':
      return null;
    default:
      throw new Error(`${key} is a ${type}, which is not searched`);
  }
}
