import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubscriptionCarried } from '../../../workflows/subscription/contract.js';
import { SubscriptionState } from '../../../workflows/subscription/subscription-state.js';
import { apartMs } from '../../../workflows/subscription/subscription-times.js';
import { aLife, day, hour, minute } from './subscription-life.js';

type Life = ReturnType<typeof aLife>;
const reauthorizationRequired = {
  event: 'reauthorizationRequired',
  subscriptionId: 'graph-1',
} as const;

/** The next run of its workflow. */
const continued = (life: Life) =>
  SubscriptionState.from(life.state.toCarried(), life.now, () => 0.5);

describe('what was stopped before it ended', () => {
  it('is the look at Graph: it is looked again', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle({ event: 'subscriptionRemoved', subscriptionId: 'graph-1' });
    life.expectStep('ensure');
    life.state.returnStep();
    expect(continued(life).takeStep()).toBe('ensure');
    life.expectStep('ensure');
  });

  it('is the authorization: it is asked for again', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle(reauthorizationRequired);
    life.expectStep('reauthorize');
    life.state.returnStep();
    life.expectStep('reauthorize');
  });

  it('is the look for what was missed: it is looked for before the rest is delivered', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle({ event: 'missed', subscriptionId: 'graph-1' });
    expect(life.state.takeDelivery()).toBe('resync');
    life.state.returnDelivery();
    expect(continued(life).takeDelivery()).toBe('resync');
    expect(life.state.takeDelivery()).toBe('resync');
    life.state.finishDelivery(0);
    expect(life.state.takeDelivery()).toBe('deliver');
  });

  it('is a delivery: its changes are delivered', () => {
    const life = aLife();
    life.begin();
    life.state.noteChanges();
    expect(life.state.takeDelivery()).toBe('deliver');
    life.state.returnDelivery();
    expect(continued(life).takeDelivery()).toBe('deliver');
  });
});

it('while no subscription stands, what came is delivered, and what was missed is looked for later', () => {
  const life = aLife();
  life.begin(hour);
  life.untilDue();
  life.expectStep('renew');
  life.state.finishStep({ kind: 'gone' });
  life.state.noteChanges();
  expect(life.state.takeDelivery()).toBe('deliver');
  life.state.finishDelivery(0);
  expect(life.state.takeDelivery()).toBeNull();
});

it('before the first look nobody knows whose authorization is required', () => {
  const life = aLife();
  life.state.noteLifecycle(reauthorizationRequired);
  life.begin();
  life.expectStep(null);
});

it('a subscription that Graph still had at the second look is looked at as often as any other', () => {
  const life = aLife();
  life.begin();
  life.state.noteLifecycle({ event: 'subscriptionRemoved', subscriptionId: 'graph-1' });
  life.expectStep('ensure');
  life.state.finishStep(life.standing());
  life.pass(apartMs);
  life.expectStep('ensure');
  life.state.finishStep(life.standing());
  expect(life.state.msUntilNext()).toBeGreaterThan(12 * hour);
});

describe('a renewal', () => {
  it('authorizes too, so that what was required before it is not done after it', () => {
    const life = aLife();
    life.begin(40 * minute);
    life.pass(25 * minute);
    life.state.noteLifecycle(reauthorizationRequired);
    life.expectStep('renew');
    life.state.finishStep(life.standing());
    life.pass(apartMs);
    life.expectStep(null);
  });

  it('that gave it what is wanted is not repeated at once', () => {
    const life = aLife();
    life.begin(hour);
    life.untilDue();
    life.expectStep('renew');
    life.state.finishStep(life.standing(3 * day, { mustRenew: true }));
    life.pass(apartMs);
    life.expectStep(null);
  });
});

it('what Graph refuses to authorize is renewed later, and not within ten minutes', () => {
  const life = aLife();
  life.begin();
  life.state.noteLifecycle(reauthorizationRequired);
  life.expectStep('reauthorize');
  life.state.finishStep({ kind: 'refused', reason: 'permission_lost', retryAfterMs: null });
  life.pass(apartMs - 1);
  life.expectStep(null);
  life.pass(1);
  life.expectStep('renew');
});

it('an authorization that would leave no time for a renewal is a renewal', () => {
  const life = aLife();
  life.expectStep('ensure');
  life.state.finishStep(life.standing(40 * minute, { renewAt: life.now() + 39 * minute }));
  life.pass(21 * minute);
  life.state.noteLifecycle(reauthorizationRequired);
  life.expectStep('renew');
});

it('another reason for a refusal begins with a short wait again', () => {
  const life = aLife(0);
  for (let times = 0; times < 4; times += 1) {
    life.untilDue();
    life.expectStep('ensure');
    life.state.finishStep({ kind: 'refused', reason: 'quota', retryAfterMs: null });
    if (life.state.takeDelivery() !== null) life.state.finishDelivery(0);
  }
  life.untilDue();
  life.expectStep('ensure');
  life.state.finishStep({ kind: 'refused', reason: 'permission_lost', retryAfterMs: null });
  expect(life.state.msUntilNext()).toBe(5 * minute);
});

describe('a subscription made in the place of another', () => {
  it('needs no authorization that was required for that one', () => {
    const life = aLife();
    life.begin();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.noteLifecycle(reauthorizationRequired);
    life.state.finishStep(life.standing(3 * day, { subscriptionId: 'graph-2', isFresh: true }));
    life.expectStep(null);
  });

  it.each(['in the same run', 'in the next run'])('waits for no call to that one, %s', (run) => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle(reauthorizationRequired);
    life.expectStep('reauthorize');
    life.state.finishStep({ kind: 'reauthorized' });
    life.state.noteRenewNow();
    const state = run === 'in the next run' ? continued(life) : life.state;
    expect(state.takeStep()).toBe('ensure');
    state.finishStep(life.standing(3 * day, { subscriptionId: 'graph-2', mustRenew: true }));
    expect(state.takeStep()).toBe('renew');
  });
});

it('a subscription that Graph denied and shows again in the next run is still not renewed too soon', () => {
  const life = aLife();
  life.begin();
  life.state.noteLifecycle(reauthorizationRequired);
  life.expectStep('reauthorize');
  life.state.finishStep({ kind: 'gone' });
  const next = continued(life);
  expect(next.takeStep()).toBe('ensure');
  next.finishStep(life.standing(3 * day, { mustRenew: true }));
  expect(next.takeStep()).toBeNull();
});

it('a subscription that ended while nobody looked is looked at, because it cannot be renewed', () => {
  const life = aLife();
  life.begin(hour);
  life.pass(hour);
  life.expectStep('ensure');
});

it.each([
  ['ends in the past', { expiresAt: 1_700_000_000_000 }],
  ['is to be renewed in the past', { renewAt: 1_700_000_000_000 }],
])(
  'a renewed subscription that %s by our clock does not have Graph asked without end',
  (_what, times) => {
    const life = aLife();
    life.begin();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep('renew');
    life.state.finishStep(life.standing(3 * day, times));
    expect(life.state.msUntilNext()).toBe(5 * minute);
  },
);

it('a removal that failed in a way that nobody foresaw is tried again later', () => {
  const life = aLife();
  life.begin();
  life.state.noteUnsubscribe();
  life.expectStep('remove');
  life.state.failStep();
  life.expectStep(null);
  expect(life.state.msUntilNext()).toBe(5 * minute);
  life.untilDue();
  life.expectStep('remove');
});

it('the next run knows all that the one before knew', () => {
  const time = fc.integer({ min: 1_800_000_000_000, max: 1_900_000_000_000 });
  const maybe = fc.option(time);
  const carried: fc.Arbitrary<SubscriptionCarried> = fc
    .record({
      standing: fc.option(fc.record({ id: fc.string(), expiresAt: time, renewAt: time })),
      rest: fc.record({
        renewedAt: maybe,
        reauthorizedAt: maybe,
        suspectId: fc.option(fc.string()),
        checkAt: time,
        refusal: fc.option(
          fc.record({
            reason: fc.constantFrom('quota', 'permission_lost'),
            retry: fc.constantFrom('ensure', 'renew'),
            times: fc.nat(),
            retryAt: time,
          }),
        ),
        wantsReauthorization: fc.boolean(),
        wantsRenewal: fc.boolean(),
        wantsResync: fc.boolean(),
        wantsRemoval: fc.boolean(),
        changesWait: fc.boolean(),
      }),
    })
    .map(({ standing, rest }) => ({
      subscriptionId: standing?.id ?? null,
      expiresAt: standing?.expiresAt ?? null,
      renewAt: standing?.renewAt ?? null,
      ...rest,
    }));
  fc.assert(
    fc.property(carried, (given) => {
      const next = SubscriptionState.from(
        given,
        () => 1_850_000_000_000,
        () => 0.5,
      );
      expect(next.toCarried()).toEqual(given);
    }),
  );
});
