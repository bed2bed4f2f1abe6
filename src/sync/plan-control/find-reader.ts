import { ProblemError, type ProblemCode } from '../../domain/problem.js';
import type { PlannerClient } from '../../domain/planner.js';
import { lookUpPlan } from './look-up-plan.js';

/** What another account may see although this one does not. */
const mayBeSeenByOthers: readonly ProblemCode[] = [
  'plan_not_found',
  'plan_forbidden',
  'reauth_required',
];

/**
 * The first of the accounts that Planner lets read the plan and its tasks. Where none can, it is said why the first could
 * not: ProblemErrors as of `lookUpPlan`.
 */
export async function findReader(
  {
    plannerOf,
  }: {
    readonly plannerOf: (accountId: string) => Pick<PlannerClient, 'getPlan' | 'listTasks'>;
  },
  planId: string,
  accountIds: readonly string[],
): Promise<{ readonly accountId: string; readonly title: string }> {
  let first: ProblemError | null = null;
  for (const accountId of accountIds) {
    try {
      const { title } = await lookUpPlan(plannerOf(accountId), planId);
      return { accountId, title };
    } catch (error) {
      if (!(error instanceof ProblemError) || !mayBeSeenByOthers.includes(error.code)) throw error;
      first ??= error;
    }
  }
  throw first ?? new ProblemError('plan_not_found', `No account can read plan ${planId}`);
}
