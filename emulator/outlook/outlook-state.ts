import type { Entity } from '../odata/entity.js';
import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import { createLookup } from '../state/lookup.js';
import { remembered } from '../state/remembered.js';
import type { EventRecord } from './calendar/event-record.js';
import type { MailFolderRecord } from './mail/mail-folder.js';
import { messageFields } from './mail/message-fields.js';
import type { MessageRecord } from './mail/message-record.js';

/** Everything that the mailboxes hold, and the ways to find it. */
export interface OutlookState {
  readonly folders: Collection<MailFolderRecord>;
  /** By the ids that never change. */
  readonly messages: Collection<MessageRecord>;
  readonly events: Collection<EventRecord>;
  readonly foldersOf: GroupIndex<MailFolderRecord>;
  readonly messagesOf: GroupIndex<MessageRecord>;
  readonly messagesIn: GroupIndex<MessageRecord>;
  readonly eventsOf: GroupIndex<EventRecord>;
  /** By the id that a message has in its present folder. */
  messageAt(id: string): MessageRecord | undefined;
  /** What filters and orders look at; mailboxes are long. */
  fieldsOf(message: MessageRecord): Entity;
}

export function createOutlookState(): OutlookState {
  const folders = createCollection<MailFolderRecord>('mailFolders');
  const messages = createCollection<MessageRecord>('messages');
  const events = createCollection<EventRecord>('events');
  return {
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
