import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { AdapterPayload } from 'oidc-provider';
import { VaultError } from '../accounts/vault/vault-error.js';
import type { Vault } from '../accounts/vault/vault.js';
import type { Keys } from '../tasks/keys.js';

/** Ids of what is kept are secrets in somebody's hands (a code, a token, a cookie): Redis has their hashes only. */
export function hashOfId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

export type Consumption =
  | { readonly kind: 'first' }
  /** `at`: ms since 1970. */
  | { readonly kind: 'again'; readonly at: number; readonly grantId: string | null }
  | { readonly kind: 'gone' };

export interface UsedUp {
  /** ms since 1970. */
  readonly at: number;
  readonly grantId: string | null;
  readonly clientId: string | null;
}

/** What oidc-provider keeps, in Redis, sealed. */
export interface ModelStore {
  keep(
    model: string,
    id: string,
    kept: { payload: AdapterPayload; seconds: number | null },
  ): Promise<void>;
  find(model: string, id: string): Promise<AdapterPayload | undefined>;
  findByHash(model: string, idHash: string): Promise<AdapterPayload | undefined>;
  /** The id's hash of a session by its other id. */
  sessionOf(uid: string): Promise<string | null>;
  /**
   * Of all who use up a code or a refresh token, over all replicas, one is the first. Of a refresh token nothing is kept
   * then but that it was used up: a host that is always there uses up thousands.
   */
  consume(model: string, id: string): Promise<Consumption>;
  /** Null: it is not used up, or not known. */
  usedUp(model: string, id: string): Promise<UsedUp | null>;
  forget(model: string, id: string): Promise<void>;
}

const payloadField = 'payload';
const consumedField = 'consumedAt';
const grantField = 'grantId';
const clientField = 'clientId';
const uidModel = 'SessionUid';
/** That it was used up is known for as long as it would have counted: whoever uses it then is a thief, or was robbed. */
const leavesTrace = 'RefreshToken';

const consumeScript = `
if redis.call('EXISTS', KEYS[1]) == 0 then return {'gone'} end
local grant = redis.call('HGET', KEYS[1], ARGV[3]) or ''
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return {'again', redis.call('HGET', KEYS[1], ARGV[1]), grant}
end
if ARGV[4] ~= '' then redis.call('HDEL', KEYS[1], ARGV[4]) end
return {'first', '', grant}`;

export function createModelStore(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly now: () => number;
  /** No grant lives longer, nor what hangs on it. */
  readonly grantSeconds: number;
}): ModelStore {
  const { redis, keys, vault, now, grantSeconds } = deps;

  const findByHash = async (model: string, idHash: string): Promise<AdapterPayload | undefined> => {
    const fields = await redis.hgetall(keys.oauthModel(model, idHash));
    const sealed = fields[payloadField];
    if (sealed === undefined) return undefined;
    const text = opened(() => vault.open(purposeOf(model), idHash, sealed));
    if (text === null) return undefined;
    const payload = JSON.parse(text) as AdapterPayload;
    const consumedAt = fields[consumedField];
    return consumedAt === undefined ? payload : { ...payload, consumed: Number(consumedAt) };
  };

  return {
    async keep(model, id, { payload, seconds }) {
      const idHash = hashOfId(id);
      const name = keys.oauthModel(model, idHash);
      const steps = redis
        .multi()
        .hset(name, payloadField, vault.seal(purposeOf(model), idHash, JSON.stringify(payload)));
      if (seconds !== null) steps.expire(name, seconds);
      if (payload.grantId !== undefined && model !== 'Interaction') {
        const parts = keys.oauthConnectionParts(payload.grantId);
        steps.hset(name, grantField, payload.grantId).sadd(parts, name).expire(parts, grantSeconds);
      }
      if (model === leavesTrace && payload.clientId !== undefined) {
        steps.hset(name, clientField, payload.clientId);
      }
      if (model === 'Session' && payload.uid !== undefined) {
        steps.set(
          keys.oauthModel(uidModel, hashOfId(payload.uid)),
          idHash,
          'EX',
          seconds ?? grantSeconds,
        );
      }
      throwFirst(await steps.exec());
    },
    find: (model, id) => findByHash(model, hashOfId(id)),
    findByHash,
    sessionOf: (uid) => redis.get(keys.oauthModel(uidModel, hashOfId(uid))),
    async consume(model, id) {
      const name = keys.oauthModel(model, hashOfId(id));
      const reply: unknown = await redis.eval(
        consumeScript,
        1,
        name,
        consumedField,
        String(now()),
        grantField,
        model === leavesTrace ? payloadField : '',
      );
      const [kind, at, grantId = ''] = Array.isArray(reply) ? reply.map(String) : [];
      if (kind === 'gone') return { kind };
      if (kind === 'first') {
        // The end of a connection need not find the trace: it opens nothing.
        if (model === leavesTrace && grantId !== '') {
          await redis.srem(keys.oauthConnectionParts(grantId), name);
        }
        return { kind };
      }
      return { kind: 'again', at: Number(at), grantId: grantId === '' ? null : grantId };
    },
    async usedUp(model, id) {
      const name = keys.oauthModel(model, hashOfId(id));
      const found = await redis.hmget(name, consumedField, grantField, clientField);
      const [at = null, grantId = null, clientId = null] = found;
      return at === null ? null : { at: Number(at), grantId, clientId };
    },
    async forget(model, id) {
      await redis.del(keys.oauthModel(model, hashOfId(id)));
    },
  };
}

/** What no key opens any more, or was changed, is as good as gone: whoever holds its id begins anew. */
function opened(open: () => string): string | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

function purposeOf(model: string): string {
  return `oauth ${model}`;
}

/** A transaction is answered part by part; ioredis rejects only where it was not run at all. */
export function throwFirst(replies: readonly [Error | null, unknown][] | null): void {
  const failed = replies?.find(([error]) => error !== null);
  if (failed?.[0]) throw failed[0];
}
