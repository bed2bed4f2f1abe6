import { createHash } from 'node:crypto';
import { log } from '@temporalio/activity';
import { appAccountId } from '../src/domain/accounts/account.js';
import type { SweepOutcome } from '../src/domain/sweep-outcome.js';
import type { WatchPace } from '../src/domain/watch-pace.js';
import { lookAtPlans } from '../src/sync/sources/look-at-plans.js';
import { lookAtPlan, type LookDeps } from '../src/sync/sources/look-at-plan.js';
import {
  probeSources,
  type ProbeDeps,
  type ProbeOutcome,
} from '../src/sync/sources/probe-sources.js';
import type { SourceStore } from '../src/sync/sources/source-store.js';
import { sweepPlan, type Sweep } from '../src/sync/sweep-plan.js';
import type { LinkedPlans } from '../src/tasks/linked-plans.js';
import { withoutWords } from '../src/temporal/activity-failure.js';
import { runActivity } from './run-activity.js';

export interface PlanWatchDeps {
  readonly linked: LinkedPlans;
  /** What a look at a plan of an account works with. */
  readonly looksOf: (accountId: string) => Omit<LookDeps, 'refuseDelta'>;
  /** By account: which sources Graph offers it. */
  readonly sources: SourceStore;
  readonly probeOf: (accountId: string) => Omit<ProbeDeps, 'linked' | 'store'>;
  /** How much of the budget of requests is in use, 0 (free) to 1 (used up). Absent: nothing limits it. */
  readonly pressure?: () => Promise<number>;
}

/** Looks at plans. All only read Graph and may be repeated at will. */
export function createPlanWatchActivities(deps: PlanWatchDeps) {
  const lookAt = async (
    accountId: string | undefined,
    plans: readonly Omit<Sweep, 'source'>[],
  ): Promise<readonly SweepOutcome[]> => {
    const { sources } = deps;
    const looks = deps.looksOf(accountId ?? appAccountId);
    const broken = { traces: looks.traces, onUnexpected };
    if (accountId === undefined) {
      return lookAtPlans(broken, plans, (plan) => sweepPlan(looks, plan));
    }
    const { sourceOf, wantsProbe } = await sources.current(accountId);
    const refuseDelta = (reason: string): Promise<void> => sources.refuseDelta(accountId, reason);
    const outcomes = await lookAtPlans(broken, plans, (plan) =>
      lookAtPlan({ ...looks, refuseDelta }, { ...plan, source: sourceOf(plan.planId) }),
    );
    return wantsProbe ? outcomes.map((outcome) => ({ ...outcome, wantsProbe })) : outcomes;
  };

  return {
    async listWatchedPlans(accountId: string): Promise<readonly string[]> {
      return runActivity(() => deps.linked.ofAccount(accountId));
    },

    /** The plans of an account, with the digest of their list; null instead of a list that is known already. */
    async listPlans(input: {
      readonly accountId: string;
      readonly knownDigest: string | null;
    }): Promise<{ readonly digest: string; readonly planIds: readonly string[] | null }> {
      return runActivity(async () => {
        const planIds = (await deps.linked.ofAccount(input.accountId)).toSorted();
        const digest = createHash('sha256').update(planIds.join(' ')).digest('base64url');
        return { digest, planIds: digest === input.knownDigest ? null : planIds };
      });
    },

    /** One look at each plan; their listings share requests. A plan in trouble is an outcome, not a failure. */
    async sweepPlans(input: {
      /** Absent in runs that know of no sources but sweeps. */
      readonly accountId?: string;
      readonly plans: readonly {
        readonly planId: string;
        readonly intervalMs: number;
        readonly pace?: WatchPace;
        readonly isAsked?: boolean;
      }[];
    }): Promise<readonly SweepOutcome[]> {
      return runActivity(async () => {
        const outcomes = await lookAt(input.accountId, input.plans);
        const pressure = (await deps.pressure?.()) ?? 0;
        return pressure === 0 ? outcomes : outcomes.map((outcome) => ({ ...outcome, pressure }));
      });
    },

    /** Asks Graph which sources of changes it offers to an account; answers when to ask again. */
    async probeSources(input: { readonly accountId: string }): Promise<ProbeOutcome> {
      const { linked, sources } = deps;
      return runActivity(async () => {
        const probe = deps.probeOf(input.accountId);
        return probeSources({ linked, store: sources, ...probe }, input.accountId);
      });
    },
  };
}

function onUnexpected(error: unknown, planId: string): void {
  log.warn('A look at a plan broke off', { planId, ...withoutWords(error) });
}

export type PlanWatchActivities = ReturnType<typeof createPlanWatchActivities>;
