import type { Person } from '../../entra/directory.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { findPerson } from '../mailbox.js';
import { secondTime, type OutlookService } from '../outlook-service.js';
import { standardFolder } from './mail-folder.js';
import { addMessage } from './mail-store.js';
import type { AttachmentParts } from './attachments/attachment-record.js';
import type {
  MessageHeader,
  MessageItem,
  MessageRecord,
  Recipient,
  Thread,
} from './message-record.js';
import { conversationOf, newMessage } from './new-message.js';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** A message that goes out: what it says and to whom, and its conversation. */
export interface Outgoing {
  readonly item: Partial<MessageItem>;
  readonly thread: Thread;
  readonly attachments?: readonly AttachmentParts[];
}

/** Refuses what Exchange would not send; nothing has happened then. */
export function checkSendable(sender: Person, item: Partial<MessageItem>): void {
  const recipients = recipientsOf(item);
  const areGood =
    recipients.length > 0 &&
    recipients.every(({ emailAddress }) => ADDRESS.test(emailAddress.address));
  if (!areGood) {
    throw new GraphFailure(
      400,
      'ErrorInvalidRecipients',
      'At least one recipient is not valid., Recipient address is not valid.',
    );
  }
  const from = item.from?.emailAddress.address;
  if (from !== undefined && from !== sender.mail) {
    throw new GraphFailure(
      403,
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.',
    );
  }
}

/** Puts a copy into the inbox of each recipient in this tenant; other addresses get theirs somewhere else. */
export function deliver(service: OutlookService, sender: Person, outgoing: Outgoing): MessageItem {
  const at = secondTime(service.now());
  const sent = newMessage(service, sender, outgoing.thread, {
    ...outgoing.item,
    receivedDateTime: at,
    sentDateTime: at,
    lastModifiedDateTime: at,
    isDraft: false,
    isRead: true,
  });
  const recipients = new Set(
    recipientsOf(sent).flatMap(
      ({ emailAddress }) => findPerson(service, emailAddress.address) ?? [],
    ),
  );
  for (const person of recipients) {
    const received: MessageItem = {
      ...sent,
      ...conversationOf(person.id, outgoing.thread),
      createdDateTime: at,
      bccRecipients: [],
      categories: [],
      flag: { flagStatus: 'notFlagged' },
      internetMessageHeaders: headersOf(sender, sent),
      isRead: false,
      singleValueExtendedProperties: [],
    };
    addMessage(service, standardFolder(service, person.id, 'inbox'), {
      item: received,
      thread: outgoing.thread,
      ...(outgoing.attachments === undefined ? {} : { attachments: outgoing.attachments }),
    });
  }
  return sent;
}

/** Sends a message and keeps it in Sent Items. */
export function sendAndKeep(
  service: OutlookService,
  sender: Person,
  outgoing: Outgoing,
): MessageRecord {
  const sent = deliver(service, sender, outgoing);
  return addMessage(service, standardFolder(service, sender.id, 'sentitems'), {
    ...outgoing,
    item: sent,
  });
}

/** What a mail has gained on its way, in front of what its sender gave it. */
function headersOf(sender: Person, sent: MessageItem): MessageHeader[] {
  return [
    { name: 'From', value: `${sender.displayName} <${sender.mail}>` },
    { name: 'Subject', value: sent.subject },
    { name: 'Date', value: new Date(sent.sentDateTime).toUTCString() },
    { name: 'Message-ID', value: sent.internetMessageId },
    ...(sent.inReplyTo === undefined ? [] : [{ name: 'In-Reply-To', value: sent.inReplyTo }]),
    ...(sent.internetMessageHeaders ?? []),
  ];
}

function recipientsOf(item: Partial<MessageItem>): readonly Recipient[] {
  return [
    ...(item.toRecipients ?? []),
    ...(item.ccRecipients ?? []),
    ...(item.bccRecipients ?? []),
  ];
}
