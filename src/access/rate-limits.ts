import { ProblemError } from '../domain/problem.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { withRedis } from '../tasks/redis-problem.js';

/** How an actor stands; for the headers of draft-ietf-httpapi-ratelimit-headers. */
export interface RateStanding {
  readonly perMinute: number;
  /** Requests left, as far as this process knows. */
  readonly left: number;
  /** Seconds until there is one more, where none is left; else until all are back. */
  readonly resetSeconds: number;
}

/** Too many requests of one actor. */
export class RateLimitedError extends ProblemError {
  constructor(readonly standing: RateStanding) {
    const { perMinute, resetSeconds } = standing;
    super(
      'too_many_requests',
      `More than ${perMinute} requests in a minute; go on in ${resetSeconds} s`,
      { retryAfter: resetSeconds },
    );
  }
}

/** Takes one request of an actor. Throws RateLimitedError. Answers at once while this process has some in hand. */
export type TakeRequest = (actor: string) => RateStanding | Promise<RateStanding>;

interface Bucket {
  /** Taken from Redis and not used yet. */
  inHand: number;
  /** Left in Redis when it was asked last. */
  left: number;
  /** Nothing is asked before (ms): Redis has said when there is one more. */
  emptyUntil: number;
  asking: Promise<void> | null;
}

/** Of what comes in a second so many are taken at a time; a small limit is asked for one by one. */
const mostAtOnce = 100;
const mostActors = 10_000;

/**
 * One bucket for each actor in Redis, for all replicas together: it holds a minute's requests and fills steadily.
 * Processes take the share of a second at a time, so that few requests wait for Redis, and none is let through twice.
 */
export function createRateLimits(deps: {
  readonly keys: Pick<Keys, 'namespace'>;
  readonly call: CallFunction;
  readonly perMinute: number;
  readonly now: () => number;
}): TakeRequest {
  const { keys, call, perMinute, now } = deps;
  const share = Math.max(1, Math.min(mostAtOnce, Math.floor(perMinute / 60)));
  const buckets = new Map<string, Bucket>();

  return (actor) => {
    const bucket = bucketOf(actor);
    if (bucket.inHand > 0) return spend(bucket);
    refuseEmpty(bucket);
    return takeMore(actor, bucket);
  };

  async function takeMore(actor: string, bucket: Bucket): Promise<RateStanding> {
    while (bucket.inHand === 0) {
      refuseEmpty(bucket);
      bucket.asking ??= ask(actor, bucket).finally(() => {
        bucket.asking = null;
      });
      await bucket.asking;
    }
    return spend(bucket);
  }

  async function ask(actor: string, bucket: Bucket): Promise<void> {
    const reply = await withRedis(() =>
      call('tandem_rate_take_v1', keys.namespace, actor, String(share), String(perMinute)),
    );
    if (!Array.isArray(reply)) throw new TypeError('The rate function did not answer a list');
    const [granted, left, waitMs] = reply.map(Number);
    bucket.inHand += granted ?? 0;
    bucket.left = left ?? 0;
    if (granted === 0) bucket.emptyUntil = now() + Math.max(1, waitMs ?? 0);
  }

  function spend(bucket: Bucket): RateStanding {
    bucket.inHand -= 1;
    const left = bucket.inHand + bucket.left;
    return { perMinute, left, resetSeconds: Math.ceil(((perMinute - left) * 60) / perMinute) };
  }

  function refuseEmpty({ emptyUntil }: Bucket): void {
    const waitMs = emptyUntil - now();
    if (waitMs <= 0) return;
    const resetSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
    throw new RateLimitedError({ perMinute, left: 0, resetSeconds });
  }

  function bucketOf(actor: string): Bucket {
    const known = buckets.get(actor);
    if (known !== undefined) return known;
    const made: Bucket = { inHand: 0, left: 0, emptyUntil: 0, asking: null };
    buckets.set(actor, made);
    const [oldest] = buckets.keys();
    if (buckets.size > mostActors && oldest !== undefined) buckets.delete(oldest);
    return made;
  }
}
