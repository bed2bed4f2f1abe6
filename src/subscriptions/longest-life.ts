import { GraphError } from '../domain/graph-error.js';
import { isTooLong } from '../graph/subscriptions/subscription-refusal.js';

/** Asks for the longest life first (ms since the epoch), and for a shorter one as long as Graph finds it too long. */
export async function withLongestLife<T>(
  expiries: readonly number[],
  ask: (expiresAt: number) => Promise<T>,
): Promise<T> {
  let refused: unknown = new RangeError('No life to ask for');
  for (const expiresAt of expiries) {
    try {
      return await ask(expiresAt);
    } catch (error) {
      refused = error;
      if (!(error instanceof GraphError && isTooLong(error))) break;
    }
  }
  throw refused;
}
