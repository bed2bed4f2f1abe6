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
const refsPerEntry = 500;

/** Puts changes that have waited too long into the outbox again: lost signals, an emptied Temporal, failed tasks. */
export async function requeueLeftBehind({ redis, keys, linked }: ReconcileDeps): Promise<number> {
  const [seconds] = await redis.time();
  const now = Number(seconds) * 1_000;
  let count = 0;
  for (const planId of await linked.all()) {
    const refs = await redis.zrangebyscore(keys.planUnsynced(planId), '-inf', now - leftBehindMs);
    count += refs.length;
    // All of them: those that fail for good are the oldest and would keep the others from their turn.
    for (let from = 0; from < refs.length; from += refsPerEntry) {
      const tasks = JSON.stringify(refs.slice(from, from + refsPerEntry));
      const entry = { plan: planId, tasks, source: 'system', at: now };
      await redis.xadd(keys.outbox, '*', ...Object.entries(entry).flat());
    }
  }
  return count;
}
