import { GraphError } from '../domain/graph-error.js';
import { changedBuckets, type PlanNames } from '../domain/plan-names.js';
import type { PlannerClient, PlannerTask } from '../domain/planner.js';
import type { PlanNamesStore } from '../tasks/plan-names.js';
import type { PlanTrace } from '../tasks/plan-traces.js';

export interface NamesDeps {
  readonly planner: Pick<PlannerClient, 'getPlan' | 'listBuckets' | 'getCategoryNames'>;
  readonly names: PlanNamesStore;
  /** While people work in a plan, its names are read again after this time (ms), a little earlier by chance. */
  readonly namesIntervalMs: number;
  readonly random: () => number;
  /** What the metadata cache holds of a plan or bucket is outdated. */
  readonly forgetMetadata: (kind: 'plans' | 'buckets', id: string) => Promise<void>;
}

const jitter = 0.2;
/** Names change seldom, and mostly when something else does: in a quiet plan the time is so much longer. */
const quietFactor = 36;
/** And at least so many times that between two looks: where these are few, names are not to cost more than they. */
const quietLooks = 12;
/** A bucket that nobody knows is asked for at once, and so is what somebody wants to see now; not oftener than this (ms). */
const soonestMs = 10_000;

/** What the trace of a plan remembers of its names. */
type NamesTrace = Pick<PlanTrace, 'title' | 'namesDueAt' | 'namesReadAt' | 'bucketIds'>;

/**
 * Reads what a plan, its buckets and its labels are called when it is time, when somebody asked for the look, or when a task
 * lies in a bucket that is new to us. Answers what the trace of the plan is to remember. Names only decorate: that they cannot be read does not spoil the
 * look; they stay what they were.
 */
export type RefreshNames = (
  planId: string,
  look: {
    readonly trace: PlanTrace;
    /** ms. */
    readonly now: number;
    readonly listed: readonly PlannerTask[];
    /** The look found changes. */
    readonly isBusy: boolean;
    /** Somebody wants to see now what the plan is like. */
    readonly isAsked: boolean;
    /** Until the next look, when nothing happens (ms). */
    readonly intervalMs: number;
  },
) => Promise<NamesTrace>;

export function createRefreshNames(deps: NamesDeps): RefreshNames {
  return async (planId, { trace, now, listed, isBusy, isAsked, intervalMs }) => {
    const { title, namesDueAt, namesReadAt, bucketIds } = trace;
    const held: NamesTrace = { title, namesDueAt, namesReadAt, bucketIds };
    const known = new Set(bucketIds);
    const used = new Set(listed.flatMap(({ fields }) => fields.bucketId ?? []));
    const hasNew = [...used].some((id) => !known.has(id));
    const quietMs = Math.max(quietFactor * deps.namesIntervalMs, quietLooks * intervalMs);
    const dueAt =
      isBusy || title === null ? namesDueAt : namesDueAt + quietMs - deps.namesIntervalMs;
    const isDue = namesReadAt === 0 || now >= dueAt;
    const isWanted = (hasNew || isAsked) && now - namesReadAt >= soonestMs;
    if (!isDue && !isWanted) return held;
    const nextAt = now + Math.round(deps.namesIntervalMs * (1 - jitter * deps.random()));
    try {
      const names = await readNames(deps.planner, planId);
      await keep(deps, names, now);
      return {
        title: names.title,
        namesDueAt: nextAt,
        namesReadAt: now,
        // With those that only tasks name: they would be asked for at every look.
        bucketIds: [...new Set([...names.buckets.map(({ id }) => id), ...used])],
      };
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const tryAt = Math.max(nextAt, now + (error.retryAfterMs ?? 0));
      return { ...held, namesReadAt: now, namesDueAt: tryAt };
    }
  };
}

async function readNames(planner: NamesDeps['planner'], planId: string): Promise<PlanNames> {
  const [plan, buckets, categories] = await Promise.all([
    planner.getPlan(planId),
    planner.listBuckets(planId),
    planner.getCategoryNames(planId),
  ]);
  return {
    planId,
    title: plan.title,
    buckets: buckets.map(({ bucketId, name, orderHint }) => ({ id: bucketId, name, orderHint })),
    categories,
  };
}

async function keep(deps: NamesDeps, names: PlanNames, readAt: number): Promise<void> {
  const before = await deps.names.read(names.planId);
  if ((await deps.names.note(names, readAt)) !== 'changed') return;
  const buckets = changedBuckets(before, names);
  await Promise.all([
    deps.forgetMetadata('plans', names.planId),
    ...buckets.map((id) => deps.forgetMetadata('buckets', id)),
  ]);
}
