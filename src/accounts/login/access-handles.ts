import type { Redis } from 'ioredis';
import type { Keys } from '../../tasks/keys.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { hashOf, newRandomText } from './random-text.js';

export interface HandleOf {
  readonly accountId: string;
  /** `Caller.owner`: nobody else can use it. */
  readonly owner: string;
}

/**
 * Handles that stand for an account as an access token would. Only their hash is kept, and it ends by itself. Those of an owner
 * who signs out end with that (`AccountStore.disown`).
 */
export interface AccessHandles {
  issue(of: HandleOf): Promise<{ readonly handle: string; readonly expiresInSeconds: number }>;
  /** Lets Microsoft's own token stand for the account as long as it lives. */
  note(token: string, of: HandleOf, livesMs: number): Promise<void>;
  /** Null: unknown, over, revoked, or somebody else's. */
  accountOf(handle: string, owner: string): Promise<string | null>;
}

const livesSeconds = 3_600;

export function createAccessHandles({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): AccessHandles {
  const note: AccessHandles['note'] = async (token, { accountId, owner }, livesMs) => {
    const hash = hashOf(token);
    const handles = keys.accountHandles(accountId, owner);
    const steps = redis
      .multi()
      .set(keys.accessHandle(hash), accountId, 'PX', livesMs)
      .sadd(handles, hash)
      // As long as the handle that lives longest; those that are over are deleted in vain.
      .pexpire(handles, livesMs, 'NX')
      .pexpire(handles, livesMs, 'GT');
    await withRedis(() => steps.exec());
  };
  return {
    async issue(of) {
      const handle = `tandem_access_${newRandomText()}`;
      await note(handle, of, livesSeconds * 1_000);
      return { handle, expiresInSeconds: livesSeconds };
    },
    note,
    async accountOf(handle, owner) {
      const hash = hashOf(handle);
      const accountId = await withRedis(() => redis.get(keys.accessHandle(hash)));
      if (accountId === null) return null;
      // Somebody else's is not among those of this owner.
      const handles = keys.accountHandles(accountId, owner);
      const counts = await withRedis(() => redis.sismember(handles, hash));
      return counts === 1 ? accountId : null;
    },
  };
}
