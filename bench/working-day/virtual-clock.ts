import type { Redis } from 'ioredis';
import type { Keys } from '../../src/tasks/keys.js';

/** Time that passes when it is told to, for the watch and for Redis' library alike. */
export interface VirtualClock {
  readonly startedAt: number;
  now(): number;
  /** Goes on to the given time (ms since the epoch); Redis with it. A day at most. */
  goTo(at: number): Promise<void>;
}

/**
 * The library's clock never goes back: it goes on from the highest time that it has kept (`functions/time.lua`), a second
 * above it where the machine's own clock is behind. So it is led by that.
 */
export function createVirtualClock(redis: Redis, keys: Keys): VirtualClock {
  const startedAt = Date.now() + 5_000;
  let now = startedAt;
  return {
    startedAt,
    now: () => now,
    async goTo(at) {
      now = Math.max(now, at);
      await redis.hset(keys.config, 'clock', String(now - 1_000));
    },
  };
}
