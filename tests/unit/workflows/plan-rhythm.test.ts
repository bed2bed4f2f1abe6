import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paceOf, quietFor, type PlanQuiet } from '../../../workflows/plan-watch/plan-rhythm.js';

const rhythm = { minMs: 2_000, maxMs: 300_000 };
const hourMs = 3_600_000;

const after = (quietMs: number, rest: Partial<PlanQuiet> = {}) =>
  paceOf({ quietMs, awaitedMs: null, failures: 0, pressure: 0, ...rest }, rhythm);

describe('the interval between two looks', () => {
  test.each([
    [0, 2_000],
    [60_000, 21_909],
    [300_000, 48_990],
    [hourMs, 169_706],
    [4 * hourMs, 300_000],
    [1_000 * hourMs, 300_000],
  ])('after %i ms without a change is %i ms', (quietMs, intervalMs) => {
    expect(Math.round(after(quietMs).intervalMs)).toBe(intervalMs);
  });

  test('never leaves its bounds and never shrinks with the quiet time, whatever else holds', () => {
    const plans = fc.record({
      quietMs: fc.nat(40 * hourMs),
      awaitedMs: fc.option(fc.nat(hourMs)),
      failures: fc.nat(100),
      pressure: fc.double({ min: 0, max: 2, noNaN: true }),
      isTold: fc.boolean(),
    });
    const bounds = fc
      .tuple(fc.integer({ min: 50, max: 100_000 }), fc.nat(1_000_000))
      .map(([minMs, more]) => ({ minMs, maxMs: minMs + more }));
    fc.assert(
      fc.property(plans, bounds, fc.nat(hourMs), (plan, of, laterMs) => {
        const { intervalMs } = paceOf(plan, of);
        expect(intervalMs).toBeGreaterThanOrEqual(of.minMs);
        expect(intervalMs).toBeLessThanOrEqual(of.maxMs);
        const later = paceOf({ ...plan, quietMs: plan.quietMs + laterMs }, of);
        expect(later.intervalMs).toBeGreaterThanOrEqual(intervalMs);
      }),
    );
  });

  test('can be asked the other way round: after which quiet time it is this long', () => {
    expect(Math.round(after(quietFor(100_000, rhythm)).intervalMs)).toBe(100_000);
  });

  test('is the slowest, and quiet the reason, when nothing happened for long', () => {
    expect(after(hourMs).pace).toBe('active');
    expect(after(5 * hourMs)).toEqual({ intervalMs: 300_000, pace: 'quiet' });
  });
});

describe('while somebody waits', () => {
  test('it begins anew and stays at ten seconds, however long they wait', () => {
    expect(after(5 * hourMs, { awaitedMs: 0 })).toEqual({ intervalMs: 2_000, pace: 'awaited' });
    expect(after(5 * hourMs, { awaitedMs: hourMs })).toEqual({
      intervalMs: 10_000,
      pace: 'awaited',
    });
  });

  test('it is not slower than without them', () => {
    expect(after(0, { awaitedMs: hourMs })).toEqual({ intervalMs: 2_000, pace: 'active' });
  });
});

describe('a plan of whose changes Graph tells', () => {
  test('is looked at in the slowest rhythm, also while somebody waits', () => {
    expect(after(0, { isTold: true, awaitedMs: 0 })).toEqual({ intervalMs: 300_000, pace: 'told' });
  });
});

describe('looks that fail', () => {
  test('double the interval each time, even right after a change', () => {
    const intervals = [1, 2, 3, 20].map((failures) => after(0, { failures }).intervalMs);
    expect(intervals).toEqual([4_000, 8_000, 16_000, 300_000]);
    expect(after(0, { failures: 1 }).pace).toBe('failing');
  });
});

describe('a budget that is nearly used up', () => {
  test('slows everything down to the slowest rhythm, but for plans that somebody waits for', () => {
    expect(after(0, { pressure: 0.5 })).toEqual({ intervalMs: 2_000, pace: 'active' });
    expect(after(0, { pressure: 0.75 })).toEqual({ intervalMs: 151_000, pace: 'short_of_budget' });
    expect(after(0, { pressure: 1 })).toEqual({ intervalMs: 300_000, pace: 'short_of_budget' });
    expect(after(hourMs, { pressure: 1, awaitedMs: 0 }).intervalMs).toBe(2_000);
  });
});
