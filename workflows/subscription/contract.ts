import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { SubscriptionRefusal } from '../../src/domain/subscriptions/subscription-outcome.js';

/** What Graph says about a subscription itself. https://learn.microsoft.com/graph/change-notifications-lifecycle-events */
export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';

export interface LifecycleNotice {
  readonly event: LifecycleEvent;
  /** Graph's id of the subscription that it is about; one that we gave up since is none of our business. */
  readonly subscriptionId: string;
}

/** Ids only: what is watched, and with which secret's hash, is in Redis under the name. */
export interface SubscriptionInput {
  /** Our own stable name of the subscription; Graph's id changes whenever it is made anew. */
  readonly name: string;
  /** Continues as new at so many events of history; at Temporal's own suggestion without it. */
  readonly historyLimit?: number;
  /** What the run before left, by continue-as-new. */
  readonly carried?: SubscriptionCarried;
}

export interface SubscriptionCarried {
  readonly subscriptionId: string | null;
  /** All in ms since the epoch; null where it never happened or is not known. */
  readonly expiresAt: number | null;
  readonly renewAt: number | null;
  readonly renewedAt: number | null;
  readonly reauthorizedAt: number | null;
  /** One that Graph said was removed, until it was looked at. Absent in what older versions carried. */
  readonly suspectId?: string | null;
  /** When Graph is next asked whether the subscription is still there. */
  readonly checkAt: number;
  /** After a refusal: which, how often in a row, and not before when the next try is due. */
  readonly refusal: {
    readonly reason: SubscriptionRefusal;
    readonly retry: 'ensure' | 'renew';
    readonly times: number;
    readonly retryAt: number;
  } | null;
  readonly wantsReauthorization: boolean;
  readonly wantsRenewal: boolean;
  readonly wantsResync: boolean;
  readonly wantsRemoval: boolean;
  readonly changesWait: boolean;
}

export interface SubscriptionView {
  readonly state: 'creating' | 'active' | 'removing' | SubscriptionRefusal;
  readonly subscriptionId: string | null;
  readonly expiresAt: number | null;
  readonly renewAt: number | null;
  readonly changesWait: boolean;
}

/** The relay put changes into Redis that nobody has fetched yet. */
export const changesWaiting = defineSignal('changesWaiting');
export const lifecycle = defineSignal<[LifecycleNotice]>('lifecycle');
/** Looked at and renewed now, or tried again after a refusal. */
export const renewNow = defineSignal('renewNow');
/** No longer wanted: deleted at Graph, and the workflow ends. */
export const unsubscribe = defineSignal('unsubscribe');
export const subscriptionView = defineQuery<SubscriptionView>('subscriptionView');

export const subscriptionWorkflow = 'subscription';

/** One open run per name; the namespace in front lets tenants share a Temporal namespace. */
export function subscriptionId(namespace: string, name: string): string {
  return `${namespace}/subscription/${name}`;
}
