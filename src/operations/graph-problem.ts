import { GraphError } from '../domain/graph-error.js';
import { features } from '../domain/permissions/features.js';
import type { FeatureUser } from '../domain/permissions/permission-need.js';
import { ProblemError, type ProblemCode } from '../domain/problem.js';

/** A failure of Graph, as a caller is told it: what was refused, and which permission is missing. All else stays what it is. */
export function toGraphProblem(error: unknown, operation: FeatureUser): unknown {
  if (!(error instanceof GraphError)) return error;
  const { message, advice, retryAfterMs, code } = error;
  const problem = new ProblemError(
    codeOf(code),
    code === 'forbidden' || code === 'not_supported'
      ? `${message}. ${advice} ${permissionsOf(operation)}`.trimEnd()
      : `${message}. ${advice}`,
    retryAfterMs === null ? {} : { retryAfter: Math.ceil(retryAfterMs / 1_000) },
  );
  problem.cause = error;
  return problem;
}

function codeOf(code: GraphError['code']): ProblemCode {
  switch (code) {
    case 'not_found':
      return 'not_found';
    case 'bad_request':
    case 'limit_reached':
    case 'not_supported':
    case 'resync_required':
      return 'graph_refused';
    case 'forbidden':
      return 'graph_forbidden';
    case 'conflict':
    case 'precondition_failed':
      return 'graph_conflict';
    case 'reauth_required':
      return 'reauth_required';
    case 'unauthorized':
    case 'throttled':
    case 'unavailable':
    case 'failed_dependency':
    case 'timeout':
    case 'unreachable':
    case 'cancelled':
    case 'unexpected':
      return 'graph_unavailable';
  }
}

/** What the operation needs, for an administrator. */
function permissionsOf({ name, features: used }: FeatureUser): string {
  const needs = used.map((feature): string => {
    const { application, delegated } = features[feature].permissions;
    const [app, person] = [application[0], delegated[0]];
    return app === undefined
      ? `${person}, for a person only`
      : app === person
        ? app
        : `${person} for a person or ${app} for the app`;
  });
  return needs.length === 0 ? '' : `${name} needs ${needs.join('; ')}.`;
}
