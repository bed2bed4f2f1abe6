import type { Redis } from 'ioredis';
import * as z from 'zod';
import { scopes, type Scope } from '../domain/access/caller.js';
import type { Keys } from '../tasks/keys.js';
import { hashOfId, throwFirst } from './model-store.js';

/** A host as people know it. */
export interface Host {
  readonly clientId: string;
  /** What it calls itself; nobody has checked it. */
  readonly name: string | null;
  /** Of the address of its metadata document: it does belong to the host. */
  readonly domain: string | null;
}

/** A host that somebody has let in: one grant, and all tokens that came of it. Times are UTC. */
export interface Connection {
  /** The grant's. */
  readonly id: string;
  readonly accountId: string;
  /** As at the sign-in. */
  readonly userName: string | null;
  readonly host: Host;
  /** Where people are sent back to, as they were shown it. */
  readonly target: string;
  /** The same for all connections of one person with one host at one place. */
  readonly consentId: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: string;
  readonly usedAt: string | null;
}

export interface Consent {
  readonly scopes: readonly Scope[];
  readonly at: string;
}

export interface Connections {
  make(connection: Omit<Connection, 'usedAt' | 'madeAt'>): Promise<void>;
  /** Null: there is none, or no longer. */
  find(id: string): Promise<Connection | null>;
  /** Those of a person, the newest first. */
  listOf(accountId: string): Promise<readonly Connection[]>;
  /** It has got a token: it goes on for as long again. */
  noteUse(connection: Pick<Connection, 'id' | 'accountId'>): Promise<void>;
  /** Ends one, with all its tokens. */
  end(id: string): Promise<void>;
  /** Ends all that a person has with a host at a place, and forgets that it was allowed. */
  endAll(accountId: string, consentId: string): Promise<readonly Connection[]>;
  consentOf(accountId: string, consentId: string): Promise<Consent | null>;
}

/** `place`: of the redirect. */
export function consentIdOf(clientId: string, place: string): string {
  return hashOfId(JSON.stringify([clientId, place]));
}

const detailsSchema = z.object({
  accountId: z.string(),
  userName: z.string().nullable(),
  host: z.object({
    clientId: z.string(),
    name: z.string().nullable(),
    domain: z.string().nullable(),
  }),
  target: z.string(),
  consentId: z.string(),
  scopes: z.array(z.string()).transform(knownScopes),
  madeAt: z.string(),
});

const consentSchema = z.object({
  scopes: z.array(z.string()).transform(knownScopes),
  at: z.string(),
});

const detailsField = 'details';
const usedField = 'usedAt';

/** Nothing may be made of one that has just ended. */
const noteUseScript = `
if redis.call('EXISTS', KEYS[1]) == 0 then return end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('ZADD', KEYS[2], 'XX', ARGV[4], ARGV[5])`;

const endScript = `
for _, part in ipairs(redis.call('SMEMBERS', KEYS[2])) do redis.call('DEL', part) end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])`;

export function createConnections(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
  /** Unused for so long, a connection is over. */
  readonly idleSeconds: number;
  /** So long it is remembered what was allowed. */
  readonly consentSeconds: number;
}): Connections {
  const { redis, keys, now, idleSeconds, consentSeconds } = deps;

  const find = async (id: string): Promise<Connection | null> =>
    toConnection(id, await redis.hgetall(keys.oauthConnection(id)));

  const listOf = async (accountId: string): Promise<readonly Connection[]> => {
    const list = keys.oauthConnectionsOf(accountId);
    await redis.zremrangebyscore(list, '-inf', now());
    const ids = await redis.zrevrange(list, 0, -1);
    const found = await Promise.all(ids.map(find));
    return found.filter((one) => one !== null);
  };

  const end = async (id: string): Promise<void> => {
    const connection = await find(id);
    await redis.eval(
      endScript,
      3,
      keys.oauthConnection(id),
      keys.oauthConnectionParts(id),
      keys.oauthModel('Grant', hashOfId(id)),
    );
    if (connection !== null) await redis.zrem(keys.oauthConnectionsOf(connection.accountId), id);
  };

  return {
    find,
    listOf,
    end,
    async make({ id, ...details }) {
      const { accountId, consentId } = details;
      const at = now();
      const madeAt = new Date(at).toISOString();
      const consent = { scopes: details.scopes, at: madeAt } satisfies Consent;
      const list = keys.oauthConnectionsOf(accountId);
      const steps = redis
        .multi()
        .hset(keys.oauthConnection(id), detailsField, JSON.stringify({ ...details, madeAt }))
        .expire(keys.oauthConnection(id), idleSeconds)
        .zadd(list, at + idleSeconds * 1_000, id)
        .expire(list, consentSeconds)
        .hset(keys.oauthConsentsOf(accountId), consentId, JSON.stringify(consent))
        .expire(keys.oauthConsentsOf(accountId), consentSeconds);
      throwFirst(await steps.exec());
    },
    async noteUse({ id, accountId }) {
      const at = now();
      await redis.eval(
        noteUseScript,
        2,
        keys.oauthConnection(id),
        keys.oauthConnectionsOf(accountId),
        usedField,
        new Date(at).toISOString(),
        String(idleSeconds),
        String(at + idleSeconds * 1_000),
        id,
      );
    },
    async endAll(accountId, consentId) {
      await redis.hdel(keys.oauthConsentsOf(accountId), consentId);
      const ended = (await listOf(accountId)).filter((one) => one.consentId === consentId);
      for (const { id } of ended) await end(id);
      return ended;
    },
    async consentOf(accountId, consentId) {
      const text = await redis.hget(keys.oauthConsentsOf(accountId), consentId);
      if (text === null) return null;
      const consent = consentSchema.safeParse(JSON.parse(text)).data ?? null;
      const isOld = consent !== null && now() - Date.parse(consent.at) > consentSeconds * 1_000;
      return isOld ? null : consent;
    },
  };
}

function toConnection(id: string, fields: Readonly<Record<string, string>>): Connection | null {
  const text = fields[detailsField];
  const details = text === undefined ? null : detailsSchema.parse(JSON.parse(text));
  return details === null ? null : { id, ...details, usedAt: fields[usedField] ?? null };
}

function knownScopes(named: readonly string[]): Scope[] {
  return scopes.filter((scope) => named.includes(scope));
}
