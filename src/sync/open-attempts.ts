import type { Redis } from 'ioredis';
import type { CreateAttempt } from '../domain/adoption.js';
import type { Keys } from '../tasks/keys.js';

/** The creates of a plan whose answers have not come, by task id. */
export async function readOpenAttempts(
  redis: Redis,
  keys: Keys,
  planId: string,
): Promise<ReadonlyMap<string, CreateAttempt>> {
  const found = await redis.hgetall(keys.planAttempts(planId));
  return new Map(
    Object.entries(found).map(([taskId, json]) => [taskId, JSON.parse(json) as CreateAttempt]),
  );
}
