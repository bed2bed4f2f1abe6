import { createHash, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';

/** What a person is asked in their own program about. */
export interface Question {
  readonly owner: string;
  readonly operation: string;
  /** As it was checked. */
  readonly input: unknown;
  readonly effect: string;
  readonly details: unknown;
}

/**
 * Questions that callers' programs show to people. The answer comes with the same call again, and counts once: what it is
 * about is kept here, so that a yes to one thing is none to another.
 */
export interface ApprovalQuestions {
  /** Answers the id of the question. */
  ask(question: Question): Promise<string>;
  /** `same`: it was asked this, and is answered hereby. */
  take(id: string, question: Question): Promise<'same' | 'other' | 'unknown'>;
}

/** As long as a program may show it (ms). */
const livesMs = 900_000;

export function createApprovalQuestions({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ApprovalQuestions {
  return {
    async ask(question) {
      const id = `approve-${randomBytes(24).toString('base64url')}`;
      const key = keys.approvalQuestion(hashOf(id));
      await withRedis(() => redis.set(key, fingerprintOf(question), 'PX', livesMs));
      return id;
    },
    async take(id, question) {
      const asked = await withRedis(() => redis.getdel(keys.approvalQuestion(hashOf(id))));
      if (asked === null) return 'unknown';
      return asked === fingerprintOf(question) ? 'same' : 'other';
    },
  };
}

function fingerprintOf(question: Question): string {
  const { owner, operation, input, effect, details } = question;
  return hashOf(JSON.stringify([owner, operation, input, effect, details]));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
