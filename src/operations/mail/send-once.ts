import { createHash } from 'node:crypto';
import { findMarked, sendDraft } from '../../graph/mail/send-message.js';
import { GraphError } from '../../domain/graph-error.js';
import type { Mailbox } from '../../graph/mail/mailbox.js';
import { unknownOutcome } from '../actions/run-action.js';
import type { OperationCall } from '../operation-call.js';

/** What is sent, and how it is found again; without a mark it is not. */
interface Sending {
  readonly mailbox: Mailbox;
  readonly mark: string | null;
  readonly effect: string;
}

/** What one call of a sending operation is known by in the mailbox; null: it has no idempotency key. */
export function markOf(
  operation: string,
  {
    idempotencyKey,
    mailbox,
  }: { readonly idempotencyKey?: string | undefined; readonly mailbox: Mailbox },
  call: Pick<OperationCall, 'actor' | 'idempotencyKey'>,
): string | null {
  const key = idempotencyKey ?? call.idempotencyKey;
  if (key === undefined) return null;
  return createHash('sha256')
    .update(JSON.stringify([call.actor, operation, mailbox.path, key]))
    .digest('hex');
}

/**
 * Sends a draft that carries the mark; answers the id of the message. What was made or sent under this mark by an earlier
 * try, of which the answer was lost, is found and not made again (docs/decisions/0028).
 */
export async function sendOnce(
  { mailbox, mark, effect }: Sending,
  makeDraft: () => Promise<string>,
): Promise<string> {
  const earlier = mark === null ? null : await findMarked(mailbox, mark);
  if (earlier?.isSent === true) return earlier.id;
  const id = earlier?.id ?? (await makeDraft());
  await sendDraft(mailbox, id).catch(toldAsUnknown({ mark, effect }));
  return id;
}

/** With a mark the call may be repeated; without one that might send a second time. */
export function toldAsUnknown({
  mark,
  effect,
}: Omit<Sending, 'mailbox'>): (error: unknown) => never {
  return (error) => {
    const isUnknown = error instanceof GraphError && error.applied === 'unknown';
    throw isUnknown && mark === null ? unknownOutcome(effect, error) : error;
  };
}
