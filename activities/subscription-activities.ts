import type { SubscriptionOutcome } from '../src/domain/subscriptions/subscription-outcome.js';
import { ensureSubscription } from '../src/subscriptions/ensure-subscription.js';
import { removeSubscription } from '../src/subscriptions/remove-subscription.js';
import {
  reauthorizeSubscription,
  renewSubscription,
} from '../src/subscriptions/renew-subscription.js';
import { resyncSubscription } from '../src/subscriptions/resync-subscription.js';
import type { SubscriptionDeps } from '../src/subscriptions/subscription-deps.js';
import { runActivity } from './run-activity.js';

interface Named {
  readonly name: string;
}

/**
 * The steps of a subscription's life. Each may be repeated. What Graph refuses for good is an outcome; what passes by
 * itself is a failure that Temporal retries.
 */
export function createSubscriptionActivities(deps: SubscriptionDeps) {
  return {
    async ensureSubscription({ name }: Named): Promise<SubscriptionOutcome> {
      return runActivity(() => ensureSubscription(deps, name));
    },

    async renewSubscription(
      known: Named & { readonly subscriptionId: string },
    ): Promise<SubscriptionOutcome> {
      return runActivity(() => renewSubscription(deps, known));
    },

    async reauthorizeSubscription(
      known: Named & { readonly subscriptionId: string },
    ): Promise<SubscriptionOutcome> {
      return runActivity(() => reauthorizeSubscription(deps, known));
    },

    async removeSubscription({ name }: Named): Promise<SubscriptionOutcome> {
      return runActivity(() => removeSubscription(deps, name));
    },

    async resyncSubscription({ name }: Named): Promise<{ readonly found: number }> {
      return runActivity(() => resyncSubscription(deps, name));
    },
  };
}

export type SubscriptionActivities = ReturnType<typeof createSubscriptionActivities>;
