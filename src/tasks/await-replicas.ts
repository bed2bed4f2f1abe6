import type { Redis } from 'ioredis';
import { ProblemError } from '../domain/problem.js';

/** How many replicas must have a task write before it is answered. */
export interface ReplicaSettings {
  /** 0: none is waited for. */
  readonly replicas: number;
  readonly timeoutMs: number;
}

/**
 * Waits until what was written on this connection before the call is on as many replicas as the settings ask for;
 * ProblemError `not_replicated` when that does not happen in time. Waits of the same moment share one `WAIT`.
 */
export type AwaitReplicas = () => Promise<void>;

export function createAwaitReplicas(
  redis: Redis,
  { replicas, timeoutMs }: ReplicaSettings,
): AwaitReplicas {
  if (replicas === 0) return async () => undefined;
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<number> | null = null;

  return async () => {
    next ??= running.then(() => {
      next = null;
      // Speaks of all that Redis had written when this connection was last answered, so of a repeated write of another
      // process too.
      const sent = redis.wait(replicas, timeoutMs);
      running = sent.catch(() => undefined);
      return sent;
    });
    const reached = await next.catch(() => 0);
    if (reached >= replicas) return;
    throw new ProblemError(
      'not_replicated',
      `The write is done, but only ${reached} of ${replicas} replicas have it, so a failover now could lose it. ` +
        'Repeating it with the same idempotency key is safe and answers as soon as they have it',
    );
  };
}
