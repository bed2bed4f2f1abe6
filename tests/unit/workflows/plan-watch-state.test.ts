import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SweepOutcome } from '../../../src/domain/sweep-outcome.js';
import type { PlanWatchInput, WatchedPlan } from '../../../workflows/plan-watch/contract.js';
import { PlanWatchState } from '../../../workflows/plan-watch/plan-watch-state.js';

const start = 1_000_000_000;
const rhythm = { minMs: 2_000, maxMs: 300_000 };
const hourMs = 3_600_000;

function aWatch(options: { random?: () => number; carried?: Partial<PlanWatchInput> } = {}) {
  const clock = { now: start };
  const state = PlanWatchState.from(
    { accountId: 'app', rhythm, ...options.carried },
    () => clock.now,
    options.random ?? (() => 0),
  );
  return { clock, state };
}

type Watch = ReturnType<typeof aWatch>;

const quiet = (planId = 'plan'): SweepOutcome => ({ planId, isActive: false, error: null });
const active = (planId = 'plan'): SweepOutcome => ({ planId, isActive: true, error: null });
const refused = (retryAfterMs: number | null, planId = 'plan'): SweepOutcome => ({
  planId,
  isActive: false,
  error: { code: 'throttled', retryAfterMs },
});

function only(state: PlanWatchState): WatchedPlan {
  const [plan] = state.view();
  if (plan === undefined) throw new Error('Nothing is watched');
  return plan;
}

const ids = (state: PlanWatchState): string[] => state.view().map(({ planId }) => planId);
const take = (state: PlanWatchState): string[] => (state.take() ?? []).map((due) => due.planId);

/** Looks whenever a look is due, until so much time has passed. Answers the waits between the looks. */
function lookQuietlyFor(ms: number, { clock, state }: Watch): number[] {
  const waits: number[] = [];
  const end = clock.now + ms;
  while (clock.now < end) {
    const before = clock.now;
    clock.now = only(state).nextAt;
    waits.push(clock.now - before);
    expect(take(state)).toEqual(['plan']);
    state.note([quiet()]);
  }
  return waits;
}

describe('a plan that another account syncs by now', () => {
  const left = (planId = 'plan'): SweepOutcome => ({ ...quiet(planId), isLeft: true });

  test('is let go', () => {
    const { state } = aWatch();
    state.setPlans(['one', 'two']);
    expect(take(state)).toEqual(['one', 'two']);
    state.note([left('one'), quiet('two')]);
    expect(ids(state)).toEqual(['two']);
  });

  test('is looked at once more when it was asked for meanwhile: it may be back', () => {
    const { state } = aWatch();
    state.setPlans(['plan']);
    expect(take(state)).toEqual(['plan']);
    state.lookNow(['plan']);
    state.note([left()]);
    expect(take(state)).toEqual(['plan']);
    state.note([left()]);
    expect(ids(state)).toEqual([]);
  });
});

describe('which plans are watched', () => {
  test('are the linked ones: new ones are looked at now, others forgotten', () => {
    const { state } = aWatch();
    state.setPlans(['one', 'two']);
    expect(take(state)).toEqual(['one', 'two']);

    state.note([quiet('one'), quiet('two')]);
    state.setPlans(['one', 'three']);

    expect(ids(state).toSorted()).toEqual(['one', 'three']);
    expect(take(state)).toEqual(['three']);
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

  test('stay the same when the list is the same', () => {
    const { state } = aWatch();
    state.setPlans(['one', 'two']);
    state.setPlans(null);

    expect(ids(state)).toEqual(['one', 'two']);
  });

  test('includes at once the plan that an agent writes into for the first time', () => {
    const { state } = aWatch();
    state.setPlans([]);
    state.touch(['new']);

    expect(state.msUntilNext()).toBe(0);
    expect(take(state)).toEqual(['new']);
  });

  test('ignores the outcome of a plan that was unlinked during the look', () => {
    const { state } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.setPlans([]);
    state.note([active()]);

    expect(state.view()).toEqual([]);
    expect(state.take()).toBeNull();
  });
});

describe('a plan that is linked while the list of plans is being read', () => {
  const lists = [
    { what: 'another list', list: ['old'] },
    { what: 'the same list again', list: null },
  ];

  test('is kept although the list does not hold it yet', () => {
    const { state } = aWatch();
    state.touch(['new']);
    state.setPlans(['old']);

    expect(ids(state).toSorted()).toEqual(['new', 'old']);
  });

  test.each(lists)('is forgotten when $what does not hold it either', ({ list }) => {
    const { state } = aWatch();
    state.touch(['new']);
    state.setPlans(['old']);
    state.setPlans(list);

    expect(ids(state)).toEqual(['old']);
  });

  test('is kept also where the list before was the same', () => {
    const { state } = aWatch();
    state.setPlans(['old']);
    state.touch(['new']);
    state.setPlans(null);
    expect(ids(state).toSorted()).toEqual(['new', 'old']);
    state.setPlans(null);
    expect(ids(state)).toEqual(['old']);
  });

  test('is watched once', () => {
    const { state } = aWatch();
    state.touch(['new']);
    state.setPlans(['new']);

    expect(state.size).toBe(1);
    expect(take(state)).toEqual(['new']);
  });
});

describe('the rhythm', () => {
  test('is the fastest after something happened, and slows down to the slowest when it stays quiet', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    take(watch.state);
    watch.state.note([active()]);

    const waits = lookQuietlyFor(6 * hourMs, watch);

    expect(waits[0]).toBe(2_000);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBe(300_000);
    const ofTheFirstHour = waits.filter((_, at) => sum(waits.slice(0, at + 1)) <= hourMs);
    expect(ofTheFirstHour.length).toBeLessThan(50);
  });

  test('is the fastest again as soon as a look finds something', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, watch);
    watch.clock.now += 300_000;
    take(watch.state);
    watch.state.note([active()]);

    expect(only(watch.state)).toMatchObject({ nextAt: watch.clock.now + 2_000, pace: 'active' });
  });

  test('is the fastest again as soon as an agent writes, without waiting for the slow look', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, watch);
    expect(only(watch.state)).toMatchObject({
      nextAt: watch.clock.now + 300_000,
      pace: 'quiet',
    });
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
    take(state);
    state.note([active()]);
    const { nextAt } = only(state);
    for (let at = 0; at < 10; at += 1) {
      clock.now += 150;
      state.touch(['plan']);
    }

    expect(only(state).nextAt).toBe(nextAt);
  });

  test('knows what an agent wrote while the look was under way', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    clock.now += hourMs;
    take(state);
    state.touch(['plan']);
    clock.now += 100;
    state.note([quiet()]);

    expect(only(state)).toMatchObject({ nextAt: clock.now + 2_000, quietSince: clock.now - 100 });
  });

  test('respects the time that Graph asked for, whatever happens meanwhile', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.note([refused(120_000)]);
    const { nextAt } = only(state);
    expect(nextAt).toBe(clock.now + 120_000);

    clock.now += 10_000;
    state.touch(['plan']);
    state.await({ planIds: ['plan'], untilMs: clock.now + 60_000 });
    state.lookNow(['plan']);
    state.setRhythm({ minMs: 500, maxMs: 1_000 });
    state.setPlans(['plan']);

    expect(only(state).nextAt).toBe(nextAt);
    expect(state.take()).toBeNull();
  });

  test.each([
    { when: 'this run', handOn: (watch: Watch) => watch },
    {
      when: 'the next run',
      handOn: ({ state, clock }: Watch) => {
        const next = aWatch({ carried: state.toCarried() });
        next.clock.now = clock.now;
        return next;
      },
    },
  ])('does not fill up the request of another plan before that time: $when', ({ handOn }) => {
    const before = aWatch();
    before.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, before);
    before.clock.now = only(before.state).nextAt;
    take(before.state);
    before.state.note([refused(310_000)]);
    const allowedAt = before.clock.now + 310_000;

    const { state, clock } = handOn(before);
    for (const early of [30_000, 10_000, 1]) {
      clock.now = allowedAt - early;
      state.lookNow(['other']);
      expect(take(state)).toEqual(['other']);
      state.note([quiet('other')]);
    }
    clock.now = allowedAt;
    state.lookNow(['other']);
    expect(take(state).toSorted()).toEqual(['other', 'plan']);
  });

  test('forgets that time after a look that went well', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.note([refused(120_000)]);
    clock.now += 120_000;
    take(state);
    state.note([active()]);

    expect(only(state).nextAt).toBe(clock.now + 2_000);
  });

  test('slows down for a look that failed or gave no answer, even where agents write', () => {
    const { state, clock } = aWatch();
    state.setPlans(['one', 'two']);
    take(state);
    state.note([refused(null, 'one')]);
    state.noteLost(['two']);
    state.touch(['one', 'two']);

    expect(state.view().map(({ nextAt }) => nextAt - clock.now)).toEqual([4_000, 4_000]);
  });

  test('takes over new settings for the plans that wait', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, watch);
    watch.state.setRhythm({ minMs: 100, maxMs: 1_000 });

    expect(only(watch.state)).toMatchObject({
      intervalMs: 1_000,
      nextAt: watch.clock.now + 1_000,
    });
  });

  test('is slower while the budget of requests is nearly used up', () => {
    const { state, clock } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.note([{ ...active(), pressure: 1 }]);
    expect(only(state)).toMatchObject({ nextAt: clock.now + 300_000, pace: 'short_of_budget' });

    clock.now += 300_000;
    take(state);
    state.note([active()]);
    expect(only(state)).toMatchObject({ nextAt: clock.now + 2_000, pace: 'active' });
  });
});

describe('a look that somebody asks for', () => {
  test('is due at once, and the plan is looked at in the fastest rhythm again', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, watch);
    watch.state.lookNow(['plan', 'new']);

    expect(take(watch.state).toSorted()).toEqual(['new', 'plan']);
    watch.state.note([quiet()]);
    expect(only(watch.state).intervalMs).toBe(rhythm.minMs);
  });

  test('waits as long as Graph asked to', () => {
    const { clock, state } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.note([refused(30_000)]);
    state.lookNow(['plan']);

    expect(state.take()).toBeNull();
    clock.now += 30_000;
    expect(take(state)).toEqual(['plan']);
  });

  test('is made anew when one is under way, which may have begun too early for it', () => {
    const { state } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.lookNow(['plan']);
    expect(state.take()).toBeNull();
    state.note([quiet()]);

    expect(take(state)).toEqual(['plan']);
  });

  test('is not made anew before Graph allows it where the one under way was refused', () => {
    const { clock, state } = aWatch();
    state.setPlans(['plan']);
    take(state);
    state.lookNow(['plan']);
    state.note([refused(30_000)]);

    clock.now += 29_999;
    expect(state.take()).toBeNull();
    clock.now += 1;
    expect(take(state)).toEqual(['plan']);
  });
});

describe('a look that was asked for and gave no answer', () => {
  test.each([
    ['refused', (state: PlanWatchState) => state.note([refused(1_000)])],
    ['lost', (state: PlanWatchState) => state.noteLost(['plan'])],
  ])('because it was %s, is made up for by the next one, once', (_why, fail) => {
    const { clock, state } = aWatch();
    const isAsked = () => {
      clock.now = only(state).nextAt;
      return state.take()?.map((look) => look.isAsked === true);
    };
    state.setPlans(['plan']);
    take(state);
    state.note([quiet()]);
    state.lookNow(['plan']);
    expect(isAsked()).toEqual([true]);
    fail(state);
    expect(isAsked()).toEqual([true]);
    state.note([quiet()]);
    expect(isAsked()).toEqual([false]);
  });
});

describe('while somebody waits for a change', () => {
  test('looks come every ten seconds at least, and in the ordinary rhythm afterwards', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, watch);
    watch.state.await({ planIds: ['plan'], untilMs: watch.clock.now + 120_000 });
    expect(only(watch.state)).toMatchObject({
      nextAt: watch.clock.now + 2_000,
      pace: 'awaited',
    });

    const waits = lookQuietlyFor(120_000, watch);
    expect(Math.max(...waits)).toBe(10_000);
    expect(only(watch.state)).toMatchObject({ intervalMs: 300_000, pace: 'quiet' });
  });

  test('a wait that nobody takes back ends after ten minutes', () => {
    const watch = aWatch();
    watch.state.setPlans(['plan']);
    lookQuietlyFor(6 * hourMs, watch);
    watch.state.await({ planIds: ['plan'], untilMs: Number.MAX_SAFE_INTEGER });
    lookQuietlyFor(600_000, watch);

    expect(only(watch.state).pace).toBe('quiet');
  });
});

describe('many plans', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `plan-${String(at)}`);

  /** A seeded sequence of chances. */
  function chance(): () => number {
    let seed = 7;
    return () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
  }

  /** Looks at whatever is due for so long, each look at once. Answers when, and at how many plans. */
  function run({ clock, state }: Watch, ms: number): { at: number; size: number }[] {
    const looks: { at: number; size: number }[] = [];
    const end = clock.now + ms;
    while (clock.now < end) {
      if (state.isListStale()) state.setPlans(null);
      for (let due = state.take(); due !== null; due = state.take()) {
        looks.push({ at: clock.now, size: due.length });
        state.note(due.map((one) => quiet(one.planId)));
      }
      clock.now += Math.max(1, state.msUntilNext());
    }
    return looks;
  }

  test('that come all at once are spread from the start, and stay so', () => {
    const watch = aWatch({ random: chance() });
    watch.state.setPlans(many);
    const looks = run(watch, 4 * hourMs);

    const perTenSeconds = new Map<number, number>();
    for (const { at, size } of looks) {
      const when = Math.floor(at / 10_000);
      perTenSeconds.set(when, (perTenSeconds.get(when) ?? 0) + size);
    }
    // All of them every 100 s, as it is then, are 100 in ten seconds.
    expect(Math.max(...perTenSeconds.values())).toBeLessThanOrEqual(400);
    const later = [...perTenSeconds].filter(([at]) => at * 10_000 >= start + 300_000);
    expect(Math.max(...later.map(([, size]) => size))).toBeLessThanOrEqual(200);
    const lastMinutes = looks.filter(({ at }) => at >= watch.clock.now - 600_000);
    // Every 300 s at the latest, a tenth earlier at the earliest.
    const looked = sum(lastMinutes.map(({ size }) => size));
    expect(looked).toBeGreaterThanOrEqual(2_000);
    expect(looked).toBeLessThanOrEqual(2_300);
  });

  test('share full requests when they are quiet', () => {
    const watch = aWatch({ random: chance() });
    watch.state.setPlans(many);
    run(watch, hourMs);
    const looks = run(watch, hourMs);

    expect(sum(looks.map(({ size }) => size)) / looks.length).toBeGreaterThan(19);
  });

  test('share full requests also in the next run of the watch', () => {
    const watch = aWatch({ random: chance() });
    watch.state.setPlans(many);
    run(watch, 4 * hourMs);
    const next = aWatch({ random: chance(), carried: watch.state.toCarried() });
    next.clock.now = watch.clock.now;
    const looks = run(next, 60_000);

    expect(sum(looks.map(({ size }) => size)) / looks.length).toBeGreaterThan(15);
  });

  test('are shown fifty at most, those that are looked at most often, or those that are named', () => {
    const { state, clock } = aWatch({ random: chance() });
    state.setPlans(many);
    clock.now += 1_000;
    state.touch(['plan-700']);

    expect(state.view()).toHaveLength(50);
    expect(state.view()[0]?.planId).toBe('plan-700');
    expect(state.view(['plan-3', 'unknown']).map((plan) => plan.planId)).toEqual(['plan-3']);
    expect(state.size).toBe(1_000);
  });
});

test('the next run of the watch goes on in the same rhythm', () => {
  const watch = aWatch();
  watch.state.setPlans(['plan', 'other']);
  take(watch.state);
  watch.state.note([refused(90_000), quiet('other')]);
  watch.clock.now += 1_000;
  watch.state.await({ planIds: ['other'], untilMs: watch.clock.now + 60_000 });
  const carried = watch.state.toCarried();

  const next = aWatch({ carried });
  next.clock.now = watch.clock.now;
  next.state.setPlans(['plan', 'other']);

  const times = ({ planId, nextAt, quietSince, notBefore }: WatchedPlan) => ({
    planId,
    nextAt,
    quietSince,
    notBefore,
  });
  expect(next.state.view().map(times)).toEqual(watch.state.view().map(times));
  expect(next.state.toCarried()).toEqual(carried);
  expect(carried.rhythm).toEqual(rhythm);
});

test('a run of the fixed rhythm hands its plans on', () => {
  const plan = { planId: 'plan', intervalMs: 60_000, nextAt: start + 7_000, quietSince: start };
  const { state } = aWatch({ carried: { carried: [plan] } });

  expect(only(state)).toMatchObject({ planId: 'plan', nextAt: start + 7_000, quietSince: start });
});

test('each plan has a next look, at the latest after the interval that it promises, and never before Graph allows it', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('look' as const), error: fc.option(fc.nat(600_000)) }),
    fc.record({ kind: fc.constant('active' as const) }),
    fc.record({ kind: fc.constant('lost' as const) }),
    fc.record({ kind: fc.constant('touch' as const) }),
    fc.record({ kind: fc.constant('await' as const), ms: fc.nat(100_000) }),
    fc.record({ kind: fc.constant('rhythm' as const), min: fc.integer({ min: 50, max: 9_000 }) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(400_000) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.nat(999), (steps, thousandths) => {
      const { state, clock } = aWatch({ random: () => thousandths / 1_000 });
      state.setPlans(['plan']);
      let allowedAt = 0;
      for (const one of steps) {
        switch (one.kind) {
          case 'wait':
            clock.now += one.ms;
            break;
          case 'touch':
            state.touch(['plan']);
            break;
          case 'await':
            state.await({ planIds: ['plan'], untilMs: clock.now + one.ms });
            break;
          case 'rhythm':
            state.setRhythm({ minMs: one.min, maxMs: 300_000 });
            break;
          default: {
            clock.now = Math.max(clock.now, only(state).nextAt);
            expect(clock.now).toBeGreaterThanOrEqual(allowedAt);
            expect(take(state)).toEqual(['plan']);
            if (one.kind === 'lost') state.noteLost(['plan']);
            else {
              const waitMs = one.kind === 'look' ? one.error : null;
              allowedAt = waitMs === null ? 0 : clock.now + waitMs;
              const found = waitMs === null ? quiet() : refused(waitMs);
              state.note([one.kind === 'active' ? active() : found]);
              const { nextAt, intervalMs } = only(state);
              if (waitMs === null) {
                expect(nextAt).toBeGreaterThanOrEqual(clock.now + 0.9 * intervalMs - 1);
                expect(nextAt).toBeLessThanOrEqual(clock.now + intervalMs);
              }
            }
          }
        }
        const { nextAt } = only(state);
        expect(nextAt).toBeGreaterThanOrEqual(allowedAt);
        expect(nextAt).toBeLessThanOrEqual(Math.max(clock.now + 300_000, allowedAt));
      }
    }),
  );
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
