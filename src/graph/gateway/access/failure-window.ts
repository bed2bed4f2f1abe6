import { CircuitState, SamplingBreaker } from 'cockatiel';
import * as z from 'zod';

/** Whether too much of what one process asks of a service fails. */
export interface FailureWindow {
  note(health: 'well' | 'failed'): 'fine' | 'failing';
}

const spanMs = 30_000;

/** Half of the exchanges of half a minute, and no verdict on fewer than five. */
const limits = { threshold: 0.5, duration: spanMs, minimumRps: 5_000 / spanMs } as const;

const sampledSchema = z.looseObject({
  windows: z.array(
    z.object({ startedAt: z.number(), failures: z.number(), successes: z.number() }),
  ),
});

export function createFailureWindow(): FailureWindow {
  const breaker = new SamplingBreaker(limits);
  return {
    note(health) {
      forgetOld(breaker, Date.now());
      if (health === 'failed') {
        return breaker.failure(CircuitState.Closed) ? 'failing' : 'fine';
      }
      breaker.success(CircuitState.Closed);
      return 'fine';
    },
  };
}

/**
 * The breaker moves on by one of its windows with an exchange, however long ago the last one was: where a plan is looked
 * at every five seconds, half a minute would be two and a half, and a sick service would pass as well for the first of them.
 */
function forgetOld(breaker: SamplingBreaker, now: number): void {
  const sampled = sampledSchema.parse(breaker.state);
  const windows = sampled.windows.map((window) =>
    now - window.startedAt < spanMs ? window : { ...window, failures: 0, successes: 0 },
  );
  breaker.state = {
    ...sampled,
    windows,
    currentFailures: windows.reduce((sum, { failures }) => sum + failures, 0),
    currentSuccesses: windows.reduce((sum, { successes }) => sum + successes, 0),
  };
}
