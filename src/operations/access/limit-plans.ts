import { type Caller, seesPlan } from '../../domain/access/caller.js';
import { ProblemError } from '../../domain/problem.js';
import type { PlanControl } from '../../sync/plan-control/plan-control.js';
import type { PreviewPlan } from '../../sync/preview/preview-plan.js';
import type { SyncStatusReader } from '../sync/sync-status.js';

/** A plan that is not the caller's is answered like one that does not exist. */
export function requireSeen(caller: Pick<Caller, 'plans'>, planId: string): void {
  if (seesPlan(caller, planId)) return;
  throw new ProblemError('plan_not_found', `There is no plan ${planId}`, {
    errors: [{ field: 'planId', message: 'is no plan of this key' }],
  });
}

/** What operators decide, for the caller's plans; everything at once is not theirs to decide. */
export function limitPlans(plans: PlanControl, caller: Caller): PlanControl {
  if (caller.plans === null) return plans;
  const requireOne = (planId: string | null): string => {
    if (planId === null) {
      const message = 'is needed: this key is for some plans, not for everything';
      throw new ProblemError('invalid_input', `planId: ${message}`, {
        errors: [{ field: 'planId', message }],
      });
    }
    requireSeen(caller, planId);
    return planId;
  };
  return {
    pause: async (planId, by) => plans.pause(requireOne(planId), by),
    resume: async (planId, by) => plans.resume(requireOne(planId), by),
    runNow: async (planId, by) => plans.runNow(requireOne(planId), by),
    add: async (plan, by) => plans.add({ ...plan, planId: requireOne(plan.planId) }, by),
    remove: async (plan, by) => plans.remove({ ...plan, planId: requireOne(plan.planId) }, by),
    confirmDeletions: async (planId, by) => plans.confirmDeletions(requireOne(planId), by),
  };
}

export function limitPreview(preview: PreviewPlan, caller: Caller): PreviewPlan {
  return async (query) => {
    requireSeen(caller, query.planId);
    return preview(query);
  };
}

/** The caller's plans alone; reasons and alerts about others are left out. */
export function limitStatus(status: SyncStatusReader, caller: Caller): SyncStatusReader {
  const { plans } = caller;
  return plans === null ? status : { read: () => status.read(plans) };
}
