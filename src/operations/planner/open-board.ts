import type { Board } from '../../boards/boards.js';
import { ProblemError } from '../../domain/problem.js';
import { chooseAccount } from '../accounts/account-choice.js';
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
