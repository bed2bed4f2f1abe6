import { createHash } from 'node:crypto';
import type { SweepOutcome } from '../src/domain/sweep-outcome.js';
import type { WatchPace } from '../src/domain/watch-pace.js';
import type { SweepDeps } from '../src/sync/sweep-plan.js';
import { sweepPlan } from '../src/sync/sweep-plan.js';
import type { LinkedPlans } from '../src/tasks/linked-plans.js';
import { runActivity } from './run-activity.js';

export interface PlanWatchDeps extends SweepDeps {
  readonly linked: LinkedPlans;
  /** How much of the budget of requests is in use, 0 (free) to 1 (used up). Absent: nothing limits it. */
  readonly pressure?: () => Promise<number>;
}

/** Looks at plans. All only read Graph and may be repeated at will. */
export function createPlanWatchActivities(deps: PlanWatchDeps) {
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
      readonly plans: readonly {
        readonly planId: string;
        readonly intervalMs: number;
        readonly pace?: WatchPace;
      }[];
    }): Promise<readonly SweepOutcome[]> {
      return runActivity(async () => {
        const outcomes = await Promise.all(input.plans.map((plan) => sweepPlan(deps, plan)));
        const pressure = (await deps.pressure?.()) ?? 0;
        return pressure === 0 ? outcomes : outcomes.map((outcome) => ({ ...outcome, pressure }));
      });
    },
  };
}

export type PlanWatchActivities = ReturnType<typeof createPlanWatchActivities>;
