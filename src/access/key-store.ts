import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import { hashOfSecret, makeKeySecret } from './key-secret.js';
import { fromFields, stateOf, toFields, type StoredKey } from './stored-key.js';

/** The keys that were made; what `npm run keys:…` works with. */
export interface KeyStore {
  /** Answers the secret, which is shown this once. `name_taken` where a valid key has the name. */
  create(
    wanted: Pick<StoredKey, 'name' | 'scopes' | 'plans' | 'policy' | 'expiresAt'>,
  ): Promise<{ readonly secret: string; readonly key: StoredKey } | 'name_taken'>;
  /** By name. */
  list(): Promise<readonly StoredKey[]>;
  /** Ends every valid key of the name; answers them. */
  revoke(name: string): Promise<readonly StoredKey[]>;
}

/** How long an ended key is still listed. */
const keptSeconds = 90 * 86_400;

export function createKeyStore({
  redis,
  keys,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
}): KeyStore {
  return { create, list, revoke };

  async function create(
    wanted: Parameters<KeyStore['create']>[0],
  ): Promise<Awaited<ReturnType<KeyStore['create']>>> {
    const known = await list();
    if (known.some((key) => key.name === wanted.name && stateOf(key, now()) === 'valid')) {
      return 'name_taken';
    }
    const secret = makeKeySecret();
    const key: StoredKey = {
      ...wanted,
      hash: hashOfSecret(secret),
      createdAt: new Date(now()).toISOString(),
      revokedAt: null,
      lastUsedAt: null,
    };
    const steps = redis.multi().hset(keys.apiKey(key.hash), toFields(key));
    if (key.expiresAt !== null) {
      const until = Math.ceil(Date.parse(key.expiresAt) / 1_000) + keptSeconds;
      steps.expireat(keys.apiKey(key.hash), until);
    }
    await steps.exec();
    return { secret, key };
  }

  async function list(): Promise<readonly StoredKey[]> {
    const prefix = keys.apiKey('');
    const names = new Set<string>();
    for (let cursor = '0'; ;) {
      const [next, found] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000);
      for (const name of found) names.add(name);
      if (next === '0') break;
      cursor = next;
    }
    const read = await Promise.all(
      [...names].map(async (name) =>
        fromFields(name.slice(prefix.length), await redis.hgetall(name)),
      ),
    );
    return read
      .filter((key) => key !== null)
      .toSorted(
        (one, other) =>
          one.name.localeCompare(other.name) || one.createdAt.localeCompare(other.createdAt),
      );
  }

  async function revoke(name: string): Promise<readonly StoredKey[]> {
    const valid = (await list()).filter(
      (key) => key.name === name && stateOf(key, now()) === 'valid',
    );
    const revokedAt = new Date(now()).toISOString();
    for (const { hash } of valid) {
      await redis
        .multi()
        .hset(keys.apiKey(hash), { revokedAt })
        .expire(keys.apiKey(hash), keptSeconds)
        .exec();
    }
    return valid.map((key) => ({ ...key, revokedAt }));
  }
}
