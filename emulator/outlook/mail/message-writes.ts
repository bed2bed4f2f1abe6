import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { createdAnswer, entityAnswer, noContent } from '../../odata/answers.js';
import { isObject } from '../../schema/check-value.js';
import type { Person } from '../../entra/directory.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { partsOf } from './attachments/attachment-store.js';
import { readExtendedProperties } from './extended-properties.js';
import { findMessageOf, requireVersion } from './find-message.js';
import { findFolder, standardFolder, type MailFolderRecord } from './mail-folder.js';
import { writeMail } from './mail-permissions.js';
import { addMessage, changeMessage, moveMessage, removeMessage } from './mail-store.js';
import { readAttachmentsOf, readMessageBody, readMessagePatch } from './message-body.js';
import { messageEntity, viewOf } from './message-entity.js';
import { messageContext } from './messages.js';
import type { MessageItem, MessageRecord } from './message-record.js';
import { newMessage } from './new-message.js';

/** Makes a draft, in Drafts or in the folder that the path names. */
export function createMessage(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const given = readMessageBody(service, call.body);
  const at = call.segments.indexOf('mailFolders');
  const folder =
    at < 0
      ? standardFolder(service, mailbox.id, 'drafts')
      : findFolder(service, mailbox.id, call.segments[at + 1] ?? '');
  const thread = { id: service.newGuid(), depth: 0 };
  const record = addMessage(service, folder, {
    item: newMessage(service, mailbox, thread, given),
    thread,
    attachments: readAttachmentsOf(service, call.body),
  });
  return madeAnswer(call, mailbox, record);
}

export function updateMessage(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const record = findMessageOf(service, call, mailbox);
  requireVersion(call, mailbox.id, record.changed);
  const change = readMessagePatch(service, call.body, record.item.isDraft);
  const changed = changeMessage(service, record, withExtended(record, change));
  return entityAnswer(call, messageContext(mailbox), messageEntity(changed, viewOf(call)));
}

/** Properties of apps that a change does not name stay. */
function withExtended({ item }: MessageRecord, change: Partial<MessageItem>): Partial<MessageItem> {
  const given = change.singleValueExtendedProperties;
  if (given === undefined) return change;
  const all = readExtendedProperties(given, item.singleValueExtendedProperties);
  return { ...change, singleValueExtendedProperties: all };
}

export function deleteMessage(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const record = findMessageOf(service, call, mailbox);
  requireVersion(call, mailbox.id, record.changed);
  discardMessage(service, record);
  return noContent;
}

/** A deleted message goes to Deleted Items, and from there out of sight. */
export function discardMessage(service: OutlookService, record: MessageRecord): void {
  const bin = standardFolder(service, record.mailboxId, 'deleteditems');
  if (record.folderId === bin.id) removeMessage(service, record);
  else moveMessage(service, record, bin);
}

export function moveMessageTo(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const record = findMessageOf(service, call, mailbox);
  const folder = readDestination(service, call, mailbox);
  return madeAnswer(call, mailbox, moveMessage(service, record, folder));
}

export function copyMessageTo(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const { item, thread, immutableId } = findMessageOf(service, call, mailbox);
  const folder = readDestination(service, call, mailbox);
  const attachments = partsOf(service, immutableId);
  return madeAnswer(call, mailbox, addMessage(service, folder, { item, thread, attachments }));
}

export function readDestination(
  service: OutlookService,
  call: GraphCall,
  mailbox: Person,
): MailFolderRecord {
  const name = isObject(call.body)
    ? (call.body['destinationId'] ?? call.body['DestinationId'])
    : undefined;
  if (typeof name !== 'string' || name === '') {
    throw badOutlookBody("The parameter 'DestinationId' is required.");
  }
  try {
    return findFolder(service, mailbox.id, name);
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.status !== 404) throw error;
    throw new GraphFailure(
      404,
      'ErrorMoveCopyFailed',
      'The move or copy operation failed., The specified folder could not be found in the store.',
    );
  }
}

export function madeAnswer(call: GraphCall, mailbox: Person, record: MessageRecord): GraphAnswer {
  return createdAnswer(call, messageContext(mailbox), {
    path: `users/${mailbox.id}/messages/${record.id}`,
    entity: messageEntity(record, viewOf(call)),
  });
}
