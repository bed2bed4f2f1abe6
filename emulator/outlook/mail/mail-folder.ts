import type { Tracked } from '../../state/change-history.js';
import { folderId, isOutlookId } from '../outlook-ids.js';
import { itemNotFound, malformedId } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';

export interface MailFolderRecord extends Tracked {
  readonly id: string;
  readonly mailboxId: string;
  /** The name that stands for the folder's id in paths; `null` for a folder that somebody made. */
  readonly wellKnownName: string | null;
  readonly displayName: string;
  readonly parentFolderId: string;
  /** Absent in data folders from before folders were hidden. */
  readonly isHidden?: boolean;
}

/** Folders that every mailbox has: their names in paths and on the screen. */
const STANDARD_FOLDERS = [
  ['inbox', 'Inbox'],
  ['drafts', 'Drafts'],
  ['sentitems', 'Sent Items'],
  ['deleteditems', 'Deleted Items'],
  ['archive', 'Archive'],
  ['junkemail', 'Junk Email'],
  ['outbox', 'Outbox'],
  ['conversationhistory', 'Conversation History'],
] as const;

/** Listed only by those who ask for hidden folders too. */
const HIDDEN_FOLDERS: ReadonlySet<string> = new Set(['conversationhistory']);

export type StandardFolder = (typeof STANDARD_FOLDERS)[number][0];

/** Makes the folders that a mailbox lacks. */
export function ensureFolders(service: OutlookService, mailboxId: string): void {
  for (const [wellKnownName, displayName] of STANDARD_FOLDERS) {
    const id = folderId(mailboxId, wellKnownName);
    if (service.outlook.folders.get(id) !== undefined) continue;
    const change = service.history.next();
    service.outlook.folders.put(id, {
      id,
      mailboxId,
      wellKnownName,
      displayName,
      parentFolderId: rootFolderId(mailboxId),
      isHidden: HIDDEN_FOLDERS.has(wellKnownName),
      created: change,
      changed: change,
    });
  }
}

/** The folder that holds all others; it is not listed. */
export function rootFolderId(mailboxId: string): string {
  return folderId(mailboxId, 'msgfolderroot');
}

/** It is the same in every mailbox and is not stored. */
function rootFolder(mailboxId: string): MailFolderRecord {
  const id = rootFolderId(mailboxId);
  return {
    id,
    mailboxId,
    wellKnownName: 'msgfolderroot',
    displayName: 'Top of Information Store',
    parentFolderId: folderId(mailboxId, 'root'),
    created: 0,
    changed: 0,
  };
}

export function standardFolder(
  service: OutlookService,
  mailboxId: string,
  name: StandardFolder,
): MailFolderRecord {
  const folder = service.outlook.folders.get(folderId(mailboxId, name));
  if (folder === undefined) throw new Error(`The mailbox ${mailboxId} has no folder ${name}`);
  return folder;
}

/** A folder by its id or its well-known name, in any case. */
export function findFolder(
  service: OutlookService,
  mailboxId: string,
  name: string,
): MailFolderRecord {
  const known = service.outlook.folders.get(folderId(mailboxId, name.toLowerCase()));
  if (known !== undefined) return known;
  if (name.toLowerCase() === 'msgfolderroot' || name === rootFolderId(mailboxId)) {
    return rootFolder(mailboxId);
  }
  const folder = service.outlook.folders.get(name);
  if (folder !== undefined && folder.mailboxId === mailboxId) return folder;
  throw isOutlookId(name) ? itemNotFound() : malformedId();
}
