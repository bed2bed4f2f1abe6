import type { Redis } from 'ioredis';

/** Redis' clock (ms), which is the one that tasks are stamped with. */
export async function redisNow(redis: Redis): Promise<number> {
  const [seconds, micros] = await redis.time();
  return Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
}
