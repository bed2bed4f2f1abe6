import type { SweepOutcome } from '../../../src/domain/sweep-outcome.js';
import type { PlanWatchInput, WatchRhythm, WatchedPlan } from '../contract.js';

/** After activity a plan is looked at in the fastest rhythm for so long (ms). */
const activeForMs = 120_000;
const slowdown = 1.5;
/** Jitter only shortens, so that the interval stays a promise. */
const jitter = 0.1;

/** When each plan is to be looked at, in runs that began with that rhythm. Pure: time and chance come in. */
export class FixedWindowState {
  private plans = new Map<string, WatchedPlan>();
  /** Plans new to us since the last list: it may have been read before they were linked. */
  private readonly unlisted = new Set<string>();
  private listedAt = 0;

  constructor(
    private rhythm: WatchRhythm,
    private readonly now: () => number,
    private readonly random: () => number,
  ) {}

  static from(input: PlanWatchInput, now: () => number, random: () => number): FixedWindowState {
    const state = new FixedWindowState(input.rhythm, now, random);
    for (const plan of input.carried ?? []) state.plans.set(plan.planId, plan);
    return state;
  }

  /** The linked plans as Redis has them: new ones are looked at now, others forgotten. */
  setPlans(planIds: readonly string[]): void {
    this.listedAt = this.now();
    this.plans = new Map(
      [...planIds, ...this.unlisted].map((planId) => [
        planId,
        this.plans.get(planId) ?? this.fresh(planId),
      ]),
    );
    this.unlisted.clear();
  }

  setRhythm(rhythm: WatchRhythm): void {
    this.rhythm = rhythm;
    for (const [planId, plan] of this.plans) {
      const intervalMs = Math.min(Math.max(plan.intervalMs, rhythm.minMs), rhythm.maxMs);
      this.plans.set(planId, {
        ...plan,
        intervalMs,
        nextAt: this.soonest(plan, intervalMs),
      });
    }
  }

  /** Agents are at work there: back to the fastest rhythm. A plan that is new to us is looked at now. */
  touch(planIds: readonly string[]): void {
    const now = this.now();
    for (const planId of planIds) {
      if (!this.plans.has(planId)) this.unlisted.add(planId);
      const plan = this.plans.get(planId) ?? this.fresh(planId);
      const intervalMs = this.rhythm.minMs;
      const nextAt = this.soonest(plan, intervalMs);
      this.plans.set(planId, { ...plan, intervalMs, nextAt, quietSince: now });
    }
  }

  /** They are due at once, unless Graph asked to wait. */
  lookNow(planIds: readonly string[]): void {
    this.touch(planIds);
    for (const planId of planIds) {
      const plan = this.plans.get(planId);
      if (plan === undefined) continue;
      this.plans.set(planId, { ...plan, nextAt: Math.max(plan.notBefore ?? 0, this.now()) });
    }
  }

  due(): readonly WatchedPlan[] {
    const now = this.now();
    return [...this.plans.values()].filter((plan) => plan.nextAt <= now);
  }

  note(outcomes: readonly SweepOutcome[]): void {
    const now = this.now();
    for (const { planId, isActive, error } of outcomes) {
      const plan = this.plans.get(planId);
      if (plan === undefined) continue;
      const quietSince = isActive ? now : plan.quietSince;
      const intervalMs =
        error === null && now - quietSince < activeForMs
          ? this.rhythm.minMs
          : Math.min(plan.intervalMs * slowdown, this.rhythm.maxMs);
      const wanted = now + Math.floor(intervalMs * (1 - jitter * this.random()));
      const retryAfterMs = error?.retryAfterMs ?? null;
      this.plans.set(planId, {
        planId,
        intervalMs,
        quietSince,
        nextAt: Math.max(wanted, now + (retryAfterMs ?? 0)),
        ...(retryAfterMs !== null && { notBefore: now + retryAfterMs }),
      });
    }
  }

  /** A look that gave no answer at all, by plan: as an error of each. */
  noteLost(planIds: readonly string[]): void {
    this.note(
      planIds.map((planId) => ({
        planId,
        isActive: false,
        error: { code: 'lost', retryAfterMs: null },
      })),
    );
  }

  isListStale(): boolean {
    return this.now() - this.listedAt >= 60_000;
  }

  /** Until something is due (ms): a plan, or the list of plans. */
  msUntilNext(): number {
    const now = this.now();
    const due = [...this.plans.values()].map((plan) => plan.nextAt);
    return Math.max(0, Math.min(this.listedAt + 60_000, ...due) - now);
  }

  view(): readonly WatchedPlan[] {
    return [...this.plans.values()];
  }

  toCarried(): { readonly rhythm: WatchRhythm; readonly carried: readonly WatchedPlan[] } {
    return { rhythm: this.rhythm, carried: this.view() };
  }

  /** The next look of a plan whose interval became this (ms): not later than planned, not earlier than Graph allows. */
  private soonest({ nextAt, notBefore = 0 }: WatchedPlan, intervalMs: number): number {
    return Math.max(notBefore, Math.min(nextAt, this.now() + intervalMs));
  }

  private fresh(planId: string): WatchedPlan {
    const now = this.now();
    return { planId, intervalMs: this.rhythm.minMs, nextAt: now, quietSince: now };
  }
}
