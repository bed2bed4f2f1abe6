import { GraphError } from '../../domain/graph-error.js';
import { comparePlan } from '../../domain/planner-change.js';
import type { DeltaLink, PlannerDelta } from '../../domain/planner-delta.js';
import type { PlannerTask } from '../../domain/planner.js';
import type { SweepOutcome } from '../../domain/sweep-outcome.js';
import type { PlanTrace } from '../../tasks/plan-traces.js';
import { announceDifference } from '../announce-difference.js';
import { isBlocked, isNotFound, isTransient } from '../graph-refusals.js';
import {
  noteFailure,
  sweepPlan,
  toRhythm,
  youngMs,
  type Sweep,
  type SweepDeps,
} from '../sweep-plan.js';
import type { DeltaLinks } from './delta-links.js';
import { followRound, isStartOver } from './follow-round.js';
import { readHints } from './read-hints.js';

export interface LookDeps extends SweepDeps {
  readonly delta: PlannerDelta;
  readonly links: DeltaLinks;
  /** Graph does not offer delta after all. */
  readonly refuseDelta: (reason: string) => Promise<void>;
}

/** Delta does not tell everything: a complete look comes at least after so many intervals, and after this time (ms). */
const looksBetween = 5;
const longestBetweenMs = 300_000;

/**
 * One look at a plan from its present source. A look from another source than the last one is complete, and so is every
 * look where delta has lost its thread: whatever changed in between is found by comparing etags, so no change is lost.
 */
export async function lookAtPlan(deps: LookDeps, look: Sweep): Promise<SweepOutcome> {
  const { planId, source } = look;
  const trace = await deps.traces.read(planId);
  if (source !== 'delta') {
    if (trace.source === 'delta') await deps.links.drop(planId);
    return sweepPlan(deps, look);
  }
  const link = await deps.links.read(planId);
  if (link === null || trace.source !== 'delta') return sweepWithDelta(deps, look, null);
  if (await mustBeComplete(deps, look, trace)) return sweepWithDelta(deps, look, link);
  return askDelta(deps, look, { trace, link });
}

async function mustBeComplete(
  { store, conditions, accountId: ownAccountId }: LookDeps,
  { planId, intervalMs, pace, isAsked }: Sweep,
  { state, lastLook }: PlanTrace,
): Promise<boolean> {
  if (isAsked === true || pace === 'awaited' || state !== 'watching' || lastLook === null) {
    return true;
  }
  const age = (await store.now()) - Date.parse(lastLook);
  if (age >= Math.min(looksBetween * intervalMs, longestBetweenMs)) return true;
  const { hold, isUnreadable, hasHeld, accountId } = await conditions.read(planId);
  return hold !== null || isUnreadable || hasHeld || accountId !== ownAccountId;
}

/**
 * A complete look beside delta. Delta's thread is taken up before the plan is listed: what changes after that is either
 * in the listing or in the next round, never in neither. The thread is kept only after a listing that worked.
 */
async function sweepWithDelta(
  deps: LookDeps,
  look: Sweep,
  link: DeltaLink | null,
): Promise<SweepOutcome> {
  const { planId } = look;
  let next: DeltaLink;
  try {
    next = await takeUp(deps, planId, link);
  } catch (error) {
    return sweepWithout(deps, look, error);
  }
  const outcome = await sweepPlan(deps, look);
  if (outcome.source === 'delta') await deps.links.write(planId, next);
  return outcome;
}

/** Where the next round begins. What this one tells is not of interest: the plan is listed anyway. */
async function takeUp(
  { delta }: LookDeps,
  planId: string,
  link: DeltaLink | null,
): Promise<DeltaLink> {
  if (link !== null) {
    try {
      const round = await followRound(delta, delta.follow(link));
      if (round !== null) return round.link;
    } catch (error) {
      if (!isStartOver(error)) throw error;
    }
  }
  const round = await followRound(delta, delta.begin(planId));
  if (round === null) throw new EndlessRoundError();
  return round.link;
}

class EndlessRoundError extends Error {
  override readonly name = 'EndlessRoundError';
}

/** Delta cannot be used for this look; the next one tries again, unless Graph has refused it for good. */
async function sweepWithout(deps: LookDeps, look: Sweep, error: unknown): Promise<SweepOutcome> {
  const isOurs = error instanceof GraphError || error instanceof EndlessRoundError;
  if (!isOurs) throw error;
  await deps.links.drop(look.planId);
  const outcome = await sweepPlan(deps, { ...look, source: 'sweep' });
  const isForGood =
    error instanceof GraphError && !isTransient(error) && error.code !== 'not_found';
  // A plan that may not be listed either says nothing about delta for the others.
  if (isForGood && outcome.source !== undefined) await deps.refuseDelta(`${error.message}.`);
  return outcome;
}

async function askDelta(
  deps: LookDeps,
  look: Sweep,
  { trace, link }: { readonly trace: PlanTrace; readonly link: DeltaLink },
): Promise<SweepOutcome> {
  const { store, delta, links, traces } = deps;
  const { planId } = look;
  const beganAt = await store.now();
  try {
    const round = await followRound(delta, delta.follow(link));
    if (round === null) return await sweepWithDelta(deps, look, null);
    const ids = round.hints.flatMap((hint) => hint.id ?? []);
    const known = await store.known(planId, [...new Set(ids)]);
    const work = readHints(round.hints, planId, known);
    const tasks = work.kind === 'look' ? null : await readTasks(deps, work.plannerIds);
    if (tasks === null) return await sweepWithDelta(deps, look, link);
    const ours = tasks.filter((task) => task.planId === planId);
    const announced = await announceTasks(deps, planId, { tasks: ours, known, trace, beganAt });
    // After what it told was announced: until then it would be told once more.
    await links.write(planId, round.link);
    await traces.write(planId, {
      ...trace,
      ...toRhythm(look),
      lastSignal: new Date(beganAt).toISOString(),
    });
    const isActive = announced > 0 || (await store.hasYoungChanges(planId, beganAt - youngMs));
    return { planId, isActive, error: null, source: 'delta' };
  } catch (error) {
    if (isStartOver(error)) return sweepWithDelta(deps, look, null);
    if (!(error instanceof GraphError) || !isBlocked(error)) {
      return sweepWithout(deps, look, error);
    }
    // Graph as a whole is busy or away: a listing would not get through either. The next look is complete.
    return noteFailure(traces, look, trace, error);
  }
}

/** The truth about what was hinted at; null where one of them is not there, which only a listing can prove. */
async function readTasks(
  { planner }: LookDeps,
  plannerIds: readonly string[],
): Promise<readonly PlannerTask[] | null> {
  try {
    return await Promise.all(plannerIds.map((plannerId) => planner.getTask(plannerId)));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function announceTasks(
  deps: LookDeps,
  planId: string,
  found: {
    readonly tasks: readonly PlannerTask[];
    readonly known: Parameters<typeof comparePlan>[1];
    readonly trace: PlanTrace;
    readonly beganAt: number;
  },
): Promise<number> {
  const { tasks, known, trace, beganAt } = found;
  if (tasks.length === 0) return 0;
  const { store } = deps;
  const [endedAt, failing] = await Promise.all([store.now(), store.failing(planId)]);
  return announceDifference(deps, planId, {
    // What was not read is not missing.
    difference: { ...comparePlan(tasks, known), missing: [] },
    failing,
    pairs: known.pairs,
    times: {
      beganAt,
      endedAt,
      previousLookAt: trace.lastLook === null ? null : Date.parse(trace.lastLook),
    },
  });
}
