import { messageEntity, plainView } from '../outlook/mail/message-entity.js';
import { previewOf, textOfHtml } from '../outlook/mail/mail-text.js';
import type { MessageItem, MessageRecord, Recipient } from '../outlook/mail/message-record.js';
import type { OutlookService } from '../outlook/outlook-service.js';
import { hasWord, isWhen, type KqlClause } from './kql.js';
import type { SearchSource } from './search-source.js';

/** The id of a message is the hit's id and nowhere else. */
const SHOWN = [
  'createdDateTime',
  'lastModifiedDateTime',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'internetMessageId',
  'subject',
  'bodyPreview',
  'importance',
  'isRead',
  'replyTo',
  'sender',
  'from',
  'toRecipients',
  'ccRecipients',
  'webLink',
];

/** One's own mailbox, newest first. https://learn.microsoft.com/graph/search-concept-messages */
export function createMailSource({ outlook }: OutlookService): SearchSource {
  return {
    permissions: { person: ['Mail.Read', 'Mail.ReadWrite'], app: [] },
    together: ['message'],
    maxSize: 25,
    countsPage: true,
    isSortable: false,
    find: (caller, matches) =>
      outlook.messagesOf
        .recordsOf(caller.id)
        .filter(({ item }) => matches((clause) => holds(item, clause)))
        .toSorted((a, b) => (a.item.receivedDateTime < b.item.receivedDateTime ? 1 : -1))
        .map((record) => ({
          hitId: record.id,
          summary: previewOf(record.item.body),
          resource: shown(record),
        })),
  };
}

function shown(record: MessageRecord) {
  const entity = messageEntity(record, plainView);
  return {
    '@odata.type': '#microsoft.graph.message',
    ...Object.fromEntries(SHOWN.map((name) => [name, entity[name]])),
  };
}

function holds(item: MessageItem, clause: KqlClause): boolean {
  const { property, value } = clause;
  switch (property) {
    case undefined:
      return [namesOf([item.from]), item.subject, textOf(item)].some((text) =>
        hasWord(text, value),
      );
    case 'from':
      return hasWord(namesOf([item.from]), value);
    case 'to':
      return hasWord(namesOf(item.toRecipients), value);
    case 'cc':
      return hasWord(namesOf(item.ccRecipients), value);
    case 'subject':
      return hasWord(item.subject, value);
    case 'body':
      return hasWord(textOf(item), value);
    case 'importance':
      return item.importance === value;
    case 'isread':
      return String(item.isRead) === value;
    case 'received':
      return isWhen(item.receivedDateTime, clause);
    case 'sent':
      return isWhen(item.sentDateTime, clause);
    default:
      return false;
  }
}

function namesOf(recipients: readonly (Recipient | null)[]): string {
  return recipients
    .map((each) => (each === null ? '' : `${each.emailAddress.name} ${each.emailAddress.address}`))
    .join(' ');
}

function textOf({ body }: MessageItem): string {
  return body.contentType === 'html' ? textOfHtml(body.content) : body.content;
}
