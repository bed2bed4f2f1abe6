import type { GraphError } from '../domain/graph-error.js';
import { failure, ok, skipped, warning, type Judgement } from './finding.js';

export type PlanAccess =
  | { readonly planId: string; readonly title: string }
  | { readonly planId: string; readonly refusal: GraphError }
  /** Of an account whose token is not here. */
  | { readonly planId: string; readonly accountId: string };

/** Those that cannot be read are told one by one, the others together; by plan, null for all. */
export function judgePlans(
  plans: readonly PlanAccess[],
): readonly { readonly planId: string | null; readonly judgement: Judgement }[] {
  if (plans.length === 0) {
    const fix =
      'Set DEFAULT_PLANNER_PLAN_ID to the id in the address of a board, or add a plan with sync_add_plan.';
    return [{ planId: null, judgement: warning('No plan is configured or linked', fix) }];
  }
  const readable = plans.flatMap((plan) => ('title' in plan ? [plan] : []));
  const refused = plans.flatMap((plan) => ('refusal' in plan ? [plan] : []));
  const elsewhere = plans.flatMap((plan) => ('accountId' in plan ? [plan] : []));
  return [
    ...readable.map(({ planId, title }) => ({
      planId,
      judgement: ok(`The plan "${title}" can be read`),
    })),
    ...refused.map(({ planId, refusal }) => ({
      planId,
      judgement: judgeRefusal(planId, refusal),
    })),
    ...elsewhere.map(({ planId, accountId }) => ({
      planId,
      judgement: skipped(
        `The plan ${planId} is read in the name of ${accountId}, which only the server can`,
        'Ask the server: GET /api/server/health (server_get_health).',
      ),
    })),
  ];
}

function judgeRefusal(planId: string, { code, message, advice }: GraphError): Judgement {
  switch (code) {
    case 'not_found':
      return failure(
        `There is no plan ${planId}`,
        'Copy the id from the address of its board into DEFAULT_PLANNER_PLAN_ID or PLANNER_PLAN_IDS, or take it out with sync_remove_plan; premium plans cannot be reached.',
      );
    case 'forbidden':
      return failure(`The plan ${planId} may not be read`, advice);
    case 'throttled':
    case 'unavailable':
      return warning(`The plan ${planId} could not be read now: ${message}`, advice);
    default:
      return failure(`The plan ${planId} cannot be read: ${message}`, advice);
  }
}
