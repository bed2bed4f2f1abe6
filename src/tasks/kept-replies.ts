import { createHash, randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { ProblemError } from '../domain/problem.js';
import type { Keys } from './keys.js';
import { withRedis } from './redis-problem.js';

/** What a call is known by when it is sent again. */
export interface KeyedCall {
  readonly actor: string;
  readonly idempotencyKey: string;
  readonly operation: string;
  /** As it was checked, so that order and spelling of its members do not matter. */
  readonly input: unknown;
}

/**
 * What is known of a call under its key. `kept`: its first answer. `waiting`: it waits for a person. `running`: somebody is
 * doing it now. `unknown`: somebody began it and never said how it ended.
 */
export type KnownCall =
  | { readonly kind: 'kept'; readonly json: string }
  | { readonly kind: 'waiting'; readonly approvalId: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'unknown'; readonly effect: string; readonly mark: string };

/** The right to do what a call asks for, which nobody else has until one of these is called. */
export interface ReplyClaim {
  /** It is done, with this answer. */
  keep(json: string): Promise<void>;
  /** Nothing was done: the same call may come again. */
  release(): Promise<void>;
  /** Whether it was done is not known. */
  giveUp(): Promise<void>;
}

/**
 * The first success of a call with an idempotency key, for a day. Keys are shared with the task writes. What is done at
 * Microsoft is claimed first, so that of twins at the same moment one does it; other calls only read or write here, so that
 * both of theirs may run and the first answer is kept. Every method may throw ProblemError idempotency_key_reused where the
 * key was used for something else.
 */
export interface KeptReplies {
  /** Null where nothing is known. */
  find(call: KeyedCall): Promise<KnownCall | null>;
  keep(call: KeyedCall, json: string): Promise<void>;
  /** Null: somebody else has it, or it is done. `effect`: what is about to be done, for who has to look whether it was. */
  claim(call: KeyedCall, effect: string): Promise<ReplyClaim | null>;
  /** What is unknown may be done again, because it is done once in another way: whoever began it has no say any more. */
  forgetUnknown(call: KeyedCall, mark: string): Promise<void>;
  /** The call waits for this approval. False: something is known of it already. */
  keepWaiting(call: KeyedCall, approvalId: string): Promise<boolean>;
  /** It does not wait after all. */
  forgetWaiting(call: KeyedCall): Promise<void>;
}

const keptSeconds = 86_400;
/** Whoever does something says so often that it is still at it; clocks of replicas differ by much less. */
const leaseMs = 60_000;
const renewMs = 15_000;

/** Only where it is still the claim that was seen: a twin may have made it anew. */
const forgetScript = `
local kept = redis.call('GET', KEYS[1])
if kept and string.find(kept, ARGV[1], 1, true) then redis.call('DEL', KEYS[1]) end`;

/**
 * Values have the form of the task writes' own: fingerprint, status, id and revision, then the answer. A claim has the status
 * 102, the end of its lease (ms) as revision, and a mark of its own before what it does.
 */
export function createKeptReplies({
  redis,
  keys,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
}): KeptReplies {
  const keyOf = ({ actor, idempotencyKey }: KeyedCall): string =>
    keys.idempotency(actor, idempotencyKey);

  const setIfNew = async (call: KeyedCall, value: string): Promise<boolean> =>
    (await withRedis(() => redis.set(keyOf(call), value, 'EX', keptSeconds, 'NX'))) === 'OK';

  return {
    async find(call) {
      const kept = await withRedis(() => redis.get(keyOf(call)));
      return kept === null ? null : readKept(kept, fingerprintOf(call), now());
    },
    async keep(call, json) {
      await setIfNew(call, `${fingerprintOf(call)} 200 - 0 ${json}`);
    },
    async claim(call, effect) {
      const mark = randomUUID();
      const value = (until: number): string =>
        `${fingerprintOf(call)} 102 - ${String(until)} ${mark} ${effect}`;
      if (!(await setIfNew(call, value(now() + leaseMs)))) return null;
      // Nobody else writes to the key while it is there.
      const replace = (next: string): Promise<unknown> =>
        withRedis(() => redis.set(keyOf(call), next, 'EX', keptSeconds, 'XX'));
      const timer = setInterval(() => {
        // Where Redis is away for longer than the lease, nobody else can claim it either.
        replace(value(now() + leaseMs)).catch(() => undefined);
      }, renewMs);
      timer.unref();
      const end = async (work: () => Promise<unknown>): Promise<void> => {
        clearInterval(timer);
        await work();
      };
      return {
        keep: (json) => end(() => replace(`${fingerprintOf(call)} 200 - 0 ${json}`)),
        release: () => end(() => withRedis(() => redis.del(keyOf(call)))),
        giveUp: () => end(() => replace(value(0))),
      };
    },
    async forgetUnknown(call, mark) {
      await withRedis(() => redis.eval(forgetScript, 1, keyOf(call), mark));
    },
    keepWaiting: (call, approvalId) =>
      setIfNew(call, `${fingerprintOf(call)} 202 ${approvalId} 0 `),
    async forgetWaiting(call) {
      await withRedis(() => redis.del(keyOf(call)));
    },
  };
}

function readKept(kept: string, fingerprint: string, now: number): KnownCall {
  const [, first, status, id = '', rev, rest = ''] =
    /^(\S+) (\d+) (\S+) (\d+) (.*)$/s.exec(kept) ?? [];
  if (first !== fingerprint) {
    throw new ProblemError(
      'idempotency_key_reused',
      'The key has been used in the last 24 hours for another request; use a new key for a new request',
    );
  }
  if (status === '202') return { kind: 'waiting', approvalId: id };
  if (status !== '102') return { kind: 'kept', json: rest };
  if (Number(rev) > now) return { kind: 'running' };
  const at = rest.indexOf(' ');
  return { kind: 'unknown', mark: rest.slice(0, at), effect: rest.slice(at + 1) };
}

function fingerprintOf({ operation, input }: KeyedCall): string {
  return createHash('sha1')
    .update(`${operation}\n${JSON.stringify(input)}`)
    .digest('hex');
}
