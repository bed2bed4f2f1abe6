import type { GraphError } from '../domain/graph-error.js';
import { ProblemError } from '../domain/problem.js';
import type { MetadataKind } from '../tasks/keys.js';
import { typeOf, type Wanted } from './wanted.js';

/** The application permissions that let it be read, the least first: https://learn.microsoft.com/graph/permissions-reference */
const permissions: Readonly<Record<MetadataKind, string>> = {
  users: 'User.ReadBasic.All (or User.Read.All)',
  groups: 'Group.ReadBasic.All (or Group.Read.All)',
  plans: 'Tasks.Read.All (or Tasks.ReadWrite.All)',
  tasks: 'Tasks.Read.All (or Tasks.ReadWrite.All)',
  buckets: 'Tasks.Read.All (or Tasks.ReadWrite.All)',
};

/** What a caller is told when Graph did not show what was asked for. */
export function metadataProblem(wanted: Wanted, error: GraphError): ProblemError {
  const problem = problemOf(wanted, error);
  problem.cause = error;
  return problem;
}

function problemOf(wanted: Wanted, error: GraphError): ProblemError {
  const { kind, id } = wanted;
  const { message, advice, retryAfterMs } = error;
  switch (error.code) {
    case 'not_found':
      return unknownProblem(wanted);
    case 'bad_request':
      return new ProblemError('invalid_input', `id: is not the id of a ${typeOf(kind)}`, {
        errors: [{ field: 'id', message: `is not the id of a ${typeOf(kind)}: ${id}` }],
      });
    case 'reauth_required':
      return new ProblemError('reauth_required', `${message}. ${advice}`);
    case 'forbidden':
      return new ProblemError(
        'graph_forbidden',
        `${message}. Give the app registration the application permission ${permissions[kind]} with admin consent.`,
      );
    default:
      return new ProblemError(
        'graph_unavailable',
        `${message}. ${advice}`,
        retryAfterMs === null ? {} : { retryAfter: Math.ceil(retryAfterMs / 1_000) },
      );
  }
}

function unknownProblem({ kind, id }: Wanted): ProblemError {
  const type = typeOf(kind);
  return new ProblemError('not_found', `Microsoft Graph has no ${type} ${id}`, {
    errors: [{ field: 'id', message: `is no ${type} in Microsoft Graph` }],
  });
}

/** Nobody is to ask again before (ms): somebody unknown may be made, and a permission may be given, soon. */
export function silenceMs(error: GraphError): number {
  switch (error.code) {
    case 'not_found':
    case 'bad_request':
    case 'forbidden':
      return 60_000;
    case 'throttled':
      return Math.min(error.retryAfterMs ?? 2_000, 60_000);
    default:
      return 2_000;
  }
}
