import { CircuitState, SamplingBreaker } from 'cockatiel';

/** Whether too much of what one process asks of a service fails. */
export interface FailureWindow {
  note(health: 'well' | 'failed'): 'fine' | 'failing';
}

/** Half of the exchanges of half a minute, and no verdict on fewer than five. */
const limits = { threshold: 0.5, duration: 30_000, minimumRps: 5 / 30 } as const;

export function createFailureWindow(): FailureWindow {
  const breaker = new SamplingBreaker(limits);
  return {
    note(health) {
      if (health === 'failed') {
        return breaker.failure(CircuitState.Closed) ? 'failing' : 'fine';
      }
      breaker.success(CircuitState.Closed);
      return 'fine';
    },
  };
}
