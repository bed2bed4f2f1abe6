import { createHash } from 'node:crypto';
import type { Person } from '../../entra/directory.js';
import { folderId } from '../outlook-ids.js';
import { secondTime, type OutlookService } from '../outlook-service.js';
import { recipientOf } from './message-body.js';
import type { MessageItem, Thread } from './message-record.js';

/** A message with what is given, and everything else as a new draft of the mailbox's owner has it. */
export function newMessage(
  service: OutlookService,
  owner: Person,
  thread: Thread,
  given: Partial<MessageItem>,
): MessageItem {
  const at = secondTime(service.now());
  return {
    createdDateTime: at,
    lastModifiedDateTime: at,
    receivedDateTime: at,
    sentDateTime: at,
    internetMessageId: `<${service.newGuid()}@${owner.mail.split('@')[1]}>`,
    ...conversationOf(owner.id, thread),
    subject: '',
    body: { contentType: 'text', content: '' },
    from: recipientOf(owner),
    sender: recipientOf(owner),
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    categories: [],
    importance: 'normal',
    inferenceClassification: 'focused',
    isRead: true,
    isDraft: true,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    flag: { flagStatus: 'notFlagged' },
    ...given,
  };
}

export function conversationOf(
  mailboxId: string,
  thread: Thread,
): Pick<MessageItem, 'conversationId' | 'conversationIndex'> {
  const header = createHash('sha256').update(thread.id).digest().subarray(0, 22);
  const blocks = Buffer.alloc(5 * thread.depth, thread.depth);
  return {
    conversationId: folderId(mailboxId, `conversation ${thread.id}`),
    conversationIndex: Buffer.concat([header, blocks]).toString('base64'),
  };
}
