import type { Entity } from '../odata/entity.js';
import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import { createLookup } from '../state/lookup.js';
import { remembered } from '../state/remembered.js';
import type { CalendarRecord } from './calendar/calendar-record.js';
import type { EventRecord } from './calendar/event-record.js';
import type { AttachmentBytes, AttachmentRecord } from './mail/attachments/attachment-record.js';
import type { MailFolderRecord } from './mail/mail-folder.js';
import { messageFields } from './mail/message-fields.js';
import type { MessageRecord } from './mail/message-record.js';
import type { CategoryRecord } from './settings/category-record.js';
import type { MailboxSettingsRecord } from './settings/mailbox-settings-record.js';

/** Everything that the mailboxes hold, and the ways to find it. */
export interface OutlookState {
  readonly folders: Collection<MailFolderRecord>;
  /** By the ids that never change. */
  readonly messages: Collection<MessageRecord>;
  readonly events: Collection<EventRecord>;
  /** Calendars that somebody made; everybody's first one is not among them. */
  readonly calendars: Collection<CalendarRecord>;
  readonly attachments: Collection<AttachmentRecord>;
  readonly attachmentBytes: Collection<AttachmentBytes>;
  readonly categories: Collection<CategoryRecord>;
  /** By the id of their person. */
  readonly mailboxSettings: Collection<MailboxSettingsRecord>;
  readonly foldersOf: GroupIndex<MailFolderRecord>;
  readonly messagesOf: GroupIndex<MessageRecord>;
  readonly messagesIn: GroupIndex<MessageRecord>;
  readonly eventsOf: GroupIndex<EventRecord>;
  readonly calendarsOf: GroupIndex<CalendarRecord>;
  /** By the key of the message or event. */
  readonly attachmentsOf: GroupIndex<AttachmentRecord>;
  /** By the key of the bytes. */
  readonly attachmentsWith: GroupIndex<AttachmentRecord>;
  readonly categoriesOf: GroupIndex<CategoryRecord>;
  /** By the id that a message has in its present folder. */
  messageAt(id: string): MessageRecord | undefined;
  /** What filters and orders look at; mailboxes are long. */
  fieldsOf(message: MessageRecord): Entity;
}

export function createOutlookState(): OutlookState {
  const folders = createCollection<MailFolderRecord>('mailFolders');
  const messages = createCollection<MessageRecord>('messages');
  const events = createCollection<EventRecord>('events');
  const calendars = createCollection<CalendarRecord>('calendars');
  const attachments = createCollection<AttachmentRecord>('attachments');
  const categories = createCollection<CategoryRecord>('categories');
  return {
    calendars,
    attachments,
    attachmentBytes: createCollection('attachmentBytes'),
    categories,
    mailboxSettings: createCollection('mailboxSettings'),
    calendarsOf: createGroupIndex(calendars, (calendar) => calendar.mailboxId),
    attachmentsOf: createGroupIndex(attachments, (attachment) => attachment.holderKey),
    attachmentsWith: createGroupIndex(attachments, ({ content }) =>
      content.kind === 'file' ? content.bytesKey : '',
    ),
    categoriesOf: createGroupIndex(categories, (category) => category.mailboxId),
    folders,
    messages,
    events,
    foldersOf: createGroupIndex(folders, (folder) => folder.mailboxId),
    messagesOf: createGroupIndex(messages, (message) => message.mailboxId),
    messagesIn: createGroupIndex(messages, (message) => message.folderId),
    eventsOf: createGroupIndex(events, (event) => event.mailboxId),
    messageAt: createLookup(messages, (message) => message.id),
    fieldsOf: remembered(messageFields),
  };
}
