import type { Redis } from 'ioredis';
import type { RedisFacts } from './redis-risks.js';

/** Asks Redis how it is set up and how it fares. A managed Redis may forbid some of the questions. */
export async function readRedisFacts(redis: Redis): Promise<RedisFacts> {
  const [memory, persistence, replication, save] = await Promise.all([
    allowed(() => redis.info('memory')),
    allowed(() => redis.info('persistence')),
    allowed(() => redis.info('replication')),
    allowed(async () => (await redis.config('GET', 'save')) as readonly string[]),
  ]);
  const append = factOf(persistence, 'aof_enabled');
  const replicas = factOf(replication, 'connected_slaves');
  return {
    policy: factOf(memory, 'maxmemory_policy'),
    maxMemory: Number(factOf(memory, 'maxmemory') ?? 0),
    usedMemory: Number(factOf(memory, 'used_memory') ?? 0),
    isAppendOnly: append === null ? null : append === '1',
    hasSnapshots: save === null ? null : (save[1] ?? '') !== '',
    appendStatus: factOf(persistence, 'aof_last_write_status'),
    snapshotStatus: factOf(persistence, 'rdb_last_bgsave_status'),
    replicas: replicas === null ? null : Number(replicas),
  };
}

function factOf(info: string | null, name: string): string | null {
  if (info === null) return null;
  return new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? null;
}

/** The answer, or null where this user or this service may not ask. */
async function allowed<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && /NOPERM|unknown command|not allowed/i.test(error.message)) {
      return null;
    }
    throw error;
  }
}
