import { ProblemError } from '../../domain/problem.js';
import { personOf, type GraphAccount } from '../../graph/gateway/graph-account.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import type { ActionDeps } from '../define-action.js';
import type { OperationCall } from '../operation-call.js';

/** A person who says something in Teams. */
export interface Poster {
  readonly account: GraphAccount;
  readonly graph: GraphGateway;
  /** `/users/{id}` */
  readonly path: string;
  readonly personId: string;
}

/** ProblemError graph_refused for the app: Teams takes messages of people only, and is not asked for more. */
export async function choosePoster(
  deps: Pick<ActionDeps, 'accounts' | 'graphFor'>,
  call: OperationCall,
  named: string | undefined,
): Promise<Poster> {
  const account = await choosePersonalAccount(deps, call, named);
  const personId = personOf(account);
  if (personId === null) {
    const message =
      'Teams takes messages of people, not of the app: name the account of somebody who signed in (auth_list_accounts), or sign a person in with auth_start_login';
    throw new ProblemError('graph_refused', message, { errors: [{ field: 'account', message }] });
  }
  return {
    account,
    graph: deps.graphFor(account, call),
    path: `/users/${encodeURIComponent(personId)}`,
    personId,
  };
}
