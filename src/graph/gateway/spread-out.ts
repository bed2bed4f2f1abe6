const leastSpreadMs = 250;
const mostSpreadMs = 2_000;

/**
 * A wait (ms) that is up to a tenth longer, so that not all who wait for the same thing come at once. `luck`: 0 to 1; what
 * was asked for together has the same, so that it comes together again and shares a batch.
 */
export function spreadOut(waitMs: number, luck: number): number {
  const spreadMs = Math.min(mostSpreadMs, Math.max(leastSpreadMs, waitMs / 10));
  return Math.ceil(waitMs + luck * spreadMs);
}
