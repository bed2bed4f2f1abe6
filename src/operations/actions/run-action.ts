import { ulid } from 'ulid';
import type { Risk } from '../../domain/approvals/risk.js';
import { ProblemError } from '../../domain/problem.js';
import type { KeyedCall, ReplyClaim } from '../../tasks/kept-replies.js';
import type { OperationDeps, OperationReply } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';
import type { DoneAction, PreparedAction } from './action-steps.js';
import { answerKnown } from './answer-known.js';
import { askPerson } from './ask-person.js';
import { wasApplied } from './was-applied.js';

/** One call of an action, checked. */
export interface ActionCall {
  readonly name: string;
  readonly risk: Risk | null;
  /** Without what says how it is to be done. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly isDryRun: boolean;
  /** That it is done twice is the same as that it is done once. */
  readonly isRepeatable: boolean;
  prepare(call: OperationCall): Promise<PreparedAction>;
}

/**
 * Has an action done as it was called for: only said, or once, after a person's yes where one is needed. ProblemErrors
 * action_denied, approval_refused, approval_outdated, outcome_unknown, and those of the action.
 */
export async function runAction(
  deps: OperationDeps,
  call: OperationCall,
  action: ActionCall,
): Promise<OperationReply> {
  if (action.isDryRun) {
    const { effect, details } = await action.prepare(call);
    return { status: 200, httpStatus: 200, json: JSON.stringify({ dryRun: { effect, details } }) };
  }
  const keyed = keyedOf(call, action);
  const { isRepeatable } = action;
  const before = keyed === null ? null : await answerKnown(deps, call, { keyed, isRepeatable });
  if (before !== null) return before;
  const answer = action.risk === null ? 'never' : deps.approvals.judge(call.caller, action.risk);
  if (answer === 'deny') {
    throw new ProblemError('action_denied', `${action.name} is refused to this caller (APPROVALS)`);
  }
  if (answer !== 'never') {
    const asked = await askPerson(deps, call, { action, keyed, isInHostTaken: answer === 'ask' });
    if (asked.kind === 'reply') return asked.reply;
    return once(deps, call, { action, keyed, prepared: asked.prepared });
  }
  return once(deps, call, { action, keyed, prepared: await action.prepare(call) });
}

function keyedOf(
  { actor, idempotencyKey }: OperationCall,
  { name, input }: ActionCall,
): KeyedCall | null {
  return idempotencyKey === undefined ? null : { actor, idempotencyKey, operation: name, input };
}

interface Prepared {
  readonly action: ActionCall;
  readonly keyed: KeyedCall | null;
  readonly prepared: PreparedAction;
}

async function once(
  deps: OperationDeps,
  call: OperationCall,
  { action, keyed, prepared }: Prepared,
): Promise<OperationReply> {
  if (keyed === null) return perform(deps, call, { action, prepared, claim: null });
  const claim = await deps.keptReplies.claim(keyed, prepared.effect);
  if (claim !== null) return perform(deps, call, { action, prepared, claim });
  const { isRepeatable } = action;
  const known = await answerKnown(deps, call, { keyed, isRepeatable });
  if (known !== null) return known;
  // The twin's call came to nothing just now.
  return once(deps, call, { action, keyed, prepared });
}

async function perform(
  deps: OperationDeps,
  call: OperationCall,
  { action, prepared, claim }: Omit<Prepared, 'keyed'> & { readonly claim: ReplyClaim | null },
): Promise<OperationReply> {
  let done: DoneAction;
  try {
    done = await prepared.perform();
  } catch (error) {
    if (action.isRepeatable || wasApplied(error) === 'no') {
      await claim?.release();
      throw error;
    }
    await claim?.giveUp();
    throw unknownOutcome(prepared.effect, error);
  }
  const actionId = ulid();
  const { result, id, undo } = done;
  const json = JSON.stringify({ ...result, actionId, canUndo: undo !== undefined });
  await Promise.all([
    // Where it cannot be kept, its lease runs out, and the key answers that the outcome is unknown.
    claim?.keep(json).catch(() => undefined),
    deps.actions.note(actionId, {
      owner: call.caller.owner,
      actor: call.actor,
      operation: action.name,
      effect: prepared.effect,
      ...(undo !== undefined && { undo: { ...undo, input: { ...undo.input } } }),
    }),
  ]);
  return { status: 200, json, ...(id !== undefined && { id }) };
}

/** What is told where a write that must not be done twice may have been done. */
export function unknownOutcome(effect: string, cause: unknown): ProblemError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  const problem = new ProblemError(
    'outcome_unknown',
    `Whether this was done is not known${why}. Look before you repeat it: ${effect}`,
  );
  problem.cause = cause;
  return problem;
}
