/** Temporal retries of a Graph request: 2 s doubling to 5 min (ms). */
export const backoff = { firstMs: 2_000, factor: 2, maxMs: 300_000 } as const;

/** The wait after the given failed attempt (from 1), in ms. */
export function delayAfterMs(attempt: number): number {
  const exponent = Math.min(Math.max(attempt, 1) - 1, 30);
  return Math.min(backoff.firstMs * backoff.factor ** exponent, backoff.maxMs);
}

/**
 * How far a retry has come whose attempt after `before` earlier ones was made so long ago (ms): the number of attempts
 * made in all, and the wait until the next.
 */
export function retryProgress(
  elapsedMs: number,
  before = 0,
): {
  readonly attempts: number;
  readonly nextInMs: number;
} {
  let attempts = before + 1;
  let next = delayAfterMs(attempts);
  while (next <= elapsedMs) {
    attempts += 1;
    next += delayAfterMs(attempts);
  }
  return { attempts, nextInMs: next - elapsedMs };
}
