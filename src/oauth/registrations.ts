import type { Redis } from 'ioredis';
import type { AdapterPayload } from 'oidc-provider';
import type { Keys } from '../tasks/keys.js';
import { throwFirst } from './model-store.js';

/** Hosts that have registered themselves (RFC 7591). Anybody may, so that their number is bounded and they do not stay. */
export interface Registrations {
  keep(clientId: string, metadata: AdapterPayload): Promise<void>;
  find(clientId: string): Promise<AdapterPayload | undefined>;
  /** Somebody has let it in, or it has got a token: it stays for longer. */
  noteUse(clientId: string): Promise<void>;
  forget(clientId: string): Promise<void>;
}

/** Unused for so long, it is forgotten: before anybody has let it in, and after. */
const newSeconds = 86_400;
const usedSeconds = 180 * 86_400;
/** Beyond so many that nobody has let in, those that came first go. */
const mostNew = 5_000;

export function createRegistrations({
  redis,
  keys,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
}): Registrations {
  return {
    async keep(clientId, metadata) {
      const steps = redis
        .multi()
        .set(keys.oauthClient(clientId), JSON.stringify(metadata), 'EX', newSeconds)
        .zadd(keys.oauthNewClients, now(), clientId)
        .zremrangebyscore(keys.oauthNewClients, '-inf', now() - newSeconds * 1_000);
      throwFirst(await steps.exec());
      const excess = (await redis.zcard(keys.oauthNewClients)) - mostNew;
      if (excess <= 0) return;
      const popped = await redis.zpopmin(keys.oauthNewClients, excess);
      // Members and scores by turns.
      const oldest = popped.filter((_, at) => at % 2 === 0);
      await redis.del(oldest.map((id) => keys.oauthClient(id)));
    },
    async find(clientId) {
      const text = await redis.get(keys.oauthClient(clientId));
      return text === null ? undefined : (JSON.parse(text) as AdapterPayload);
    },
    async noteUse(clientId) {
      await redis
        .multi()
        .expire(keys.oauthClient(clientId), usedSeconds)
        .zrem(keys.oauthNewClients, clientId)
        .exec();
    },
    async forget(clientId) {
      await redis.del(keys.oauthClient(clientId));
      await redis.zrem(keys.oauthNewClients, clientId);
    },
  };
}
