import type { SweepOutcome } from '../src/domain/sweep-outcome.js';
import type { SweepDeps } from '../src/sync/sweep-plan.js';
import { sweepPlan } from '../src/sync/sweep-plan.js';
import type { LinkedPlans } from '../src/tasks/linked-plans.js';
import { runActivity } from './run-activity.js';

/** Looks at plans. Both only read Graph and may be repeated at will. */
export function createPlanWatchActivities(deps: SweepDeps & { readonly linked: LinkedPlans }) {
  return {
    async listWatchedPlans(accountId: string): Promise<readonly string[]> {
      return runActivity(() => deps.linked.ofAccount(accountId));
    },

    /** One look at each plan; their listings share requests. A plan in trouble is an outcome, not a failure. */
    async sweepPlans(input: {
      readonly plans: readonly { readonly planId: string; readonly intervalMs: number }[];
    }): Promise<readonly SweepOutcome[]> {
      return runActivity(() => Promise.all(input.plans.map((plan) => sweepPlan(deps, plan))));
    },
  };
}

export type PlanWatchActivities = ReturnType<typeof createPlanWatchActivities>;
