import type { Person } from '../../entra/directory.js';
import type { GraphCall } from '../../graph/exchange.js';
import { changedMeanwhile, itemNotFound, malformedId } from '../outlook-failures.js';
import { changeKeyOf, etagOf, isOutlookId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { findFolder } from './mail-folder.js';
import type { MessageRecord } from './message-record.js';

/** A message of a mailbox by either of its ids. */
export function findMessage(service: OutlookService, mailbox: Person, id: string): MessageRecord {
  const record = service.outlook.messageAt(id) ?? service.outlook.messages.get(id);
  if (record !== undefined && record.mailboxId === mailbox.id) return record;
  throw isOutlookId(id) ? itemNotFound() : malformedId();
}

/** The message that a path names, which may name its folder as well: `mailFolders/{id}/messages/{id}`. */
export function findMessageOf(
  service: OutlookService,
  call: GraphCall,
  mailbox: Person,
): MessageRecord {
  const { segments } = call;
  const id = segments[segments.indexOf('messages') + 1] ?? '';
  const record = findMessage(service, mailbox, id);
  const at = segments.indexOf('mailFolders');
  if (at >= 0 && findFolder(service, mailbox.id, segments[at + 1] ?? '').id !== record.folderId) {
    throw itemNotFound();
  }
  return record;
}

/** Outlook needs no condition, but keeps one that is given. */
export function requireVersion(call: GraphCall, mailboxId: string, changed: number): void {
  const condition = call.header('if-match');
  if (condition === undefined || condition.trim() === '*') return;
  if (condition.trim() !== etagOf(changeKeyOf(mailboxId, changed))) throw changedMeanwhile();
}
