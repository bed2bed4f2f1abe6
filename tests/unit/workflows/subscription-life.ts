import { renewalTime } from '../../../src/domain/subscriptions/lifetime.js';
import type { SubscriptionOutcome } from '../../../src/domain/subscriptions/subscription-outcome.js';
import { SubscriptionState } from '../../../workflows/subscription/subscription-state.js';
import type { Step } from '../../../workflows/subscription/subscription-times.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A subscription with a clock that stands until it is moved. */
export function aLife(random = 0.5) {
  let time = 1_800_000_000_000;
  const state = new SubscriptionState(
    () => time,
    () => random,
  );
  const expect_ = (step: Step | null) => {
    const taken = state.takeStep();
    if (taken !== step) throw new Error(`${String(step)} was expected, not ${String(taken)}`);
  };
  return {
    state,
    now: () => time,
    pass(ms: number) {
      time += ms;
    },
    expectStep: expect_,
    /** Waits as the workflow does. */
    untilDue() {
      time += state.msUntilNext() ?? 0;
    },
    standing(lifeMs = 3 * day, more: Partial<SubscriptionOutcome> = {}): SubscriptionOutcome {
      return {
        kind: 'standing',
        subscriptionId: 'graph-1',
        expiresAt: time + lifeMs,
        renewAt: renewalTime(time, time + lifeMs, random),
        isFresh: false,
        mustResync: false,
        mustRenew: false,
        ...more,
      } as SubscriptionOutcome;
    },
    begin(lifeMs = 3 * day) {
      expect_('ensure');
      state.finishStep(this.standing(lifeMs));
      // What may wait from before is looked for once.
      if (state.takeDelivery() !== null) state.finishDelivery(0);
    },
  };
}
