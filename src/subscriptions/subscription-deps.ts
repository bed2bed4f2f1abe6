import type {
  EncryptionCertificate,
  SubscriptionClient,
} from '../graph/subscriptions/subscription-client.js';
import type { ResyncMarks } from './resync-marks.js';
import type { SubscriptionRows } from './subscription-rows.js';
import type { SubscriptionStatuses } from './subscription-status.js';
import type { WantedSubscriptions } from './wanted-subscriptions.js';
import type { CallFunction } from '../tasks/load-functions.js';
import type { Keys } from '../tasks/keys.js';
import type { Changes, FoundChange } from '../graph/subscriptions/changed-since.js';
import type { WatchedKind } from '../domain/subscriptions/watchable-resource.js';

/** What the steps of a subscription's life work with. */
export interface SubscriptionDeps {
  /** In the name of an account. */
  readonly clientOf: (accountId: string) => SubscriptionClient;
  readonly changesOf: (accountId: string) => Changes;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly wanted: WantedSubscriptions;
  readonly rows: SubscriptionRows;
  readonly statuses: SubscriptionStatuses;
  readonly marks: ResyncMarks;
  /** Puts changes where those wait that notifications told of; answers how many were not known. */
  readonly addChanges: (name: string, found: FoundChanges) => Promise<number>;
  /** Nothing of a subscription waits any more. */
  readonly forgetChanges: (name: string) => Promise<void>;
  /** Origin at which Graph reaches the server; null: nowhere. */
  readonly publicBaseUrl: string | null;
  /** What data in notifications is encrypted for. */
  readonly currentCertificate: () => Promise<EncryptionCertificate>;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface FoundChanges {
  readonly kind: WatchedKind;
  /** The resource of the subscription. */
  readonly watched: string;
  readonly changes: readonly FoundChange[];
}

/** Where Graph sends notifications and lifecycle notifications. */
export function addressesAt(publicBaseUrl: string): {
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
} {
  const notificationUrl = `${publicBaseUrl}/api/graph_webhook`;
  return { notificationUrl, lifecycleNotificationUrl: `${notificationUrl}/lifecycle` };
}
