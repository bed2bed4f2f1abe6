import type { Redis } from 'ioredis';
import type { Keys } from './keys.js';

export interface Freshness {
  /** Of seen minus changed (ms). */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly samples: number;
}

/** How long after people changed something agents heard of it, as measured. */
export interface PlanFreshness {
  note(planId: string, seenAfterMs: number): Promise<void>;
  /** Null where nothing was measured for a week. */
  read(planId: string): Promise<Freshness | null>;
}

const kept = 200;
const keptSeconds = 7 * 86_400;

export function createPlanFreshness({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): PlanFreshness {
  return {
    async note(planId, seenAfterMs) {
      const key = keys.planFreshness(planId);
      await redis
        .multi()
        .lpush(key, Math.round(seenAfterMs))
        .ltrim(key, 0, kept - 1)
        .expire(key, keptSeconds)
        .exec();
    },
    async read(planId) {
      const samples = await redis.lrange(keys.planFreshness(planId), 0, -1);
      return toFreshness(samples.map(Number));
    },
  };
}

/** Nearest-rank percentiles. */
export function toFreshness(samples: readonly number[]): Freshness | null {
  if (samples.length === 0) return null;
  const sorted = samples.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), samples: sorted.length };
}
