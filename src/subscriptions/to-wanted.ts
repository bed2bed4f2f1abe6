import type { WatchRequest } from '../domain/subscriptions/watch-request.js';
import { watchableOf } from '../domain/subscriptions/watch-request.js';
import type { WantedSubscription } from './wanted-subscriptions.js';

/** A checked request as it is kept. */
export function toWanted(
  { resource, changeTypes, includeResourceData }: WatchRequest,
  who: Pick<WantedSubscription, 'origin' | 'by' | 'at' | 'accountId'>,
): WantedSubscription {
  const watchable = watchableOf(resource);
  if (watchable === null) throw new TypeError('Only checked requests are kept');
  const { kind } = watchable;
  return { resource, kind, changeTypes: [...changeTypes], includeResourceData, ...who };
}
