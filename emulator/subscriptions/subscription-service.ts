import type { EmulatorSettings } from '../settings.js';
import type { Collection } from '../state/collection.js';
import type { resolveResource } from './resolve-resource.js';
import type { SubscriptionRecord } from './subscription-record.js';

/** What every operation on subscriptions works with. */
export interface SubscriptionService {
  readonly subscriptions: Collection<SubscriptionRecord>;
  /** Follows the ids of a path. */
  resolve(path: readonly string[]): ReturnType<typeof resolveResource>;
  settings(): EmulatorSettings;
  now(): Date;
  newGuid(): string;
  /** Resolves when the address has proved itself; throws a `GraphFailure` otherwise. */
  shakeHands(address: string): Promise<void>;
  /** Told of what a client should not do although Graph lets it. */
  note(violation: SubscriptionViolation): void;
  /** Something about times or addresses changed. */
  changed(): void;
}

/** Something that the documentation tells clients not to do. */
export interface SubscriptionViolation {
  readonly rule: 'reauthorizeAndRenewWithinTenMinutes';
  readonly subscriptionId: string;
  readonly at: string;
}

/** Subscriptions whose time has not run out. */
export function livingSubscriptions(service: {
  readonly subscriptions: Collection<SubscriptionRecord>;
  now(): Date;
}): SubscriptionRecord[] {
  const now = service.now().getTime();
  return [...service.subscriptions.values()].filter(
    ({ expirationDateTime }) => Date.parse(expirationDateTime) > now,
  );
}
