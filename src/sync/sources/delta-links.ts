import type { Redis } from 'ioredis';
import type { DeltaLink } from '../../domain/planner-delta.js';
import type { Keys } from '../../tasks/keys.js';

/** Graph keeps its side of a token for an unknown time; ours need not be kept for ever (seconds). */
const keptSeconds = 30 * 86_400;

/** Where the delta of each plan goes on. */
export interface DeltaLinks {
  read(planId: string): Promise<DeltaLink | null>;
  write(planId: string, link: DeltaLink): Promise<void>;
  drop(planId: string): Promise<void>;
}

export function createDeltaLinks({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): DeltaLinks {
  return {
    async read(planId) {
      const link = await redis.get(keys.planDelta(planId));
      return link === null ? null : (link as DeltaLink);
    },
    async write(planId, link) {
      await redis.set(keys.planDelta(planId), link, 'EX', keptSeconds);
    },
    async drop(planId) {
      await redis.del(keys.planDelta(planId));
    },
  };
}
