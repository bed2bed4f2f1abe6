import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';
import { hashOfSecret } from './key-secret.js';
import { fromFields, stateOf, type KeyState, type StoredKey } from './stored-key.js';

export interface FoundKey {
  readonly key: StoredKey;
  readonly state: KeyState;
}

/** Answers at once for a key that was just looked up. ProblemError redis_unavailable. */
export type LookUpKey = (secret: string) => FoundKey | null | Promise<FoundKey | null>;

/** So long a process believes what it read: a revocation is known to all of them after that. */
const believedMs = 500;
const usedEveryMs = 60_000;
const mostKnown = 10_000;

/** Only where the key is still kept: nothing may be made of one that has just gone. */
const noteUseScript = `
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'lastUsedAt', ARGV[1]) end`;

/**
 * Finds keys by the SHA-256 of what was sent. The hash is looked up, not compared: how long that takes says nothing about
 * a secret of 256 random bits.
 */
export function createKeyLookup(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}): LookUpKey {
  const { redis, keys, now, logger } = deps;
  const known = new Map<string, { readonly key: StoredKey; readonly at: number }>();
  const reading = new Map<string, Promise<FoundKey | null>>();
  const notedAt = new Map<string, number>();

  return (secret) => {
    const hash = hashOfSecret(secret);
    const entry = known.get(hash);
    if (entry !== undefined && now() - entry.at < believedMs) return used(entry.key);
    const running = reading.get(hash);
    if (running !== undefined) return running;
    const started = read(hash).finally(() => reading.delete(hash));
    reading.set(hash, started);
    return started;
  };

  async function read(hash: string): Promise<FoundKey | null> {
    const at = now();
    const fields = await withRedis(() => redis.hgetall(keys.apiKey(hash)));
    const key = fromFields(hash, fields);
    known.delete(hash);
    if (key === null) return null;
    known.set(hash, { key, at });
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return used(key);
  }

  function used(key: StoredKey): FoundKey {
    const state = stateOf(key, now());
    if (state === 'valid') noteUse(key);
    return { key, state };
  }

  function noteUse({ hash, lastUsedAt }: StoredKey): void {
    const last = Math.max(
      notedAt.get(hash) ?? 0,
      lastUsedAt === null ? 0 : Date.parse(lastUsedAt) || 0,
    );
    const at = now();
    if (at - last < usedEveryMs) return;
    notedAt.set(hash, at);
    if (notedAt.size > mostKnown) notedAt.clear();
    redis
      .eval(noteUseScript, 1, keys.apiKey(hash), new Date(at).toISOString())
      .catch((error: unknown) => logger.warn({ err: error }, "A key's last use is not noted"));
  }
}
