import type { ChainableCommander, Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import { blankAuditEntry, type AuditEntry } from './audit-log.js';
import { hashOfSecret, keyIdOf, makeKeySecret } from './key-secret.js';
import { fromFields, stateOf, toFields, type StoredKey } from './stored-key.js';

/** The keys that were made; what `npm run keys:…` works with. The audit log has every change, written in the same step. */
export interface KeyStore {
  /** Answers the secret, which is shown this once. `name_taken` where a valid key has the name. */
  create(
    wanted: Pick<StoredKey, 'name' | 'scopes' | 'plans' | 'policy' | 'expiresAt'> & {
      readonly approvals?: StoredKey['approvals'];
    },
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
  auditMax,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  /** Entries kept in the audit log; 0: nothing is written. */
  readonly auditMax: number;
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
      approvals: wanted.approvals ?? null,
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
    await note(steps, 'keys:create', key).exec();
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
    for (const key of valid) {
      const steps = redis
        .multi()
        .hset(keys.apiKey(key.hash), { revokedAt })
        .expire(keys.apiKey(key.hash), keptSeconds);
      await note(steps, 'keys:revoke', key).exec();
    }
    return valid.map((key) => ({ ...key, revokedAt }));
  }

  /** Who has Redis says who they are to nobody, so the entry names no actor. */
  function note(
    steps: ChainableCommander,
    operation: 'keys:create' | 'keys:revoke',
    { name, hash }: StoredKey,
  ): ChainableCommander {
    if (auditMax === 0) return steps;
    const entry: AuditEntry = {
      ...blankAuditEntry(now()),
      keyId: keyIdOf(hash),
      operation,
      object: name,
    };
    const json = JSON.stringify(entry);
    return steps.xadd(keys.auditLog, 'MAXLEN', '~', auditMax, '*', 'entry', json);
  }
}
