import { ProblemError } from '../../domain/problem.js';
import { personOf } from '../../graph/gateway/graph-account.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { chooseAccount } from '../accounts/account-choice.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import type { OperationDeps } from '../define-operation.js';
import { requirePersonId } from '../names/require-id.js';
import type { OperationCall } from '../operation-call.js';

/** Somebody in the directory, as an account sees them. */
export interface PersonInDirectory {
  readonly graph: GraphGateway;
  readonly personId: string;
  /** `/users/{id}` */
  readonly path: string;
}

/**
 * Whom a call asks about. The directory is everybody's, so the app may be asked too. ProblemErrors as of `AccountBook` and
 * `requirePersonId`.
 */
export async function choosePersonInDirectory(
  deps: Pick<OperationDeps, 'accounts' | 'names' | 'graphFor'>,
  call: Pick<OperationCall, 'caller' | 'signal'>,
  whom: { readonly person?: string | undefined; readonly account?: string | undefined },
): Promise<PersonInDirectory> {
  const { person } = whom;
  // What is one's own is asked for as oneself.
  const account =
    person === undefined
      ? await choosePersonalAccount(deps, call, whom.account)
      : await chooseAccount(deps, call, whom.account);
  const own = personOf(account);
  const personId = person === undefined ? own : await requirePersonId(deps.names, person, 'person');
  if (personId === null) throw nobody('person');
  return {
    graph: deps.graphFor(account, call),
    personId,
    path: `/users/${encodeURIComponent(personId)}`,
  };
}

/** The app has no name of its own. */
export function nobody(field: string): ProblemError {
  const message =
    'is missing: the app is nobody; say who, or sign a person in with auth_start_login';
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
