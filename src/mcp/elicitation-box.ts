import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { ElicitAnswer } from '../operations/operation-call.js';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';

type Action = ElicitAnswer['action'];

/**
 * What people say to addresses that their programs show, in the older era: the answer is a request of its own and may come to
 * any replica, so it is left in Redis for the one that waits. Ids are random, and only the client that was asked knows one.
 */
export interface ElicitationBox {
  newId(): string;
  /** Whether an id is one of ours by its form. */
  isOurs(id: unknown): id is string;
  put(id: string, action: Action): Promise<void>;
  /** `cancel` where nothing was said in time, or nobody waits any more. */
  take(id: string, signal: AbortSignal): Promise<Action>;
}

const prefix = 'tandem-elicit-';
const livesMs = 600_000;
const lookEveryMs = 300;

export function createElicitationBox({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ElicitationBox {
  const keyOf = (id: string): string =>
    keys.elicitation(createHash('sha256').update(id).digest('base64url'));
  return {
    newId: () => prefix + randomBytes(24).toString('base64url'),
    isOurs: (id): id is string => typeof id === 'string' && /^tandem-elicit-[\w-]{32}$/.test(id),
    async put(id, action) {
      await withRedis(() => redis.set(keyOf(id), action, 'PX', livesMs));
    },
    async take(id, signal) {
      const until = Date.now() + livesMs;
      while (!signal.aborted && Date.now() < until) {
        const action = await withRedis(() => redis.getdel(keyOf(id)));
        if (action === 'accept' || action === 'decline' || action === 'cancel') return action;
        await wait(lookEveryMs, null, { signal }).catch(() => null);
      }
      return 'cancel';
    },
  };
}
