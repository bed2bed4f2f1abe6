import { isLeftToCreates } from '../domain/adoption.js';
import { GraphError } from '../domain/graph-error.js';
import type { PlanDifference } from '../domain/planner-change.js';
import { comparePlan } from '../domain/planner-change.js';
import type { PlannerClient, PlannerTask } from '../domain/planner.js';
import { plannerRef } from '../domain/ref.js';
import type { SweepOutcome } from '../domain/sweep-outcome.js';
import type { WatchPace } from '../domain/watch-pace.js';
import type { FailingTask } from '../domain/failing-task.js';
import { releaseFailing } from './release-failing.js';
import { rotateDetails, type DetailsRotation } from './rotate-details.js';
import type { RefreshNames } from './refresh-names.js';
import type { PlanTraces } from '../tasks/plan-traces.js';
import type { Seen } from './sync-record.js';
import type { PlanConditions } from './plan-conditions.js';
import { isUnreadable } from './plan-unreadable-error.js';
import type { SweepStore } from './sweep-store.js';
import type { PlanListing } from './sync-run.js';
import { listCompletely, mayHold } from './sync-run.js';

export interface SweepDeps {
  readonly store: SweepStore;
  readonly planner: PlannerClient;
  readonly traces: PlanTraces;
  readonly ownAppId: string;
  /** A pure checklist edit may not move the task's etag: then only reading the details shows it. */
  readonly detailsRotation: DetailsRotation;
  readonly conditions: PlanConditions;
  readonly refreshNames: RefreshNames;
}

/** A change announced so long ago and still not taken is announced again (ms), later twice as late, up to the longest. */
const announceAgainMs = 30_000;
const longestPatienceMs = 300_000;
/** Agents' changes that wait longer wait for something else than a moment (ms); they do not quicken the looks. */
const youngMs = 60_000;

/**
 * One look at a plan: lists it completely, compares etags, and puts what differs into the same outbox as an agent's
 * write. A page that fails proves nothing, so then nothing is announced.
 */
export async function sweepPlan(
  deps: SweepDeps,
  {
    planId,
    intervalMs,
    pace,
  }: {
    readonly planId: string;
    /** The next look comes after so long (ms) when this one finds nothing; and why so. For those who want to know. */
    readonly intervalMs: number;
    readonly pace?: WatchPace;
  },
): Promise<SweepOutcome> {
  const { store, planner, traces, conditions } = deps;
  const [beganAt, trace, condition] = await Promise.all([
    store.now(),
    traces.read(planId),
    conditions.read(planId),
  ]);
  const { hold, isUnreadable: wasUnreadable } = condition;
  // A stopped plan is looked at: its tasks may be seen again.
  if (hold !== null && hold !== 'stopped') {
    return { planId, title: trace.title, isActive: false, error: null };
  }
  const rhythm = { intervalMs: Math.round(intervalMs), pace: pace ?? null };
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
    if (wasUnreadable) await conditions.noteReadable(planId);
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
      });
      return { planId, title: trace.title, isActive: false, error: null };
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
      ...(await deps.refreshNames(planId, { trace, now: endedAt, listed })),
    };
    await traces.write(planId, {
      ...titled,
      state: 'watching',
      lastLook: new Date(beganAt).toISOString(),
      ...rhythm,
      tasks: listed.length,
      openTasks,
      reason: reasonOf(listing),
    });
    const isActive =
      announced + rotated + released > 0 ||
      (await store.hasYoungChanges(planId, endedAt - youngMs));
    return { planId, title: titled.title, isActive, error: null };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const { code, message, advice, retryAfterMs } = error;
    if (!isListed && isUnreadable(error)) await conditions.noteUnreadable(planId, error, []);
    await traces.write(planId, {
      ...trace,
      state: 'failing',
      ...rhythm,
      reason: `${message} ${advice}`,
    });
    return { planId, title: trace.title, isActive: false, error: { code, retryAfterMs } };
  }
}

interface Times {
  readonly beganAt: number;
  readonly endedAt: number;
  readonly previousLookAt: number | null;
}

async function announceDifference(
  { store, ownAppId }: SweepDeps,
  planId: string,
  found: {
    readonly difference: PlanDifference;
    readonly failing: ReadonlyMap<string, FailingTask>;
    readonly pairs: ReadonlyMap<string, string>;
    readonly times: Times;
  },
): Promise<number> {
  const { difference, pairs, failing, times } = found;
  const { changed, unknown, missing } = difference;
  const ids = [...changed, ...unknown].map((task) => task.plannerId);
  const hints = await store.hints([...ids, ...missing], pairs);
  // Read after the listing: an attempt stands before its task can be listed.
  const attempts = unknown.length === 0 ? [] : [...(await store.openAttempts(planId)).values()];

  const news = new Map<string, Seen>();
  const reminders = new Map<string, Seen>();
  /** What was tried in vain has its own time; only something new makes it come earlier. */
  const isFailing = (plannerId: string): boolean => {
    const nextAt = failing.get(pairs.get(plannerId) ?? '')?.nextAt;
    return nextAt !== undefined && nextAt > times.beganAt;
  };
  const isDue = (plannerId: string, isSame: (earlier: Seen) => boolean): boolean => {
    const hint = hints.get(plannerId);
    if (hint === undefined) return true;
    // Sync touched it after this listing began and knows better; a real change shows again at the next look.
    if (hint.touchedAt >= times.beganAt) return false;
    const earlier = hint.seen;
    if (earlier !== null && isSame(earlier) && isFailing(plannerId)) return false;
    const isFresh = earlier !== null && times.beganAt - earlier.listedAt < patienceMs(earlier);
    return !(isFresh && earlier.listedAt > hint.touchedAt && isSame(earlier));
  };
  // A task in trouble keeps its time when it is only reminded of; a new sight makes it try at once.
  const note = (plannerId: string, sight: Seen, isSame: (earlier: Seen) => boolean): void => {
    const earlier = hints.get(plannerId)?.seen ?? null;
    (earlier !== null && isSame(earlier) ? reminders : news).set(plannerId, sight);
  };

  for (const task of [...changed, ...unknown]) {
    if (!pairs.has(task.plannerId) && isLeftToCreates(ownAppId, task, attempts)) continue;
    const isSame = (earlier: Seen): boolean => isSameSight(earlier, task);
    if (!isDue(task.plannerId, isSame)) continue;
    const earlier = hints.get(task.plannerId)?.seen ?? null;
    const first = earlier?.kind === 'task' && isSame(earlier) ? earlier : null;
    const sight: Seen = {
      kind: 'task',
      task,
      listedAt: times.beganAt,
      previousLookAt: first?.previousLookAt ?? times.previousLookAt,
      firstSeenAt: first?.firstSeenAt ?? times.endedAt,
    };
    note(task.plannerId, sight, isSame);
  }
  for (const plannerId of missing) {
    if (!isDue(plannerId, isMissing)) continue;
    note(plannerId, { kind: 'missing', listedAt: times.beganAt }, isMissing);
  }
  const announce = (seen: ReadonlyMap<string, Seen>, source: 'planner' | 'system') => {
    const refs = [...seen.keys()].map((id) => pairs.get(id) ?? plannerRef(id));
    return store.announce(planId, { seen, refs, source });
  };
  await Promise.all([announce(news, 'planner'), announce(reminders, 'system')]);
  return news.size + reminders.size;
}

/** What the watch says of tasks that it cannot read; null: nothing to say. */
function reasonOf({ unreadable }: PlanListing): string | null {
  if (unreadable.length === 0) return null;
  const properties = [...new Set(unreadable.map((one) => one.property))].join(', ');
  return `${String(unreadable.length)} of the plan's tasks cannot be read: Microsoft Graph did not send ${properties} as documented.`;
}

/** Longer and longer: what cannot be imported must not be tried at every look for ever. */
function patienceMs(earlier: Seen): number {
  const knownMs = earlier.kind === 'task' ? earlier.listedAt - earlier.firstSeenAt : 0;
  return Math.min(Math.max(announceAgainMs, knownMs), longestPatienceMs);
}

function isMissing(sight: Seen): boolean {
  return sight.kind === 'missing';
}

function isSameSight(earlier: Seen, task: PlannerTask): boolean {
  return earlier.kind === 'task' && earlier.task.etag === task.etag;
}
