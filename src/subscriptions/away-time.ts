import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';

/** When a server was last there to be notified. Graph repeats a notification for four hours, and then nobody may hear of it. */
export interface AwayTime {
  /** How long no replica was there before now (ms); 0 where none ever was. */
  read(): Promise<number>;
  /** One is there. */
  note(): Promise<void>;
}

export function createAwayTime({
  redis,
  keys,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
}): AwayTime {
  return {
    async read() {
      const upAt = await redis.hget(keys.webhookCounters, 'upAt');
      return upAt === null ? 0 : Math.max(0, now() - Date.parse(upAt));
    },
    async note() {
      await redis.hset(keys.webhookCounters, 'upAt', new Date(now()).toISOString());
    },
  };
}
