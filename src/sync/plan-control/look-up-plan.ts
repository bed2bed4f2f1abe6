import { GraphError } from '../../domain/graph-error.js';
import type { PlannerClient, PlannerPlan } from '../../domain/planner.js';
import { ProblemError } from '../../domain/problem.js';

/** The plan as Planner has it, when it and its tasks can be read; else a ProblemError that says why not. */
export async function lookUpPlan(
  planner: Pick<PlannerClient, 'getPlan' | 'listTasks'>,
  planId: string,
): Promise<PlannerPlan> {
  try {
    const [plan] = await Promise.all([planner.getPlan(planId), planner.listTasks(planId)]);
    return plan;
  } catch (error) {
    throw error instanceof GraphError ? planProblem(planId, error) : error;
  }
}

/** What a caller is told when Planner does not let a plan be read. */
export function planProblem(planId: string, error: GraphError): ProblemError {
  const problem = problemOf(planId, error);
  problem.cause = error;
  return problem;
}

function problemOf(planId: string, error: GraphError): ProblemError {
  const { message, advice } = error;
  switch (error.code) {
    case 'not_found':
      return new ProblemError('plan_not_found', `Planner has no plan ${planId}`, {
        errors: [{ field: 'planId', message: 'is not a plan in Planner' }],
      });
    case 'bad_request':
      return new ProblemError('invalid_input', `planId: is not the id of a plan`, {
        errors: [
          { field: 'planId', message: "must be a plan's id as in the address of its board" },
        ],
      });
    case 'reauth_required':
      return new ProblemError('reauth_required', `${message}. ${advice}`);
    case 'forbidden':
      return new ProblemError('plan_forbidden', `${message}. ${advice}`);
    default:
      return new ProblemError('graph_unavailable', `${message}. ${advice}`);
  }
}
