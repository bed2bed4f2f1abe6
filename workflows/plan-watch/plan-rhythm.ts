import type { WatchPace } from '../../src/domain/watch-pace.js';
import type { WatchRhythm } from './contract.js';

/** What the time until a plan's next look depends on. */
export interface PlanQuiet {
  /** Since something happened in the plan, on either side (ms). */
  readonly quietMs: number;
  /** Since somebody began to wait for a change (ms); null: nobody waits. */
  readonly awaitedMs: number | null;
  /** Looks in a row that gave no answer or were refused. */
  readonly failures: number;
  /** How much of the budget of requests is in use, 0 to 1. */
  readonly pressure: number;
  /** Graph tells of changes: looks only confirm that it told of all. */
  readonly isTold?: boolean;
}

export interface PlanPace {
  /** The next look comes after so long (ms) at the latest. */
  readonly intervalMs: number;
  readonly pace: WatchPace;
}

/** While somebody waits, a plan is looked at as often as this many fastest intervals, however long it lasts. */
const awaitedFactor = 5;
const failureFactor = 2;
/** With less of the budget in use, nothing slows down. */
const pressureFrom = 0.5;

/**
 * The time until the next look. Never shorter than the fastest interval, never longer than the slowest. People's edits
 * come in clusters: the longer nothing has happened, the less likely something is in the next second, about inversely to
 * that time. Then the looks that a budget allows find changes soonest on average when the interval grows with the square
 * root of that time (docs/decisions/0009).
 */
export function paceOf(plan: PlanQuiet, rhythm: WatchRhythm): PlanPace {
  const { minMs, maxMs } = rhythm;
  const clamp = (ms: number): number => Math.min(Math.max(ms, minMs), maxMs);
  const slowest = (intervalMs: number): WatchPace => (intervalMs < maxMs ? 'active' : 'quiet');
  if (plan.failures > 0) {
    const backoff = minMs * failureFactor ** Math.min(plan.failures, 30);
    const intervalMs = clamp(Math.max(backoff, afterQuiet(plan.quietMs, minMs)));
    return { intervalMs, pace: 'failing' };
  }
  if (plan.isTold === true) return { intervalMs: maxMs, pace: 'told' };
  const ordinary = clamp(afterQuiet(plan.quietMs, minMs));
  if (plan.awaitedMs !== null) {
    const waiting = clamp(Math.min(afterQuiet(plan.awaitedMs, minMs), awaitedFactor * minMs));
    return waiting < ordinary
      ? { intervalMs: waiting, pace: 'awaited' }
      : { intervalMs: ordinary, pace: slowest(ordinary) };
  }
  const short = Math.min(Math.max((plan.pressure - pressureFrom) / (1 - pressureFrom), 0), 1);
  const intervalMs = clamp(ordinary + (maxMs - ordinary) * short);
  return intervalMs > ordinary
    ? { intervalMs, pace: 'short_of_budget' }
    : { intervalMs, pace: slowest(intervalMs) };
}

/** With the fastest interval of 2 s: 22 s after a minute, 49 s after five, 3 minutes after an hour. */
function afterQuiet(quietMs: number, minMs: number): number {
  return 2 * Math.sqrt(minMs * Math.max(quietMs, 0));
}

/** The quiet time after which the interval is this long: the inverse of `paceOf` between its bounds. */
export function quietFor(intervalMs: number, { minMs }: WatchRhythm): number {
  return intervalMs ** 2 / (4 * minMs);
}
