import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Keys } from './keys.js';

const everyMs = 10_000;
const forgottenMs = 3_600_000;

/** Says in Redis that this worker lives, for health pages; taken back when it stops. */
export function announceWorker(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly identity: string;
  readonly logger: Logger;
}): { stop(): Promise<void> } {
  const { redis, keys, identity, logger } = deps;
  const announce = async (): Promise<void> => {
    try {
      const now = Date.now();
      await redis
        .multi()
        .zadd(keys.workers, now, identity)
        .zremrangebyscore(keys.workers, '-inf', now - forgottenMs)
        .exec();
    } catch (error) {
      logger.debug({ err: error }, 'The worker could not be announced');
    }
  };
  void announce();
  const timer = setInterval(() => void announce(), everyMs);
  return {
    async stop() {
      clearInterval(timer);
      try {
        await redis.zrem(keys.workers, identity);
      } catch (error) {
        logger.debug({ err: error }, 'The worker could not be taken back');
      }
    },
  };
}
