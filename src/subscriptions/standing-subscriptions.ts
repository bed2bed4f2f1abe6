import type { AwayTime } from './away-time.js';
import type { ConfiguredSubscriptions } from './configured-subscriptions.js';
import type { SubscriptionRows } from './subscription-rows.js';
import type { SubscriptionStatuses } from './subscription-status.js';
import { accountOf, type WantedSubscriptions } from './wanted-subscriptions.js';

/** The flows of subscriptions; each rejects while Temporal is away. */
export interface SubscriptionStarter {
  /** Makes sure that it runs. */
  ensure(name: string): Promise<void>;
  /** Has it look at once. */
  renewNow(name: string): Promise<void>;
  unsubscribe(name: string): Promise<void>;
}

interface MissedTeller {
  /** False when no flow of that name runs. */
  lifecycle(
    name: string,
    notice: { readonly event: 'missed'; readonly subscriptionId: string },
  ): Promise<boolean>;
}

/** Graph tries to deliver for four hours. */
const longestAwayMs = 3.5 * 3_600_000;

/**
 * Makes sure that whatever is wanted has its flow, and whatever is not wanted any more loses its subscription. For boot,
 * where everything that is not well is looked at at once, and for every minute after it, so that an emptied Temporal is
 * made whole again. After hours in which no server was there, as on a machine that sleeps at night, what Graph gave up to
 * deliver is looked for: it says so only for mail and events, and only while somebody is there.
 */
export function createStandingSubscriptions(deps: {
  readonly configured: ConfiguredSubscriptions;
  readonly wanted: WantedSubscriptions;
  readonly statuses: Pick<SubscriptionStatuses, 'all'>;
  readonly rows: Pick<SubscriptionRows, 'all'>;
  readonly away: AwayTime;
  readonly flows: SubscriptionStarter & MissedTeller;
  /** Which of the accounts must sign in first. */
  readonly waitingAmong: (accountIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly publicBaseUrl: string | null;
}): () => Promise<void> {
  const { configured, wanted, statuses, rows: standing, away, flows, publicBaseUrl } = deps;
  const lookBack = async (): Promise<void> => {
    for (const [subscriptionId, { name }] of await standing.all()) {
      await flows.lifecycle(name, { event: 'missed', subscriptionId });
    }
  };
  let isFirst = true;
  let waited: ReadonlySet<string> = new Set();
  return async () => {
    if (isFirst) await configured.publish();
    const changed = new Set(await configured.apply());
    const [rows, known] = await Promise.all([wanted.all(), statuses.all()]);
    const waiting = await deps.waitingAmong([...rows.values()].map(accountOf));
    for (const [name, row] of rows) {
      const { resource, removing } = row;
      const isBack = waited.has(accountOf(row)) && !waiting.has(accountOf(row));
      const status = known.get(resource);
      const isWell = status?.state === 'active' && status.address === publicBaseUrl;
      if (removing === true) await flows.unsubscribe(name);
      else if (changed.has(name) || isBack || (isFirst && !isWell)) await flows.renewNow(name);
      else await flows.ensure(name);
    }
    if ((await away.read()) > longestAwayMs) await lookBack();
    await away.note();
    isFirst = false;
    waited = waiting;
  };
}
