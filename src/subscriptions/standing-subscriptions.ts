import type { ConfiguredSubscriptions } from './configured-subscriptions.js';
import type { SubscriptionStatuses } from './subscription-status.js';
import type { WantedSubscriptions } from './wanted-subscriptions.js';

/** The flows of subscriptions; each rejects while Temporal is away. */
export interface SubscriptionStarter {
  /** Makes sure that it runs. */
  ensure(name: string): Promise<void>;
  /** Has it look at once. */
  renewNow(name: string): Promise<void>;
  unsubscribe(name: string): Promise<void>;
}

/**
 * Makes sure that whatever is wanted has its flow, and whatever is not wanted any more loses its subscription. For boot,
 * where everything that is not well is looked at at once, and for every minute after it, so that an emptied Temporal is
 * made whole again.
 */
export function createStandingSubscriptions(deps: {
  readonly configured: ConfiguredSubscriptions;
  readonly wanted: WantedSubscriptions;
  readonly statuses: Pick<SubscriptionStatuses, 'all'>;
  readonly flows: SubscriptionStarter;
  readonly publicBaseUrl: string | null;
}): () => Promise<void> {
  const { configured, wanted, statuses, flows, publicBaseUrl } = deps;
  let isFirst = true;
  return async () => {
    if (isFirst) await configured.publish();
    const changed = new Set(await configured.apply());
    const [rows, known] = await Promise.all([wanted.all(), statuses.all()]);
    for (const [name, { resource, removing }] of rows) {
      const status = known.get(resource);
      const isWell = status?.state === 'active' && status.address === publicBaseUrl;
      if (removing === true) await flows.unsubscribe(name);
      else if (changed.has(name) || (isFirst && !isWell)) await flows.renewNow(name);
      else await flows.ensure(name);
    }
    isFirst = false;
  };
}
