import type { Board } from '../../boards/boards.js';
import { ProblemError } from '../../domain/problem.js';
import { chooseAccount } from '../accounts/account-choice.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import type { OperationDeps } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';

/**
 * Planner as the account sees it that a call names. People use their own: the app sees the boards of groups that they are
 * not in. ProblemError account_forbidden, and as of `AccountBook`.
 */
export async function openBoard(
  { accounts, boards, graphFor }: Pick<OperationDeps, 'accounts' | 'boards' | 'graphFor'>,
  call: Pick<OperationCall, 'caller' | 'signal' | 'actor'>,
  named: string | undefined,
): Promise<Board> {
  const account = await chooseAccount({ accounts }, call, named);
  if (account.kind === 'app' && call.caller.person !== null) {
    const message = 'the app is not yours to use Planner with; leave account out';
    throw new ProblemError('account_forbidden', `account: ${message}`, {
      errors: [{ field: 'account', message }],
    });
  }
  return boards.open({ account, graph: graphFor(account, call), actor: call.actor });
}

/**
 * The same for what only people may do: conversations of groups are not for apps. ProblemError invalid_input where that
 * leaves the app.
 */
export async function openPersonsBoard(
  { accounts, boards, graphFor }: Pick<OperationDeps, 'accounts' | 'boards' | 'graphFor'>,
  call: Pick<OperationCall, 'caller' | 'signal' | 'actor'>,
  named: string | undefined,
): Promise<Board> {
  const account = await choosePersonalAccount({ accounts }, call, named);
  if (account.kind === 'app') {
    const message =
      'must be that of a person: Microsoft Graph has no comments for apps. auth_start_login signs a person in';
    throw new ProblemError('invalid_input', `account: ${message}`, {
      errors: [{ field: 'account', message }],
    });
  }
  return boards.open({ account, graph: graphFor(account, call), actor: call.actor });
}
