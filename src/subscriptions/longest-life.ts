import { GraphError } from '../domain/graph-error.js';
import { expiriesToAskFor } from '../domain/subscriptions/lifetime.js';
import { watchableOf } from '../domain/subscriptions/watch-request.js';
import { isTooLong } from '../graph/subscriptions/subscription-refusal.js';

/** Asks for the longest life first (ms since the epoch), and for a shorter one as long as Graph finds it too long. */
export async function withLongestLife<T>(
  {
    resource,
    includeResourceData,
  }: { readonly resource: string; readonly includeResourceData: boolean },
  now: number,
  ask: (expiresAt: number) => Promise<T>,
): Promise<T> {
  const watchable = watchableOf(resource);
  if (watchable === null) throw new TypeError('A resource that is wanted was checked before');
  let refused: unknown = new RangeError('No life to ask for');
  for (const expiresAt of expiriesToAskFor(watchable, includeResourceData, now)) {
    try {
      return await ask(expiresAt);
    } catch (error) {
      refused = error;
      if (!(error instanceof GraphError && isTooLong(error))) break;
    }
  }
  throw refused;
}
