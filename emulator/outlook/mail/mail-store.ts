import type { MailFolderRecord } from './mail-folder.js';
import { changeKeyOf, etagOf, immutableItemId, itemId } from '../outlook-ids.js';
import { secondTime, type OutlookService } from '../outlook-service.js';
import { messageEntity, plainView } from './message-entity.js';
import type { AttachmentParts } from './attachments/attachment-record.js';
import { attach, countsAsAttached, detachAll } from './attachments/attachment-store.js';
import type { MessageItem, MessageRecord } from './message-record.js';

/** What a new message holds. */
export interface NewMessage extends Pick<MessageRecord, 'item' | 'thread'> {
  readonly attachments?: readonly AttachmentParts[];
}

/** Puts a new message into a folder and tells of it. `unique` makes its ids; seeds name their own. */
export function addMessage(
  service: OutlookService,
  folder: MailFolderRecord,
  { item, thread, attachments = [] }: NewMessage,
  unique: string = service.newGuid(),
): MessageRecord {
  const { mailboxId } = folder;
  const change = service.history.next();
  const record: MessageRecord = {
    immutableId: immutableItemId(mailboxId, unique),
    id: itemId(mailboxId, `${folder.id}/${unique}`),
    mailboxId,
    folderId: folder.id,
    created: change,
    changed: change,
    thread,
    item: { ...item, hasAttachments: countsAsAttached(attachments) },
  };
  for (const [index, parts] of attachments.entries()) {
    attach(service, record.immutableId, parts, String(index));
  }
  service.outlook.messages.put(record.immutableId, record);
  announce(service, record, 'created');
  return record;
}

export function changeMessage(
  service: OutlookService,
  record: MessageRecord,
  change: Partial<MessageItem>,
): MessageRecord {
  const changed: MessageRecord = {
    ...record,
    changed: service.history.next(),
    item: { ...record.item, ...change, lastModifiedDateTime: secondTime(service.now()) },
  };
  service.outlook.messages.put(record.immutableId, changed);
  announce(service, changed, 'updated');
  return changed;
}

/**
 * Moves a message: in its new folder it is a new item with another id, and in the old one it is deleted; only the
 * immutable id stays.
 */
export function moveMessage(
  service: OutlookService,
  record: MessageRecord,
  folder: MailFolderRecord,
  change: Partial<MessageItem> = {},
): MessageRecord {
  forget(service, record);
  const number = service.history.next();
  const moved: MessageRecord = {
    ...record,
    id: itemId(record.mailboxId, `${folder.id}/${service.newGuid()}`),
    folderId: folder.id,
    created: number,
    changed: number,
    item: { ...record.item, ...change, lastModifiedDateTime: secondTime(service.now()) },
  };
  service.outlook.messages.put(moved.immutableId, moved);
  announce(service, record, 'deleted');
  announce(service, moved, 'created');
  return moved;
}

export function removeMessage(service: OutlookService, record: MessageRecord): void {
  forget(service, record);
  detachAll(service, record.immutableId);
  service.outlook.messages.remove(record.immutableId);
  announce(service, record, 'deleted');
}

/** Names the messages of a folder among all removals. */
export function scopeOfFolder(folderId: string): string {
  return `messages/${folderId}`;
}

function forget(service: OutlookService, record: MessageRecord): void {
  service.history.addRemoval({
    scope: scopeOfFolder(record.folderId),
    itemId: record.id,
    immutableId: record.immutableId,
    created: record.created,
  });
}

function announce(
  service: OutlookService,
  record: MessageRecord,
  changeType: 'created' | 'updated' | 'deleted',
): void {
  const { mailboxId, folderId, id } = record;
  const wellKnownName = service.outlook.folders.get(folderId)?.wellKnownName ?? null;
  const user = `users/${mailboxId}`;
  service.announceChange({
    changeType,
    subscribable: [
      `${user}/messages`,
      `${user}/mailFolders/${folderId}/messages`,
      ...(wellKnownName === null ? [] : [`${user}/mailFolders/${wellKnownName}/messages`]),
    ],
    resource: `Users/${mailboxId}/Messages/${id}`,
    odataType: '#Microsoft.Graph.Message',
    id,
    etag: etagOf(changeKeyOf(mailboxId, record.changed)),
    entity: () => messageEntity(record, plainView),
  });
}
