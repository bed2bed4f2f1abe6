import { GraphError } from '../domain/graph-error.js';
import { comparePlan } from '../domain/planner-change.js';
import type { OwnIdentity, PlannerClient } from '../domain/planner.js';
import type { SweepOutcome } from '../domain/sweep-outcome.js';
import type { WatchSource } from '../domain/watch-source.js';
import type { WatchPace } from '../domain/watch-pace.js';
import { announceDifference } from './announce-difference.js';
import { releaseFailing } from './release-failing.js';
import { rotateDetails, type DetailsRotation } from './rotate-details.js';
import type { RefreshNames } from './refresh-names.js';
import type { PlanTrace, PlanTraces } from '../tasks/plan-traces.js';
import type { PlanConditions } from './plan-conditions.js';
import { isUnreadable } from './plan-unreadable-error.js';
import type { SweepStore } from './sweep-store.js';
import type { PlanListing } from './sync-run.js';
import { listCompletely, mayHold } from './sync-run.js';

export interface SweepDeps {
  readonly store: SweepStore;
  /** Whose plans are looked at, and Planner and identity in that account's name. */
  readonly accountId: string;
  readonly planner: PlannerClient;
  readonly own: OwnIdentity;
  readonly traces: PlanTraces;
  /** A pure checklist edit may not move the task's etag: then only reading the details shows it. */
  readonly detailsRotation: DetailsRotation;
  readonly conditions: PlanConditions;
  readonly refreshNames: RefreshNames;
}

export interface Sweep {
  readonly planId: string;
  /** The next look comes after so long (ms) when this one finds nothing; and why so. For those who want to know. */
  readonly intervalMs: number;
  readonly pace?: WatchPace | undefined;
  /** Somebody asked for this look: it is complete, and names are read as well. */
  readonly isAsked?: boolean | undefined;
  /** From which source changes of the plan are noticed besides; default sweep. */
  readonly source?: WatchSource;
}

/** Agents' changes that wait longer wait for something else than a moment (ms); they do not quicken the looks. */
export const youngMs = 60_000;

/**
 * One look at a plan: lists it completely, compares etags, and puts what differs into the same outbox as an agent's
 * write. A page that fails proves nothing, so then nothing is announced.
 */
export async function sweepPlan(
  deps: SweepDeps,
  { planId, intervalMs, pace, isAsked = false, source = 'sweep' }: Sweep,
): Promise<SweepOutcome> {
  const { store, planner, traces, conditions } = deps;
  const [beganAt, trace, condition] = await Promise.all([
    store.now(),
    traces.read(planId),
    conditions.read(planId),
  ]);
  const { hold, isUnreadable: wasUnreadable, hasHeld } = condition;
  if (condition.accountId !== deps.accountId) {
    return { planId, isActive: false, error: null, isLeft: true };
  }
  // A stopped plan is looked at: its tasks may be seen again.
  if (hold !== null && hold !== 'stopped') {
    return { planId, isActive: false, error: null };
  }
  const rhythm = toRhythm({ intervalMs, pace });
  let isListed = false;
  try {
    const listing = await listCompletely(planner, planId);
    const listed = listing.tasks;
    isListed = true;
    const endedAt = await store.now();
    const known = await store.known(
      planId,
      listed.map((task) => task.plannerId),
    );
    if (wasUnreadable || (hasHeld && hold === null)) await conditions.noteReadable(planId);
    const { missing: notListed, ...difference } = comparePlan(listed, known);
    const missing = notListed.filter((id) => !mayHold(listing, id));
    const previousLookAt = trace.lastLook === null ? null : Date.parse(trace.lastLook);
    const gone = await store.deletedByPeople({ missing, pairs: known.pairs, before: beganAt });
    const isJudged = gone.length > 0 || hold === 'stopped';
    if (isJudged && (await conditions.judge(planId, gone)) === 'stopped') {
      await traces.write(planId, {
        ...trace,
        state: 'watching',
        lastLook: new Date(beganAt).toISOString(),
        ...rhythm,
        tasks: listed.length,
        reason: null,
        source,
      });
      return { planId, isActive: false, error: null, source };
    }
    const failing = await store.failing(planId);
    const announced = await announceDifference(deps, planId, {
      difference: { ...difference, missing },
      failing,
      pairs: known.pairs,
      times: { beganAt, endedAt, previousLookAt },
    });
    const rotated = await rotateDetails(deps, planId, {
      now: endedAt,
      listed,
      sinceMs: previousLookAt === null ? 0 : beganAt - previousLookAt,
      pairs: known.pairs,
    });
    const openTasks = listed.filter((task) => task.fields.percentComplete < 100).length;
    const released = await releaseFailing(store, planId, {
      failing,
      room: {
        hasFewerTasks: listed.length < (trace.tasks ?? 0) || openTasks < (trace.openTasks ?? 0),
        isBack: trace.state === 'failing',
      },
    });
    const titled = {
      ...trace,
      ...(await deps.refreshNames(planId, {
        trace,
        now: endedAt,
        listed,
        isBusy: announced > 0,
        isAsked,
        intervalMs,
      })),
    };
    await traces.write(planId, {
      ...titled,
      state: 'watching',
      lastLook: new Date(beganAt).toISOString(),
      ...rhythm,
      tasks: listed.length,
      openTasks,
      reason: reasonOf(listing),
      source,
    });
    const isActive =
      announced + rotated + released > 0 ||
      (await store.hasYoungChanges(planId, endedAt - youngMs));
    return { planId, isActive, error: null, source };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (!isListed && isUnreadable(error)) await conditions.noteUnreadable(planId, error, []);
    // Nothing of the plan failed: it says itself that it waits for its account.
    const isWaiting =
      error.code === 'reauth_required' && (await conditions.awaitAccount(planId, [])) !== null;
    if (isWaiting) return { planId, isActive: false, error: null };
    return noteFailure(traces, { planId, intervalMs, pace }, trace, error);
  }
}

/** A look that Graph did not let through: for people in the trace of the plan, for the watch as its outcome. */
export async function noteFailure(
  traces: PlanTraces,
  look: Pick<Sweep, 'planId' | 'intervalMs' | 'pace'>,
  trace: PlanTrace,
  { code, message, advice, retryAfterMs }: GraphError,
): Promise<SweepOutcome> {
  const { planId } = look;
  const reason = `${message}. ${advice}`;
  await traces.write(planId, { ...trace, ...toRhythm(look), state: 'failing', reason });
  return { planId, isActive: false, error: { code, retryAfterMs } };
}

/** How the trace remembers it. */
export function toRhythm({
  intervalMs,
  pace,
}: Pick<Sweep, 'intervalMs' | 'pace'>): Pick<PlanTrace, 'intervalMs' | 'pace'> {
  return { intervalMs: Math.round(intervalMs), pace: pace ?? null };
}

/** What the watch says of tasks that it cannot read; null: nothing to say. */
function reasonOf({ unreadable }: PlanListing): string | null {
  if (unreadable.length === 0) return null;
  const properties = [...new Set(unreadable.map((one) => one.property))].join(', ');
  return `${String(unreadable.length)} of the plan's tasks cannot be read: Microsoft Graph did not send ${properties} as documented.`;
}
