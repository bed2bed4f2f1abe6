import { createHash } from 'node:crypto';
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
 * The first success of a call with an idempotency key, for a day. Keys are shared with the task writes. Twins at the same
 * moment both run: what they do is the same, and the first answer is kept.
 */
export interface KeptReplies {
  /** Null where nothing is kept. ProblemError idempotency_key_reused where the key was used for something else. */
  find(call: KeyedCall): Promise<string | null>;
  keep(call: KeyedCall, json: string): Promise<void>;
}

const keptSeconds = 86_400;

export function createKeptReplies({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): KeptReplies {
  const keyOf = ({ actor, idempotencyKey }: KeyedCall): string =>
    keys.idempotency(actor, idempotencyKey);
  return {
    async find(call) {
      const kept = await withRedis(() => redis.get(keyOf(call)));
      if (kept === null) return null;
      const start = startOf(call);
      if (kept.startsWith(start)) return kept.slice(start.length);
      throw new ProblemError(
        'idempotency_key_reused',
        'The key has been used in the last 24 hours for another request; use a new key for a new request',
      );
    },
    async keep(call, json) {
      const value = startOf(call) + json;
      await withRedis(() => redis.set(keyOf(call), value, 'EX', keptSeconds, 'NX'));
    },
  };
}

/** The form in which task writes keep theirs: fingerprint, status, task id and revision, then the answer. */
function startOf({ operation, input }: KeyedCall): string {
  const fingerprint = createHash('sha1')
    .update(`${operation}\n${JSON.stringify(input)}`)
    .digest('hex');
  return `${fingerprint} 200 - 0 `;
}
