import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';

export interface ReconcileDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly linked: LinkedPlans;
}

/** A change that waits so long (ms) was left behind, or failed and deserves another try. */
const leftBehindMs = 300_000;
const perPlan = 1_000;

/** Puts changes that have waited too long into the outbox again: lost signals, an emptied Temporal, failed tasks. */
export async function requeueLeftBehind({ redis, keys, linked }: ReconcileDeps): Promise<number> {
  const [seconds] = await redis.time();
  const now = Number(seconds) * 1_000;
  let count = 0;
  for (const planId of await linked.all()) {
    const refs = await redis.zrangebyscore(
      keys.planUnsynced(planId),
      '-inf',
      now - leftBehindMs,
      'LIMIT',
      0,
      perPlan,
    );
    if (refs.length === 0) continue;
    count += refs.length;
    const tasks = JSON.stringify(refs);
    await redis.xadd(
      keys.outbox,
      '*',
      'plan',
      planId,
      'tasks',
      tasks,
      'source',
      'system',
      'at',
      now,
    );
  }
  return count;
}
