import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { approvalIdOf } from '../../approvals/approval-id.js';
import { ProblemError } from '../../domain/problem.js';
import type { KeyedCall } from '../../tasks/kept-replies.js';
import type { OperationDeps, OperationReply } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';
import type { PreparedAction } from './action-steps.js';
import { answerKnown, toReply } from './answer-known.js';
import { describeForPerson } from './describe-for-person.js';
import type { ActionCall } from './run-action.js';

/** `approved`: a person has said yes in the caller's own program, so it is done now. */
export type AskedPerson =
  | { readonly kind: 'approved'; readonly prepared: PreparedAction }
  | { readonly kind: 'reply'; readonly reply: OperationReply };

/**
 * Asks a person about an action: in the caller's own program where that can show it and its word is taken, else on the page,
 * where it waits. Nothing is asked about a call that would be refused anyway.
 */
export async function askPerson(
  deps: OperationDeps,
  call: OperationCall,
  asked: {
    readonly action: ActionCall;
    readonly keyed: KeyedCall | null;
    readonly isInHostTaken: boolean;
  },
): Promise<AskedPerson> {
  const { action, isInHostTaken } = asked;
  if (isInHostTaken && call.canElicitForm === true) {
    const prepared = await action.prepare(call);
    const inHost = await askInHost(deps, call, { action, prepared });
    if (inHost !== null) return inHost;
  }
  return { kind: 'reply', reply: await leaveWaiting(deps, call, asked) };
}

/** Null: the person did not say; it is kept for them. */
async function askInHost(
  { approvals }: OperationDeps,
  call: OperationCall,
  { action, prepared }: { readonly action: ActionCall; readonly prepared: PreparedAction },
): Promise<AskedPerson | null> {
  const { caller, elicited } = call;
  const { effect, details } = prepared;
  const question = {
    owner: caller.owner,
    operation: action.name,
    input: action.input,
    effect,
    details,
  };
  const known =
    elicited === undefined ? null : await approvals.questions.take(elicited.id, question);
  if (elicited === undefined || known === 'unknown') {
    const id = await approvals.questions.ask(question);
    const message = describeForPerson(effect, details);
    return {
      kind: 'reply',
      reply: { status: 200, json: '{}', elicit: { kind: 'form', id, message } },
    };
  }
  if (known === 'other') {
    throw new ProblemError('approval_outdated', 'It is no longer what the person was shown');
  }
  const by = { actor: call.actor, keyId: caller.keyId };
  switch (elicited.action) {
    case 'accept':
      approvals.noteInHost(by, true);
      return { kind: 'approved', prepared };
    case 'decline':
      approvals.noteInHost(by, false);
      throw new ProblemError('approval_refused', 'The person refused it');
    case 'cancel':
      return null;
  }
}

async function leaveWaiting(
  deps: OperationDeps,
  call: OperationCall,
  { action, keyed }: { readonly action: ActionCall; readonly keyed: KeyedCall | null },
): Promise<OperationReply> {
  const { actor, caller, idempotencyKey } = call;
  // As it will be when nobody calls: who is only here by a token of their own hears at once that this will not do.
  const later: OperationCall = { ...call, caller: { ...caller, assertion: null } };
  const { effect, details } = await action.prepare(later);
  const id = idempotencyKey === undefined ? ulid() : approvalIdOf(actor, idempotencyKey);
  if (keyed !== null && !(await deps.keptReplies.keepWaiting(keyed, id))) {
    const { isRepeatable } = action;
    const known = await answerKnown(deps, call, { keyed, isRepeatable });
    if (known !== null) return known;
  }
  try {
    const view = await deps.approvals.ask({
      id,
      caller,
      actor,
      operation: action.name,
      input: inputOf(call),
      fingerprint: createHash('sha256')
        .update(JSON.stringify([action.name, action.input]))
        .digest('base64url'),
      effect,
      details,
    });
    return toReply(view);
  } catch (error) {
    if (keyed !== null) await deps.keptReplies.forgetWaiting(keyed);
    throw error;
  }
}

/** As it was sent, whatever stood in a path. */
function inputOf({ params, input }: OperationCall): Readonly<Record<string, unknown>> {
  return { ...(typeof input === 'object' ? input : {}), ...params };
}
