import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { personOf, type GraphAccount } from '../../graph/gateway/graph-account.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import type { OperationDeps } from '../define-operation.js';
import { requirePersonId } from '../names/require-id.js';
import type { OperationCall } from '../operation-call.js';
import { chooseAccount } from './account-choice.js';

/** Whose things an operation is about. */
export const personInput = z.string().min(1).max(320).optional().describe('Whose; default: yours.');

/** A person's things at Graph, seen by an account. */
export interface PersonAtGraph {
  readonly account: GraphAccount;
  readonly graph: GraphGateway;
  /** Object id. */
  readonly personId: string;
  /** `/users/{id}`: `/me` means the same for whoever signed in, and nothing to an app. */
  readonly path: string;
  readonly isSelf: boolean;
}

/**
 * Whose things are meant, and by which account they are reached. People reach them by their own account only: the app may
 * often see everybody's, and is not theirs to see with. ProblemError as of `AccountBook` and `requirePersonId`.
 */
export async function choosePerson(
  deps: Pick<OperationDeps, 'accounts' | 'names' | 'graphFor'>,
  call: Pick<OperationCall, 'caller' | 'signal'>,
  {
    account: named,
    person,
  }: { readonly account?: string | undefined; readonly person?: string | undefined },
): Promise<PersonAtGraph> {
  const account = await choosePersonalAccount(deps, call, named);
  const own = personOf(account);
  const personId = person === undefined ? own : await requirePersonId(deps.names, person, 'person');
  if (personId === null) throw nobodysOwn();
  return {
    account,
    graph: deps.graphFor(account, call),
    personId,
    path: `/users/${encodeURIComponent(personId)}`,
    isSelf: personId === own,
  };
}

/** An account for what belongs to people. ProblemError account_forbidden where a person would use the app's. */
export async function choosePersonalAccount(
  deps: Pick<OperationDeps, 'accounts'>,
  call: Pick<OperationCall, 'caller'>,
  named: string | undefined,
): Promise<GraphAccount> {
  const account = await chooseAccount(deps, call, named, { isPersonal: true });
  if (account.kind === 'app' && call.caller.person !== null) {
    const message = 'the app is not yours to read or write people’s things with; leave account out';
    throw new ProblemError('account_forbidden', `account: ${message}`, {
      errors: [{ field: 'account', message }],
    });
  }
  return account;
}

function nobodysOwn(): ProblemError {
  const message =
    'is missing: the app has no mailbox, calendar, lists or chats of its own; say whose, or sign a person in with auth_start_login';
  return new ProblemError('invalid_input', `person: ${message}`, {
    errors: [{ field: 'person', message }],
  });
}
