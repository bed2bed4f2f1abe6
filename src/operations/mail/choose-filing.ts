import type { MessageState } from '../../graph/mail/message.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import type { OperationCall } from '../operation-call.js';
import { requireFolder } from './folder-tree.js';
import { openMailbox, type MailDeps } from './open-mailbox.js';

/** A message and the folder that it is to go to. */
export interface Filing {
  readonly mailbox: Awaited<ReturnType<typeof openMailbox>>;
  readonly id: string;
  readonly target: { readonly id: string; readonly name: string };
  readonly state: MessageState;
  readonly account: string | undefined;
}

/** What is meant; ProblemError where the folder or the message is not clear or not there. */
export async function chooseFiling(
  deps: MailDeps,
  call: Pick<OperationCall, 'caller' | 'signal'>,
  input: {
    readonly message: string;
    readonly folder: string;
    readonly account?: string | undefined;
    readonly person?: string | undefined;
  },
): Promise<Filing> {
  const { message: id, folder, account } = input;
  const mailbox = await openMailbox(deps, call, input);
  const [target, state] = await Promise.all([
    requireFolder(mailbox, folder, 'folder'),
    readMessageState(mailbox, id),
  ]);
  return { mailbox, id, target, state, account };
}
