import * as z from 'zod';
import { openAttachment, readAttachment } from '../../../graph/mail/attachments.js';
import { accountInput } from '../../accounts/account-choice.js';
import { personInput } from '../../accounts/person-choice.js';
import { checkInput } from '../../check-input.js';
import type { OperationDeps } from '../../define-operation.js';
import type { OperationCall } from '../../operation-call.js';
import { attachmentInput, messageInput } from '../mail-inputs.js';
import { openMailbox } from '../open-mailbox.js';

export interface AttachmentContent {
  /** As the sender called it. */
  readonly name: string;
  readonly bytes: ReadableStream<Uint8Array>;
}

const input = z.strictObject({
  message: messageInput,
  attachment: attachmentInput,
  person: personInput,
  account: accountInput,
});

/** The bytes of an attachment, for whoever may read its message. Failures as of `mail_get_attachment`. */
export async function openContent(
  deps: OperationDeps,
  call: Pick<OperationCall, 'params' | 'input' | 'caller' | 'signal'>,
): Promise<AttachmentContent> {
  const { message, attachment, ...whose } = checkInput(input, call);
  const mailbox = await openMailbox(deps, call, whose);
  const where = { message, attachment };
  const { name } = await readAttachment(mailbox, where);
  return { name: name ?? 'attachment', bytes: await openAttachment(mailbox, where) };
}
