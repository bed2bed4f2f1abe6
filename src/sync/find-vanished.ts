import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';
import type { CallFunction } from '../tasks/load-functions.js';

export interface VanishedDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly linked: LinkedPlans;
  readonly call: CallFunction;
}

/** Tasks that are looked through in one step: Redis serves nobody else meanwhile. */
const perStep = 100;
const refsPerEntry = 500;

/**
 * Looks through the tasks of all linked plans for keys that have vanished. Lists and mappings are mended at once; tasks
 * whose document or state is gone are handed to sync, which restores them. Answers how many those are.
 */
export async function findVanished({ redis, keys, linked, call }: VanishedDeps): Promise<number> {
  let count = 0;
  for (const planId of await linked.all()) {
    const tasks = await tasksOf({ redis, keys }, planId);
    const refs: string[] = [];
    for (let from = 0; from < tasks.length; from += perStep) {
      const input = { planId, tasks: tasks.slice(from, from + perStep) };
      const reply = await call('tandem_sync_repair_v1', keys.namespace, JSON.stringify(input));
      const [, open] = reply as [number, string[]];
      refs.push(...open);
    }
    count += refs.length;
    for (let from = 0; from < refs.length; from += refsPerEntry) {
      const chunk = JSON.stringify(refs.slice(from, from + refsPerEntry));
      const entry = { plan: planId, tasks: chunk, source: 'system', at: Date.now() };
      await redis.xadd(keys.outbox, '*', ...Object.entries(entry).flat());
    }
  }
  return count;
}

/** Every task that the plan is known to have, by whichever list still names it, with its Planner id. */
async function tasksOf(
  { redis, keys }: Pick<VanishedDeps, 'redis' | 'keys'>,
  planId: string,
): Promise<readonly (readonly [taskId: string, plannerId: string | false])[]> {
  const [members, pairs] = await Promise.all([
    redis.smembers(keys.planTasks(planId)),
    redis.hgetall(keys.planPairs(planId)),
  ]);
  const found = new Map<string, string | false>(members.map((taskId) => [taskId, false]));
  for (const [plannerId, taskId] of Object.entries(pairs)) found.set(taskId, plannerId);
  return [...found];
}
