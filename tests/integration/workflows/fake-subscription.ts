import type { NotificationActivities } from '../../../activities/notification-activities.js';
import type { SubscriptionActivities } from '../../../activities/subscription-activities.js';
import type { SubscriptionOutcome } from '../../../src/domain/subscriptions/subscription-outcome.js';

/** Stands where Redis and Graph would be, by subscription name. */
export class FakeSubscription {
  /** Names of the activities in the order of their begin. */
  readonly calls: string[] = [];
  lifeMs = 60_000;
  made = 0;
  expiresAt = 0;
  renewAt = 0;
  /** How many changes are left after each delivery; then none. */
  left: number[] = [];
  /** Runs before each activity; may wait or throw. */
  before: (activity: string, times: number) => Promise<void> | void = () => undefined;
  /** What is answered in the place of what would be; null leaves it. */
  instead: (activity: string, times: number) => SubscriptionOutcome | null = () => null;

  async step(activity: string, answer: () => SubscriptionOutcome): Promise<SubscriptionOutcome> {
    const times = await this.begin(activity);
    return this.instead(activity, times) ?? answer();
  }

  /** Answers how often it was called by now. */
  async begin(activity: string): Promise<number> {
    this.calls.push(activity);
    const times = this.count(activity);
    await this.before(activity, times);
    return times;
  }

  count(activity: string): number {
    return this.calls.filter((call) => call === activity).length;
  }

  stand(): SubscriptionOutcome {
    const now = Date.now();
    this.expiresAt = now + this.lifeMs;
    this.renewAt = Math.floor(now + this.lifeMs * 0.75);
    const { expiresAt, renewAt } = this;
    const subscriptionId = `graph-${this.made}`;
    return {
      kind: 'standing',
      subscriptionId,
      expiresAt,
      renewAt,
      isFresh: false,
      mustResync: false,
      mustRenew: false,
    };
  }

  make(): SubscriptionOutcome {
    this.made += 1;
    return this.stand();
  }
}

/** The activities of every fake, so that tests can run side by side. */
export function fakeSubscriptionActivities(fakes: ReadonlyMap<string, FakeSubscription>) {
  const of = (name: string): FakeSubscription => {
    const fake = fakes.get(name);
    if (fake === undefined) throw new Error(`There is no ${name}`);
    return fake;
  };
  return {
    ensureSubscription: ({ name }) => of(name).step('ensure', () => of(name).make()),
    renewSubscription: ({ name }) => of(name).step('renew', () => of(name).stand()),
    reauthorizeSubscription: ({ name }) =>
      of(name).step('reauthorize', () => ({ kind: 'reauthorized' })),
    removeSubscription: ({ name }) => of(name).step('remove', () => ({ kind: 'removed' })),
    async resyncSubscription({ name }) {
      await of(name).begin('resync');
      return { found: 1 };
    },
    async deliverChanges({ name }) {
      await of(name).begin('deliver');
      return { left: of(name).left.shift() ?? 0 };
    },
  } satisfies SubscriptionActivities & NotificationActivities;
}
