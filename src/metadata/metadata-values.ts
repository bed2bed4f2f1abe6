import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { MetadataEntity } from '../domain/metadata.js';
import { ProblemError, problemCatalogue, type ProblemCode } from '../domain/problem.js';
import type { Keys, MetadataKind } from '../tasks/keys.js';
import type { Lives } from './freshness.js';
import { isAddress, type Wanted } from './wanted.js';

/** The keys of the metadata cache. Values are texts: what is read is sent on without being parsed. */
export interface MetadataValues {
  /** Null: not in the cache. */
  read(wanted: Wanted): Promise<string | null>;
  /** What was known beyond the life of the cache. */
  readKept(wanted: Wanted): Promise<string | null>;
  /** What Graph said a moment ago instead of an answer. */
  readRefusal(wanted: Wanted): Promise<ProblemError | null>;
  /** Whether this asker may ask now; only one of all processes may. Must be renewed before `leaseMs` are over. */
  begin(wanted: Wanted, token: string): Promise<boolean>;
  /** Takes the turn from whoever has it, who then stores nothing any more. */
  seize(wanted: Wanted, token: string): Promise<void>;
  renew(wanted: Wanted, token: string): Promise<void>;
  /** False, and nothing is stored: the turn was lost, so what Graph said may be older than a change we were told of. */
  store(
    wanted: Wanted,
    token: string,
    found: { readonly entity: MetadataEntity; readonly json: string; readonly lives: Lives },
  ): Promise<boolean>;
  refuse(
    wanted: Wanted,
    token: string,
    refusal: { readonly problem: ProblemError; readonly forMs: number; readonly isGone: boolean },
  ): Promise<void>;
  end(wanted: Wanted, token: string): Promise<void>;
  forget(wanted: Wanted): Promise<void>;
}

/** Long enough for a process that is busy, short enough to wait for when it has died. */
export const leaseMs = 2_000;

/** KEYS: turn, value, kept, two refusals, then addresses. ARGV: token, JSON, life, life with grace, id. */
const storeScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('SET', KEYS[3], ARGV[2], 'PX', ARGV[4])
redis.call('DEL', KEYS[1], KEYS[4], KEYS[5])
for at = 6, #KEYS do redis.call('SET', KEYS[at], ARGV[5], 'PX', ARGV[3]) end
return 1`;

/** KEYS: turn, refusal, then what goes. ARGV: token, JSON, life. */
const refuseScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('DEL', KEYS[1])
for at = 3, #KEYS do redis.call('DEL', KEYS[at]) end
return 1`;

/** KEYS: turn. ARGV: token, life in ms, or 0 to end it. */
const turnScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] == '0' then return redis.call('DEL', KEYS[1]) end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

export function createMetadataValues({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): MetadataValues {
  /** Of a person by address: where the address points to, if the person still has it. */
  const readBy = async (
    { kind, id }: Wanted,
    keyOf: (kind: MetadataKind, id: string) => string,
  ): Promise<string | null> => {
    if (kind !== 'users' || !isAddress(id)) return redis.get(keyOf(kind, id));
    const userId = await redis.get(keys.graphAddress(id));
    const json = userId === null ? null : await redis.get(keyOf(kind, userId));
    return json !== null && addressesIn(json).includes(id) ? json : null;
  };
  const turn = ({ kind, id }: Wanted): string => keys.graphAsking(kind, id);
  return {
    read: (wanted) => readBy(wanted, keys.graphMetadata),
    readKept: (wanted) => readBy(wanted, keys.graphKept),
    async readRefusal({ kind, id }) {
      const json = await redis.get(keys.graphRefusal(kind, id));
      return json === null ? null : toProblem(json);
    },
    begin: async (wanted, token) =>
      (await redis.set(turn(wanted), token, 'PX', leaseMs, 'NX')) === 'OK',
    async seize(wanted, token) {
      await redis.set(turn(wanted), token, 'PX', leaseMs);
    },
    async renew(wanted, token) {
      await redis.eval(turnScript, 1, turn(wanted), token, leaseMs);
    },
    async store(wanted, token, { entity, json, lives }) {
      const { kind } = wanted;
      const addresses = kind === 'users' ? addressesOf(entity).map(keys.graphAddress) : [];
      const names = [
        turn(wanted),
        keys.graphMetadata(kind, entity.id),
        keys.graphKept(kind, entity.id),
        keys.graphRefusal(kind, wanted.id),
        keys.graphRefusal(kind, entity.id),
        ...addresses,
      ];
      const { ttlMs, graceMs } = lives;
      const args = [token, json, ttlMs, ttlMs + graceMs, entity.id];
      return (await redis.eval(storeScript, names.length, ...names, ...args)) === 1;
    },
    async refuse(wanted, token, { problem, forMs, isGone }) {
      const { kind, id } = wanted;
      const gone = isAddress(id)
        ? [keys.graphAddress(id)]
        : [keys.graphMetadata(kind, id), keys.graphKept(kind, id)];
      const names = [turn(wanted), keys.graphRefusal(kind, id), ...(isGone ? gone : [])];
      const { code, message, extra } = problem;
      const json = JSON.stringify({ code, message, ...extra });
      await redis.eval(refuseScript, names.length, ...names, token, json, forMs);
    },
    async end(wanted, token) {
      await redis.eval(turnScript, 1, turn(wanted), token, 0);
    },
    async forget({ kind, id }) {
      const names = [
        keys.graphMetadata(kind, id),
        keys.graphKept(kind, id),
        keys.graphRefusal(kind, id),
        keys.graphAsking(kind, id),
      ];
      // Whose name is whose has changed with the person.
      await redis.del(...names, ...(kind === 'users' ? [keys.graphNames] : []));
    },
  };
}

/** By which a person can be asked for, in lower case. */
function addressesOf(user: Readonly<Record<string, unknown>>): readonly string[] {
  const addresses = [user['mail'], user['userPrincipalName']].flatMap((address) =>
    typeof address === 'string' && isAddress(address) ? [address.toLowerCase()] : [],
  );
  return [...new Set(addresses)];
}

function addressesIn(json: string): readonly string[] {
  const user: unknown = JSON.parse(json);
  return typeof user === 'object' && user !== null ? addressesOf({ ...user }) : [];
}

const codes = Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]];
const refusalSchema = z.object({
  code: z.enum(codes),
  message: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  retryAfter: z.number().optional(),
});

/** Null: of another version of the product. */
function toProblem(json: string): ProblemError | null {
  const { data } = refusalSchema.safeParse(JSON.parse(json));
  if (data === undefined) return null;
  const { code, message, errors, retryAfter } = data;
  return new ProblemError(code, message, {
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}
