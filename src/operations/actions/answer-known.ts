import { setTimeout as pause } from 'node:timers/promises';
import type { ApprovalView } from '../../approvals/approval-view.js';
import { ProblemError } from '../../domain/problem.js';
import type { KeyedCall } from '../../tasks/kept-replies.js';
import type { OperationDeps, OperationReply } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';

/** So long a call waits for its twin that came first (ms): a handful of requests to Graph. */
const mostWaitMs = 30_000;
const lookMs = 100;

/** What a call is answered that was sent before under the same key; null: it was not. */
export async function answerKnown(
  deps: Pick<OperationDeps, 'keptReplies' | 'approvals'>,
  call: OperationCall,
  { keyed, isRepeatable }: { readonly keyed: KeyedCall; readonly isRepeatable: boolean },
): Promise<OperationReply | null> {
  const until = performance.now() + mostWaitMs;
  for (;;) {
    const known = await deps.keptReplies.find(keyed);
    if (known === null) return null;
    switch (known.kind) {
      case 'kept':
        return { status: 200, json: known.json, replayed: true };
      case 'waiting':
        return answerApproval(deps, call, known.approvalId, keyed);
      case 'unknown':
        if (isRepeatable) {
          await deps.keptReplies.forgetUnknown(keyed, known.mark);
          break;
        }
        throw new ProblemError(
          'outcome_unknown',
          `An earlier call with this key was begun, and whether it was done is not known. Look before you repeat it: ${known.effect}`,
        );
      case 'running':
        if (performance.now() > until || call.signal?.().aborted === true) {
          const detail = 'The same call is still being done; ask again with the same key';
          throw new ProblemError('outcome_unknown', detail, { retryAfter: 5 });
        }
        await pause(lookMs);
    }
  }
}

async function answerApproval(
  { approvals, keptReplies }: Pick<OperationDeps, 'keptReplies' | 'approvals'>,
  { caller }: OperationCall,
  approvalId: string,
  keyed: KeyedCall,
): Promise<OperationReply | null> {
  const onlooker = { owner: caller.owner, mayDecideForOthers: false };
  const view = await approvals.read(approvalId, onlooker).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'approval_not_found') return null;
    throw error;
  });
  if (view === null) {
    // The process that asked died before anything waited.
    await keptReplies.forgetWaiting(keyed);
    return null;
  }
  return toReply(view);
}

const waitingMessage = 'Nothing is done yet. A person approves or refuses it at';

/** An approval as the answer to the call that asked for it. */
export function toReply(view: ApprovalView): OperationReply {
  const { id, state, effect, expiresAt, url, result, problem } = view;
  switch (state) {
    case 'waiting':
    case 'approved': {
      const message = `${waitingMessage} ${url}; approvals_get says what became of it, and approvals_wait waits for that`;
      const json = JSON.stringify({ approval: { id, state, effect, expiresAt, url, message } });
      return { status: 200, httpStatus: 202, json, id };
    }
    case 'done':
      return { status: 200, json: JSON.stringify(result ?? {}), replayed: true };
    case 'refused': {
      const said = view.comment === undefined ? '' : `: ${view.comment}`;
      throw new ProblemError(
        'approval_refused',
        `${view.decidedBy ?? 'Somebody'} refused it${said}`,
      );
    }
    case 'expired':
      throw new ProblemError('approval_expired', 'Nobody decided in time, and nothing was done');
    case 'failed':
    case 'outdated':
    case 'unknown':
      return {
        status: problem?.status ?? 500,
        json: JSON.stringify(problem ?? new ProblemError('internal', 'It failed').toProblem()),
      };
  }
}
