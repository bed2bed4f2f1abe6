import type { OwnIdentity, PlannerClient } from '../../domain/planner.js';
import type { PlanTraces } from '../../tasks/plan-traces.js';
import type { PlanConditions } from '../plan-conditions.js';
import type { DetailsRotation } from '../rotate-details.js';
import type { SweepStore } from '../sweep-store.js';
import { sweepPlan } from '../sweep-plan.js';
import type { Seen } from '../sync-record.js';

export interface PreviewLookDeps {
  readonly store: SweepStore;
  readonly traces: PlanTraces;
  readonly planner: PlannerClient;
  readonly accountId: string;
  readonly own: OwnIdentity;
  readonly detailsRotation: DetailsRotation;
  /** Says what the brake would say, without pulling it. */
  readonly wouldStop: (planId: string, missing: readonly string[]) => Promise<boolean>;
}

export interface PreviewLook {
  /** What the look would have announced. */
  readonly refs: readonly string[];
  readonly seen: ReadonlyMap<string, Seen>;
  /** Too many tasks are missing: their deletion would wait for somebody's confirmation. */
  readonly isStopped: boolean;
  /** Why the plan could not be looked at; null where it could. */
  readonly failure: string | null;
}

/** The look at a plan that its watch would take now; nothing is announced or kept. */
export async function previewLook(deps: PreviewLookDeps, planId: string): Promise<PreviewLook> {
  const { store, traces, accountId, planner, own, detailsRotation, wouldStop } = deps;
  const seen = new Map<string, Seen>();
  const refs = new Set<string>();
  let isStopped = false;
  let reason: string | null = null;
  const conditions: PlanConditions = {
    read: async () => ({ hold: null, isUnreadable: false, hasHeld: false, accountId }),
    judge: async (_planId, missing) => {
      isStopped = await wouldStop(planId, missing);
      return 'go';
    },
    noteUnreadable: async () => {},
    awaitAccount: async () => null,
    noteReadable: async () => {},
  };
  const { error } = await sweepPlan(
    {
      accountId,
      planner,
      own,
      detailsRotation,
      conditions,
      refreshNames: async (_planId, { trace }) => trace,
      traces: {
        ...traces,
        write: async (_planId, trace) => {
          ({ reason } = trace);
        },
      },
      store: {
        ...store,
        hints: async (plannerIds, pairs) => asIfNew(await store.hints(plannerIds, pairs)),
        announce: async (_planId, news) => {
          for (const [plannerId, sight] of news.seen) seen.set(plannerId, sight);
          for (const ref of news.refs) refs.add(ref);
        },
        detailsRead: async () => {},
        takeRoom: async () => [],
      },
    },
    { planId, intervalMs: 0 },
  );
  const failure = error === null ? null : (reason ?? error.code);
  return { refs: [...refs], seen, isStopped, failure };
}

type Hints = Awaited<ReturnType<SweepStore['hints']>>;

/** What was announced a moment ago and is not synced yet belongs into the preview as well. */
function asIfNew(hints: Hints): Hints {
  return new Map(
    [...hints].map(([plannerId, hint]) => [
      plannerId,
      hint.seen === null ? hint : { ...hint, seen: { ...hint.seen, listedAt: 0 } },
    ]),
  );
}
