import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SweepOutcome } from '../../../src/domain/sweep-outcome.js';
import type { PlanWatchInput, WatchedPlan } from '../../../workflows/plan-watch/contract.js';
import { FixedWindowState } from '../../../workflows/plan-watch/fixed-window/fixed-window-state.js';

const start = 1_000_000;
const rhythm = { minMs: 2_000, maxMs: 60_000 };

function aWatch(options: { random?: number; carried?: PlanWatchInput['carried'] } = {}) {
  const clock = { now: start };
  const input: PlanWatchInput = {
    accountId: 'app',
    rhythm,
    ...(options.carried && { carried: options.carried }),
  };
  const state = FixedWindowState.from(
    input,
    () => clock.now,
    () => options.random ?? 0,
  );
  return { clock, state };
}

const quiet = (planId = 'plan'): SweepOutcome => ({ planId, isActive: false, error: null });
const active = (planId = 'plan'): SweepOutcome => ({ planId, isActive: true, error: null });
const refused = (retryAfterMs: number | null, planId = 'plan'): SweepOutcome => ({
  planId,
  isActive: false,
  error: { code: 'throttled', retryAfterMs },
});

function only(state: FixedWindowState): WatchedPlan {
  const [plan] = state.view();
  if (plan === undefined) throw new Error('Nothing is watched');
  return plan;
}

/** Looks whenever a look is due, until so much time has passed. Answers the waits between the looks. */
function lookQuietlyFor(ms: number, { clock, state }: ReturnType<typeof aWatch>): number[] {
  const waits: number[] = [];
  const end = clock.now + ms;
  while (clock.now < end) {
    state.note([quiet()]);
    const wait = only(state).nextAt - clock.now;
    waits.push(wait);
    clock.now += wait;
  }
  return waits;
}

describe('which plans are watched', () => {
  test('are the linked ones: new ones are looked at now, others forgotten', () => {
    const { state } = aWatch();
    state.setPlans(['one', 'two']);
    expect(state.due().map(({ planId }) => planId)).toEqual(['one', 'two']);

    state.note([quiet('one')]);
    state.setPlans(['one', 'three']);

    expect(state.view().map(({ planId }) => planId)).toEqual(['one', 'three']);
    expect(state.due().map(({ planId }) => planId)).toEqual(['three']);
  });

  test('is asked again every minute, also when there are none', () => {
    const { state, clock } = aWatch();
    expect(state.isListStale()).toBe(true);
    state.setPlans([]);
    expect(state.isListStale()).toBe(false);
    expect(state.msUntilNext()).toBe(60_000);
    clock.now += 60_000;

    expect(state.isListStale()).toBe(true);
    expect(state.msUntilNext()).toBe(0);
  });

  test('includes at once the plan that an agent writes into for the first time', () => {
    const { state } = aWatch();
    state.setPlans([]);
    state.touch(['new']);

    expect(state.due().map(({ planId }) => planId)).toEqual(['new']);
    expect(state.msUntilNext()).toBe(0);
  });
});

describe('a plan that is linked while the list of plans is being read', () => {
  test('is kept although the list does not hold it yet', () => {
    const { state } = aWatch();
    state.touch(['new']);
    state.setPlans(['old']);

    expect(state.view().map(({ planId }) => planId)).toEqual(['old', 'new']);
  });

  test('is forgotten when the next list does not hold it either', () => {
    const { state } = aWatch();
    state.touch(['new']);
    state.setPlans(['old']);
    state.setPlans(['old']);

    expect(state.view().map(({ planId }) => planId)).toEqual(['old']);
  });

  test('is watched once', () => {
    const { state } = aWatch();
    state.touch(['new']);
    state.setPlans(['new']);

    expect(state.view()).toHaveLength(1);
  });
});

describe('the rhythm', () => {
  test('is the fastest for two minutes after something happened, then slows down to the slowest', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);

    const waits = lookQuietlyFor(600_000, watch);

    const inTheFirstTwoMinutes = waits.slice(0, 60);
    expect(new Set(inTheFirstTwoMinutes)).toEqual(new Set([2_000]));
    const later = waits.slice(60);
    expect(later).toEqual(later.toSorted((one, other) => one - other));
    expect(later[0]).toBe(3_000);
    expect(later.at(-1)).toBe(60_000);
  });

  test('is the fastest again as soon as a look finds something', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(600_000, watch);
    watch.state.note([active()]);

    expect(only(watch.state).nextAt).toBe(watch.clock.now + 2_000);
  });

  test('is the fastest again as soon as an agent writes, without waiting for the slow look', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(600_000, watch);
    watch.state.note([quiet()]);
    expect(only(watch.state).nextAt).toBe(watch.clock.now + 60_000);
    watch.state.touch(['plan']);

    expect(only(watch.state)).toMatchObject({
      intervalMs: 2_000,
      nextAt: watch.clock.now + 2_000,
      quietSince: watch.clock.now,
    });
  });

  test('is not pushed back by an agent that writes all the time', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    state.note([quiet()]);
    const { nextAt } = only(state);
    for (let at = 0; at < 10; at += 1) {
      clock.now += 150;
      state.touch(['plan']);
    }

    expect(only(state).nextAt).toBe(nextAt);
  });

  test('is shortened by chance, by a tenth at most, and never lengthened', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        const { state, clock } = aWatch({ random });
        state.setPlans(['plan']);
        state.note([active()]);
        const wait = only(state).nextAt - clock.now;

        expect(wait).toBeLessThanOrEqual(2_000);
        expect(wait).toBeGreaterThanOrEqual(1_800);
      }),
    );
  });

  test('slows down for a look that failed or gave no answer, even right after something happened', () => {
    const { state } = aWatch();
    state.setPlans(['one', 'two']);
    state.note([refused(null, 'one')]);
    state.noteLost(['two']);

    expect(state.view().map(({ intervalMs }) => intervalMs)).toEqual([3_000, 3_000]);
  });

  test('respects the time that Graph asked for, whatever happens meanwhile', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    state.note([refused(120_000)]);
    const { nextAt } = only(state);
    expect(nextAt).toBe(clock.now + 120_000);

    clock.now += 10_000;
    state.touch(['plan']);
    state.setRhythm({ minMs: 500, maxMs: 1_000 });
    state.setPlans(['plan']);

    expect(only(state).nextAt).toBe(nextAt);
    expect(state.due()).toEqual([]);
  });

  test('forgets that time after a look that went well', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    state.note([refused(120_000)]);
    clock.now += 120_000;
    state.note([quiet()]);
    state.touch(['plan']);

    expect(only(state).nextAt).toBe(clock.now + 2_000);
  });

  test('waits the ordinary interval where Graph asked for less', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    state.note([refused(1_000)]);

    expect(only(state).nextAt).toBe(clock.now + 3_000);
  });

  test('takes over new settings for the plans that wait', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(600_000, watch);
    watch.state.note([quiet()]);
    watch.state.setRhythm({ minMs: 100, maxMs: 1_000 });

    expect(only(watch.state)).toMatchObject({
      intervalMs: 1_000,
      nextAt: watch.clock.now + 1_000,
    });
  });

  test('ignores the outcome of a plan that was unlinked during the look', () => {
    const { state } = aWatch();
    state.setPlans(['plan']);
    state.note([active('gone')]);

    expect(state.view().map(({ planId }) => planId)).toEqual(['plan']);
  });
});

test('the next run of the watch goes on in the same rhythm', () => {
  const watch = aWatch();
  watch.state.setPlans(['plan', 'other']);
  watch.state.note([refused(90_000), quiet('other')]);
  watch.clock.now += 1_000;
  const carried = watch.state.toCarried();

  const next = aWatch({ carried: carried.carried });
  next.clock.now = watch.clock.now;
  next.state.setPlans(['plan', 'other']);

  expect(next.state.view()).toEqual(watch.state.view());
  expect(carried.rhythm).toEqual(rhythm);
});

test('each plan has a next look, at the latest after the slowest interval or when Graph allows it', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('look' as const), error: fc.option(fc.nat(200_000)) }),
    fc.record({ kind: fc.constant('active' as const) }),
    fc.record({ kind: fc.constant('touch' as const) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(30_000) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { state, clock } = aWatch({ random: 0.5 });
      state.setPlans(['plan']);
      let allowedAt = 0;
      for (const one of steps) {
        if (one.kind === 'wait') clock.now += one.ms;
        else if (one.kind === 'touch') state.touch(['plan']);
        else if (clock.now >= allowedAt) {
          const waitMs = one.kind === 'look' ? one.error : null;
          if (waitMs !== null) allowedAt = clock.now + waitMs;
          state.note([
            one.kind === 'active' ? active() : waitMs === null ? quiet() : refused(waitMs),
          ]);
        }
        const { nextAt, intervalMs } = only(state);
        expect(intervalMs).toBeGreaterThanOrEqual(rhythm.minMs);
        expect(intervalMs).toBeLessThanOrEqual(rhythm.maxMs);
        expect(nextAt).toBeGreaterThanOrEqual(allowedAt);
        expect(nextAt).toBeLessThanOrEqual(Math.max(clock.now + rhythm.maxMs, allowedAt));
      }
    }),
  );
});

describe('a look that somebody asks for', () => {
  test('is due at once, and the plan is looked at in the fastest rhythm again', () => {
    const { state } = aWatch({
      carried: [{ planId: 'plan', intervalMs: 60_000, nextAt: start + 60_000, quietSince: 0 }],
    });
    state.lookNow(['plan', 'new']);

    expect(state.due().map((plan) => plan.planId)).toEqual(['plan', 'new']);
    expect(only(state).intervalMs).toBe(rhythm.minMs);
  });

  test('waits as long as Graph asked to', () => {
    const { clock, state } = aWatch();
    state.setPlans(['plan']);
    state.note([refused(30_000)]);
    state.lookNow(['plan']);

    expect(state.due()).toEqual([]);
    clock.now += 30_000;
    expect(state.due()).toHaveLength(1);
  });
});
