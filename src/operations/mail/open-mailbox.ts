import type { OperationDeps } from '../define-operation.js';
import type { Mailbox } from '../../graph/mail/mailbox.js';
import { choosePerson } from '../accounts/person-choice.js';
import type { OperationCall } from '../operation-call.js';

export type MailDeps = Pick<OperationDeps, 'accounts' | 'names' | 'graphFor'>;

/** Whose mail is meant, and the way to it; with `person` that of others, where the account may. */
export async function openMailbox(
  deps: MailDeps,
  call: Pick<OperationCall, 'caller' | 'signal'>,
  whose: { readonly account?: string | undefined; readonly person?: string | undefined },
): Promise<Mailbox & { readonly personId: string }> {
  const { graph, path, personId } = await choosePerson(deps, call, whose);
  return { graph, path, personId };
}
