import type { SweepOutcome } from '../../src/domain/sweep-outcome.js';
import { decodeCarried, encodeCarried } from './carried-plans.js';
import type { PlanWatchInput, PlansAwaited, WatchRhythm, WatchedPlan } from './contract.js';
import { DueQueue } from './due-queue.js';
import { paceOf, quietFor, type PlanPace } from './plan-rhythm.js';

/** Plans whose listings share one request. */
const plansPerLook = 20;

/** A look may come this part of the interval too early, never later: the interval is a promise. */
const earliest = 0.1;
/**
 * Of that, chance takes so much, so that requests do not march in step; the rest fills them up. Plans that shared a
 * request have the same chance: those that are as quiet as one another go on sharing it.
 */
const jitter = 0.05;
const listEveryMs = 60_000;
const longestWaitMs = 600_000;
/** Of plans that come all at once (a first start), so many are looked at at once, more at so many a second. */
const firstLooks = 160;
const firstLooksPerSecond = 33;
/** They begin as if they had been quiet for so long that the next looks are not more than this. */
const nextLooksPerSecond = 10;

interface Plan {
  readonly planId: string;
  quietSince: number;
  nextAt: number;
  notBefore: number | null;
  failures: number;
  awaited: { readonly since: number; readonly until: number } | null;
  isLooking: boolean;
  /** It came with many others, and is not looked at the second time yet. */
  isSpread: boolean;
  /** Somebody asked for a look while one was under way: that may have begun too early for them. */
  isAskedAgain: boolean;
  /** Its next look was asked for. */
  isAsked: boolean;
  /** The look under way was: if it fails, somebody still waits for one. */
  wasAsked: boolean;
  /** Graph tells of its changes: looks only confirm. */
  isTold: boolean;
}

/** A plan that is to be looked at now, and its rhythm for those who want to know. */
export type DueLook = PlanPace & {
  readonly planId: string;
  /** Somebody asked for it. */
  readonly isAsked?: true;
};

/** When each plan is to be looked at. Pure: time and chance come in. */
export class PlanWatchState {
  private readonly plans = new Map<string, Plan>();
  /** By when the next look is due, and by when it may be made. Plans that are being looked at are in neither. */
  private readonly due = new DueQueue();
  private readonly ready = new DueQueue();
  /** Plans new to us since the last list: it may have been read before they were linked. */
  private unlisted = new Set<string>();
  /** Those of the list before, which did not hold them. */
  private strays = new Set<string>();
  private listedAt = 0;
  private pressure = 0;

  constructor(
    private rhythm: WatchRhythm,
    private readonly now: () => number,
    private readonly random: () => number,
  ) {}

  static from(input: PlanWatchInput, now: () => number, random: () => number): PlanWatchState {
    const state = new PlanWatchState(input.rhythm, now, random);
    const lines = input.carriedLines === undefined ? [] : decodeCarried(input.carriedLines);
    for (const { planId, nextAt, quietSince, notBefore } of [...(input.carried ?? []), ...lines]) {
      const plan = aPlan(planId, quietSince);
      plan.notBefore = notBefore ?? null;
      state.plans.set(planId, plan);
      // What of the interval was left to fill up requests.
      const earlyMs = Math.floor((earliest - jitter) * state.paceOf(plan).intervalMs);
      state.plan(plan, nextAt, state.soonest(plan, nextAt - earlyMs));
    }
    for (const { planId, since, until } of input.awaiting ?? []) {
      const plan = state.plans.get(planId);
      if (plan !== undefined) plan.awaited = { since, until };
    }
    return state;
  }

  /** The linked plans as Redis has them; null: as in the last list. New ones are looked at, others forgotten. */
  setPlans(planIds: readonly string[] | null): void {
    this.listedAt = this.now();
    if (planIds === null) {
      for (const planId of this.strays) if (!this.unlisted.has(planId)) this.forget(planId);
      this.strays = this.unlisted;
    } else {
      const listed = new Set(planIds);
      for (const planId of this.plans.keys()) {
        if (!listed.has(planId) && !this.unlisted.has(planId)) this.forget(planId);
      }
      this.add(planIds.filter((planId) => !this.plans.has(planId)));
      this.strays = new Set([...this.unlisted].filter((planId) => !listed.has(planId)));
    }
    this.unlisted = new Set();
  }

  setRhythm(rhythm: WatchRhythm): void {
    if (rhythm.minMs === this.rhythm.minMs && rhythm.maxMs === this.rhythm.maxMs) return;
    this.rhythm = rhythm;
    for (const plan of this.plans.values()) this.hasten(plan);
  }

  /** Agents are at work there: back to the fastest rhythm. A plan that is new to us is looked at now. */
  touch(planIds: readonly string[]): void {
    for (const plan of this.known(planIds)) {
      plan.quietSince = this.now();
      this.hasten(plan);
    }
  }

  /** They are due at once, unless Graph asked to wait. */
  lookNow(planIds: readonly string[]): void {
    this.touch(planIds);
    for (const plan of this.known(planIds)) {
      plan.isAsked = true;
      if (plan.isLooking) plan.isAskedAgain = true;
      else this.plan(plan, this.soonest(plan, this.now()));
    }
  }

  /** Somebody waits there for a change. */
  await({ planIds, untilMs }: PlansAwaited): void {
    const now = this.now();
    for (const plan of this.known(planIds)) {
      const isOver = plan.awaited === null || plan.awaited.until <= now;
      const until = Math.min(untilMs, now + longestWaitMs);
      plan.awaited = {
        since: isOver ? now : (plan.awaited?.since ?? now),
        until: isOver ? until : Math.max(until, plan.awaited?.until ?? 0),
      };
      this.hasten(plan);
    }
  }

  /**
   * The plans of the next look: those that are due, and with them, up to a full request, some that may be looked at a
   * little early. They stay taken until their outcome is noted. Null: nothing is due.
   */
  take(): readonly DueLook[] | null {
    const taken = [...this.pop(this.due)];
    if (taken.length === 0) return null;
    taken.push(...this.pop(this.ready, plansPerLook - taken.length));
    return taken.map((plan) => {
      const { planId, isAsked } = plan;
      plan.wasAsked = isAsked;
      plan.isAsked = false;
      return { planId, ...this.paceOf(plan), ...(isAsked && { isAsked }) };
    });
  }

  note(outcomes: readonly SweepOutcome[]): void {
    const now = this.now();
    const pressures = outcomes.flatMap(({ pressure }) => pressure ?? []);
    const chance = this.random();
    if (outcomes.length > 0) this.pressure = Math.max(0, ...pressures);
    for (const { planId, isActive, error, source, isLeft } of outcomes) {
      const plan = this.plans.get(planId);
      if (plan === undefined) continue;
      if (isLeft === true) {
        this.leave(plan);
        continue;
      }
      if (source !== undefined) plan.isTold = source === 'notification';
      if (isActive) plan.quietSince = now;
      plan.failures = error === null ? 0 : plan.failures + 1;
      if (error !== null && plan.wasAsked) plan.isAsked = true;
      const retryAfterMs = error?.retryAfterMs ?? null;
      plan.notBefore = retryAfterMs === null ? null : now + retryAfterMs;
      this.release(plan, chance);
    }
  }

  /** A look that gave no answer at all, by plan: as an error of each. */
  noteLost(planIds: readonly string[]): void {
    const chance = this.random();
    for (const planId of planIds) {
      const plan = this.plans.get(planId);
      if (plan === undefined) continue;
      plan.failures += 1;
      if (plan.wasAsked) plan.isAsked = true;
      this.release(plan, chance);
    }
  }

  isListStale(): boolean {
    return this.now() - this.listedAt >= listEveryMs;
  }

  /** Until something is due (ms): a plan, or the list of plans. */
  msUntilNext(): number {
    const next = Math.min(this.listedAt + listEveryMs, this.due.first()?.at ?? Infinity);
    return Math.max(0, next - this.now());
  }

  /** The named plans, else those that are looked at most often. */
  view(planIds?: readonly string[], limit = 50): readonly WatchedPlan[] {
    const plans =
      planIds === undefined
        ? [...this.plans.values()]
            .toSorted((one, other) => other.quietSince - one.quietSince)
            .slice(0, limit)
        : planIds.flatMap((planId) => this.plans.get(planId) ?? []);
    return plans.map((plan) => ({
      planId: plan.planId,
      ...this.paceOf(plan),
      nextAt: plan.nextAt,
      quietSince: plan.quietSince,
      ...(plan.notBefore !== null && { notBefore: plan.notBefore }),
    }));
  }

  get size(): number {
    return this.plans.size;
  }

  toCarried(): Pick<PlanWatchInput, 'rhythm' | 'carriedLines' | 'awaiting'> {
    const now = this.now();
    const plans = [...this.plans.values()];
    return {
      rhythm: this.rhythm,
      carriedLines: encodeCarried(
        plans.map(({ planId, nextAt, quietSince, notBefore }) => ({
          planId,
          nextAt,
          quietSince,
          ...(notBefore !== null && notBefore > now && { notBefore }),
        })),
        now,
      ),
      awaiting: plans.flatMap(({ planId, awaited }) =>
        awaited === null || awaited.until <= now ? [] : [{ planId, ...awaited }],
      ),
    };
  }

  private *pop(queue: DueQueue, most = plansPerLook): Generator<Plan> {
    for (let count = 0; count < most; count += 1) {
      const first = queue.first();
      if (first === undefined || first.at > this.now()) return;
      this.due.delete(first.id);
      this.ready.delete(first.id);
      const plan = this.plans.get(first.id);
      if (plan === undefined) continue;
      plan.isLooking = true;
      yield plan;
    }
  }

  private known(planIds: readonly string[]): readonly Plan[] {
    const unknown = planIds.filter((planId) => !this.plans.has(planId));
    for (const planId of unknown) this.unlisted.add(planId);
    this.add(unknown);
    return planIds.flatMap((planId) => this.plans.get(planId) ?? []);
  }

  /** Many new ones at once are spread over time, and taken as if each had been quiet for a while. */
  private add(planIds: readonly string[]): void {
    const now = this.now();
    const count = planIds.length;
    const { maxMs } = this.rhythm;
    const spreadMs =
      count <= firstLooks ? 0 : Math.min(maxMs, (count * 1_000) / firstLooksPerSecond);
    const intervalMs = Math.min(maxMs, (count * 1_000) / nextLooksPerSecond);
    const quietSince = now - Math.floor(quietFor(intervalMs, this.rhythm));
    for (const planId of planIds) {
      const plan = aPlan(planId, quietSince);
      plan.isSpread = count > plansPerLook;
      this.plans.set(planId, plan);
      this.plan(plan, now + Math.floor(spreadMs * this.random()));
    }
  }

  /** Another account's watch has it by now, unless somebody has just asked for it here: then it may be back. */
  private leave(plan: Plan): void {
    if (plan.isAskedAgain) this.release(plan, 0);
    else {
      this.unlisted.delete(plan.planId);
      this.forget(plan.planId);
    }
  }

  private forget(planId: string): void {
    this.plans.delete(planId);
    this.due.delete(planId);
    this.ready.delete(planId);
  }

  private release(plan: Plan, chance: number): void {
    const now = this.now();
    plan.isLooking = false;
    if (plan.isAskedAgain) this.plan(plan, this.soonest(plan, now));
    else {
      const { intervalMs } = this.paceOf(plan);
      const shortest = plan.isSpread ? 0 : 1 - jitter;
      const latest = Math.floor(intervalMs * (1 - (1 - shortest) * chance));
      const nextAt = this.soonest(plan, now + latest);
      this.plan(plan, nextAt, this.soonest(plan, now + Math.ceil(intervalMs * (1 - earliest))));
    }
    plan.isAskedAgain = false;
    plan.isSpread = false;
  }

  /** Not later than planned, not earlier than Graph allows. */
  private hasten(plan: Plan): void {
    if (plan.isLooking) return;
    const wanted = this.soonest(plan, this.now() + this.paceOf(plan).intervalMs);
    if (wanted < plan.nextAt) this.plan(plan, wanted);
  }

  private soonest({ notBefore }: Plan, at: number): number {
    return Math.max(notBefore ?? 0, at);
  }

  private plan(plan: Plan, nextAt: number, readyAt = nextAt): void {
    plan.nextAt = nextAt;
    this.due.set(plan.planId, nextAt);
    this.ready.set(plan.planId, Math.min(readyAt, nextAt));
  }

  private paceOf({ quietSince, awaited, failures, isTold }: Plan): PlanPace {
    const now = this.now();
    const isAwaited = awaited !== null && awaited.until > now;
    return paceOf(
      {
        quietMs: now - quietSince,
        awaitedMs: isAwaited ? now - awaited.since : null,
        failures,
        pressure: this.pressure,
        isTold,
      },
      this.rhythm,
    );
  }
}

function aPlan(planId: string, quietSince: number): Plan {
  return {
    planId,
    quietSince,
    nextAt: 0,
    notBefore: null,
    failures: 0,
    awaited: null,
    isLooking: false,
    isSpread: false,
    isAskedAgain: false,
    isAsked: false,
    wasAsked: false,
    isTold: false,
  };
}
