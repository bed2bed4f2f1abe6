import type { Product } from './product.js';
import type { Stand } from './stand.js';
import { until } from './until.js';

/** Waits until so many tasks of the plan are on both sides, and none has anything left to send. */
export async function untilConverged(
  { redis }: Stand,
  { keys }: Product,
  plan: { readonly planId: string; readonly count: number; readonly timeoutMs?: number },
): Promise<void> {
  const { planId, count, timeoutMs } = plan;
  const holds = async () => {
    const [pairs, unsynced] = await Promise.all([
      redis.hlen(keys.planPairs(planId)),
      redis.zcard(keys.planUnsynced(planId)),
    ]);
    return pairs >= count && unsynced === 0;
  };
  await until(`${count} tasks on both sides`, holds, timeoutMs === undefined ? {} : { timeoutMs });
}
