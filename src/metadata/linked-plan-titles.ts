import type { Redis } from 'ioredis';
import type { Named } from '../domain/names/match-name.js';
import type { Keys } from '../tasks/keys.js';
import { parsePlanNames } from '../tasks/plan-names.js';
import { createPlanTraces } from '../tasks/plan-traces.js';

/** The linked plans by their titles; one whose title nobody has read yet is called by its id. */
export type ReadLinkedPlans = () => Promise<readonly Named[]>;

export function createReadLinkedPlans({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ReadLinkedPlans {
  const traces = createPlanTraces({ redis, keys });
  return async () => {
    const ids = await redis.hkeys(keys.linkedPlans);
    if (ids.length === 0) return [];
    const [names, traced] = await Promise.all([
      redis.mget(ids.map(keys.planNames)),
      traces.readAll(),
    ]);
    return ids.map((id, at) => {
      const title = parsePlanNames(names[at] ?? null)?.title ?? traced.get(id)?.title;
      return { id, name: title ?? id, also: [id] };
    });
  };
}
