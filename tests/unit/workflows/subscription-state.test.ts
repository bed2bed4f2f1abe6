import { describe, expect, it } from 'vitest';
import { renewalTime } from '../../../src/domain/subscriptions/lifetime.js';
import type {
  SubscriptionOutcome,
  SubscriptionRefusal,
} from '../../../src/domain/subscriptions/subscription-outcome.js';
import {
  SubscriptionState,
  apartMs,
  type Step,
} from '../../../workflows/subscription/subscription-state.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A subscription with a clock that stands until it is moved. */
function aLife(random = 0.5) {
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

const refused = (reason: SubscriptionRefusal, retryAfterMs: number | null = null) =>
  ({ kind: 'refused', reason, retryAfterMs }) as const;

describe('a subscription', () => {
  it('is made at once, and then left alone until something is due', () => {
    const life = aLife();
    expect(life.state.view().state).toBe('creating');
    life.begin();
    expect(life.state.view()).toMatchObject({ state: 'active', subscriptionId: 'graph-1' });
    life.expectStep(null);
    expect(life.state.msUntilNext()).toBeGreaterThan(hour);
  });

  it('is looked at every day, and renewed well before it ends', () => {
    const life = aLife();
    life.begin();
    const end = life.now() + 3 * day;
    const seen: Step[] = [];
    while (seen.at(-1) !== 'renew') {
      life.untilDue();
      const step = life.state.takeStep();
      if (step === null) throw new Error('nothing was due');
      seen.push(step);
      life.state.finishStep(
        step === 'renew'
          ? life.standing()
          : life.standing(end - life.now(), { renewAt: end - day / 2 }),
      );
    }
    expect(seen).toEqual(['ensure', 'ensure', 'renew']);
    expect(life.now()).toBeLessThan(end - 6 * hour);
  });

  it('is made anew when Graph does not know it any more at its renewal, and what was missed is looked for', () => {
    const life = aLife();
    life.begin(hour);
    life.untilDue();
    life.expectStep('renew');
    life.state.finishStep({ kind: 'gone' });
    life.expectStep('ensure');
    expect(life.state.takeDelivery()).toBeNull();
    life.state.finishStep(life.standing(3 * day, { subscriptionId: 'graph-2' }));
    expect(life.state.takeDelivery()).toBe('resync');
    life.state.finishDelivery(0);
    expect(life.state.view().subscriptionId).toBe('graph-2');
  });

  it('is renewed when what Graph has is not what is wanted any more', () => {
    const life = aLife();
    life.expectStep('ensure');
    life.state.finishStep(life.standing(3 * day, { mustRenew: true }));
    life.expectStep('renew');
  });

  it('is not renewed when it was made only now', () => {
    const life = aLife();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.finishStep(life.standing(3 * day, { isFresh: true }));
    life.expectStep(null);
  });

  it('is looked at and renewed when somebody asks for it', () => {
    const life = aLife();
    life.begin();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep('renew');
    life.state.finishStep(life.standing());
    life.expectStep(null);
  });
});

describe('what is asked for while an answer is awaited', () => {
  it('is done after it', () => {
    const life = aLife();
    life.expectStep('ensure');
    life.state.noteRenewNow();
    life.state.finishStep(life.standing());
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep('renew');
    life.state.noteRenewNow();
    life.state.finishStep(life.standing());
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep('renew');
  });

  it('is done after a refusal too', () => {
    const life = aLife();
    life.expectStep('ensure');
    life.state.noteRenewNow();
    life.state.finishStep(refused('permission_lost'));
    life.expectStep('ensure');
  });
});

describe('what Graph says about a subscription itself', () => {
  const notice = (
    event: 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired',
    id = 'graph-1',
  ) => ({
    event,
    subscriptionId: id,
  });

  it('has it authorized anew', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle(notice('reauthorizationRequired'));
    life.state.noteLifecycle(notice('reauthorizationRequired'));
    life.expectStep('reauthorize');
    life.state.finishStep({ kind: 'reauthorized' });
    life.expectStep(null);
  });

  it('has it renewed instead when that is near, because a renewal authorizes too', () => {
    const life = aLife();
    life.begin(40 * minute);
    life.pass(25 * minute);
    life.state.noteLifecycle(notice('reauthorizationRequired'));
    life.expectStep('renew');
  });

  it('never has both within ten minutes', () => {
    const life = aLife();
    life.begin();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep('renew');
    life.state.finishStep(life.standing());
    life.state.noteLifecycle(notice('reauthorizationRequired'));
    life.expectStep(null);
    expect(life.state.msUntilNext()).toBe(apartMs);
    life.untilDue();
    life.expectStep('reauthorize');
    life.state.finishStep({ kind: 'reauthorized' });
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep(null);
    life.untilDue();
    life.expectStep('renew');
  });

  it('has what was missed looked for, before the rest is delivered', () => {
    const life = aLife();
    life.begin();
    life.state.noteChanges();
    life.state.noteLifecycle(notice('missed'));
    expect(life.state.takeDelivery()).toBe('resync');
    life.state.finishDelivery(0);
    expect(life.state.takeDelivery()).toBe('deliver');
  });

  it('has it asked for when it is said to be removed, and once more when Graph still has it', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle(notice('subscriptionRemoved'));
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep(null);
    life.pass(10 * minute);
    life.expectStep('ensure');
    life.state.finishStep(life.standing(3 * day, { subscriptionId: 'graph-2', mustResync: true }));
    expect(life.state.takeDelivery()).toBe('resync');
  });

  it('is ignored when it is about one that we gave up', () => {
    const life = aLife();
    life.begin();
    for (const event of ['missed', 'subscriptionRemoved', 'reauthorizationRequired'] as const) {
      life.state.noteLifecycle(notice(event, 'graph-0'));
    }
    life.expectStep(null);
    expect(life.state.takeDelivery()).toBeNull();
  });
});

it('said to have missed something before the first look has that looked for', () => {
  const life = aLife();
  life.state.noteLifecycle({ event: 'missed', subscriptionId: 'graph-1' });
  life.expectStep('ensure');
  life.state.finishStep(life.standing());
  expect(life.state.takeDelivery()).toBe('resync');
});

it('that Graph denied once and shows again is still not renewed too soon', () => {
  const life = aLife();
  life.begin();
  life.state.noteLifecycle({ event: 'reauthorizationRequired', subscriptionId: 'graph-1' });
  life.expectStep('reauthorize');
  life.state.finishStep({ kind: 'gone' });
  life.expectStep('ensure');
  life.state.finishStep(life.standing(3 * day, { mustRenew: true }));
  life.expectStep(null);
});

describe('a subscription that Graph refuses', () => {
  it.each([
    ['permission_lost', 5 * minute, hour],
    ['quota', 15 * minute, 6 * hour],
    ['address_unreachable', minute, 30 * minute],
  ] as const)('for %s is tried again, ever more slowly', (reason, first, longest) => {
    const life = aLife(0);
    const waits: number[] = [];
    for (let times = 0; times < 12; times += 1) {
      life.expectStep('ensure');
      life.state.finishStep(refused(reason));
      expect(life.state.view().state).toBe(reason);
      life.expectStep(null);
      waits.push(untilStep(life));
      life.untilDue();
    }
    expect(waits[0]).toBe(first);
    expect(waits[1]).toBe(Math.min(2 * first, longest));
    expect(waits.at(-1)).toBe(longest);
  });

  it('waits as long as Graph says', () => {
    const life = aLife(0);
    life.expectStep('ensure');
    life.state.finishStep(refused('quota', 7 * hour));
    expect(untilStep(life)).toBe(7 * hour);
  });

  it('is tried at once when somebody says that it was put right', () => {
    const life = aLife();
    life.expectStep('ensure');
    life.state.finishStep(refused('permission_lost'));
    life.state.noteRenewNow();
    life.expectStep('ensure');
  });

  it('keeps what it has while its renewal is refused, and is made anew when that has ended', () => {
    const life = aLife(0);
    life.begin(hour);
    life.untilDue();
    life.expectStep('renew');
    life.state.finishStep(refused('permission_lost'));
    expect(life.state.view()).toMatchObject({
      state: 'permission_lost',
      subscriptionId: 'graph-1',
    });
    life.untilDue();
    life.expectStep('renew');
    life.state.finishStep(refused('permission_lost'));
    life.pass(hour);
    life.expectStep('ensure');
  });

  it('is tried again later also after a failure that nobody foresaw', () => {
    const life = aLife(0);
    life.expectStep('ensure');
    life.state.failStep();
    life.expectStep(null);
    expect(untilStep(life)).toBe(15 * minute);
  });
});

describe('the changes of a subscription', () => {
  it('are asked for at the start, because a run before may have known of some', () => {
    expect(aLife().state.takeDelivery()).toBe('deliver');
  });

  it('are delivered one batch after the other, until none is left', () => {
    const life = aLife();
    life.begin();
    life.state.noteChanges();
    life.state.noteChanges();
    expect(life.state.takeDelivery()).toBe('deliver');
    expect(life.state.takeDelivery()).toBeNull();
    life.state.finishDelivery(3);
    expect(life.state.takeDelivery()).toBe('deliver');
    life.state.finishDelivery(0);
    expect(life.state.takeDelivery()).toBeNull();
  });

  it('are not forgotten when they come during a delivery', () => {
    const life = aLife();
    life.begin();
    life.state.noteChanges();
    life.state.takeDelivery();
    life.state.noteChanges();
    life.state.finishDelivery(0);
    expect(life.state.takeDelivery()).toBe('deliver');
  });

  it('are delivered while a renewal waits for Graph', () => {
    const life = aLife();
    life.begin();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.noteChanges();
    expect(life.state.takeDelivery()).toBe('deliver');
  });

  it('are tried again later when a delivery fails for good', () => {
    const life = aLife();
    life.begin();
    life.state.noteChanges();
    life.state.takeDelivery();
    life.state.failDelivery();
    expect(life.state.takeDelivery()).toBeNull();
    expect(life.state.msUntilNext()).toBe(5 * minute);
    life.untilDue();
    expect(life.state.takeDelivery()).toBe('deliver');
  });
});

describe('a subscription that nobody wants any more', () => {
  it('stops what is under way, is removed, and is over', () => {
    const life = aLife();
    life.begin();
    life.state.noteChanges();
    life.state.takeDelivery();
    life.state.noteUnsubscribe();
    expect(life.state.mustStop()).toBe(true);
    life.state.returnDelivery();
    expect(life.state.mustStop()).toBe(false);
    expect(life.state.takeDelivery()).toBeNull();
    life.expectStep('remove');
    life.state.finishStep({ kind: 'removed' });
    expect(life.state.isOver()).toBe(true);
  });

  it('is found out by its own steps too', () => {
    const life = aLife();
    life.expectStep('ensure');
    life.state.finishStep({ kind: 'unwanted' });
    life.expectStep('remove');
  });

  it('goes on when somebody wants it again before it is removed', () => {
    const life = aLife();
    life.begin();
    life.state.noteUnsubscribe();
    life.expectStep('remove');
    life.state.finishStep({ kind: 'wanted' });
    life.expectStep('ensure');
  });

  it('begins anew when somebody asked for it while it was being removed, and is over when that was in vain', () => {
    const life = aLife();
    life.begin();
    life.state.noteUnsubscribe();
    life.expectStep('remove');
    life.state.noteRenewNow();
    life.state.finishStep({ kind: 'removed' });
    life.expectStep('ensure');
    life.state.finishStep({ kind: 'unwanted' });
    life.expectStep('remove');
    life.state.finishStep({ kind: 'removed' });
    expect(life.state.isOver()).toBe(true);
  });

  it('begins anew when somebody wants it again in the moment when it is over', () => {
    const life = aLife();
    life.begin();
    life.state.noteUnsubscribe();
    life.expectStep('remove');
    life.state.finishStep({ kind: 'removed' });
    life.state.noteRenewNow();
    expect(life.state.isOver()).toBe(false);
    life.expectStep('ensure');
  });
});

describe('a run that is continued as new', () => {
  it('goes on where it was', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle({ event: 'missed', subscriptionId: 'graph-1' });
    const next = SubscriptionState.from(life.state.toCarried(), life.now, () => 0.5);
    expect(next.view()).toEqual(life.state.view());
    expect(next.msUntilNext()).toBe(life.state.msUntilNext());
    expect(next.takeStep()).toBeNull();
    expect(next.takeDelivery()).toBe('resync');
  });

  it('still doubts a subscription that Graph said it has removed', () => {
    const life = aLife();
    life.begin();
    life.state.noteLifecycle({ event: 'subscriptionRemoved', subscriptionId: 'graph-1' });
    const next = SubscriptionState.from(life.state.toCarried(), life.now, () => 0.5);
    expect(next.takeStep()).toBe('ensure');
    next.finishStep(life.standing());
    life.pass(10 * minute);
    expect(next.takeStep()).toBe('ensure');
  });

  it('does again what was stopped for it', () => {
    const life = aLife();
    life.begin();
    life.state.noteRenewNow();
    life.expectStep('ensure');
    life.state.finishStep(life.standing());
    life.expectStep('renew');
    life.state.returnStep();
    expect(SubscriptionState.from(life.state.toCarried(), life.now, () => 0.5).takeStep()).toBe(
      'renew',
    );
  });
});

/** Until the next step, whatever else waits. */
function untilStep(life: ReturnType<typeof aLife>): number {
  if (life.state.takeDelivery() !== null) life.state.finishDelivery(0);
  return life.state.msUntilNext() ?? -1;
}
