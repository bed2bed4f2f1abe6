import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import { lifetimes } from './lifetimes.js';
import { hashOfId } from './model-store.js';

/** Which sign-in at Microsoft an authorization request waits for, by the request's id. */
export interface SignInNotes {
  keep(uid: string, loginId: string): Promise<void>;
  find(uid: string): Promise<string | null>;
  forget(uid: string): Promise<void>;
}

export function createSignInNotes({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): SignInNotes {
  const nameOf = (uid: string) => keys.oauthSignIn(hashOfId(uid));
  return {
    async keep(uid, loginId) {
      await redis.set(nameOf(uid), loginId, 'EX', lifetimes.Interaction);
    },
    find: (uid) => redis.get(nameOf(uid)),
    async forget(uid) {
      await redis.del(nameOf(uid));
    },
  };
}
