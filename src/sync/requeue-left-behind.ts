import type { Redis } from 'ioredis';
import { dueTasks } from '../domain/failing-task.js';
import { readFailing } from './failing-tasks.js';
import type { Keys } from '../tasks/keys.js';
import { steadyNow } from './steady-now.js';
import type { CallFunction } from '../tasks/load-functions.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';

export interface ReconcileDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly linked: LinkedPlans;
  readonly call: CallFunction;
}

/**
 * A change that waits so long (ms) may have been left behind. What is only on its way, or in trouble, keeps its place
 * when it is named again, so a short time costs a signal; a long one would be added to the loss.
 */
const leftBehindMs = 30_000;
const refsPerEntry = 500;

/**
 * Puts changes that have waited too long into the outbox again: lost signals, an emptied Temporal. Tasks that fail have
 * times of their own.
 */
export async function requeueLeftBehind(
  { redis, keys, linked, call }: ReconcileDeps,
  olderThanMs = leftBehindMs,
): Promise<number> {
  const now = await steadyNow(call, keys.namespace);
  let count = 0;
  for (const planId of await linked.all()) {
    const [waiting, failing] = await Promise.all([
      redis.zrangebyscore(keys.planUnsynced(planId), '-inf', now - olderThanMs),
      readFailing({ redis, keys }, planId),
    ]);
    // All that wait: those that fail for good are the oldest and would keep the others from their turn.
    const refs = [...waiting.filter((ref) => !failing.has(ref)), ...dueTasks(failing, now)];
    count += refs.length;
    for (let from = 0; from < refs.length; from += refsPerEntry) {
      const tasks = JSON.stringify(refs.slice(from, from + refsPerEntry));
      const entry = { plan: planId, tasks, source: 'system', at: now };
      await redis.xadd(keys.outbox, '*', ...Object.entries(entry).flat());
    }
  }
  return count;
}
