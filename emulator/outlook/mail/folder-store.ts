import { GraphFailure } from '../../graph/graph-failure.js';
import { folderId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { partsOf } from './attachments/attachment-store.js';
import type { MailFolderRecord } from './mail-folder.js';
import { addMessage, removeMessage } from './mail-store.js';

type NewFolder = Pick<
  MailFolderRecord,
  'mailboxId' | 'displayName' | 'parentFolderId' | 'isHidden'
>;

/** `unique` makes its id; seeds name their own. */
export function addFolder(
  service: OutlookService,
  folder: NewFolder,
  unique: string = service.newGuid(),
): MailFolderRecord {
  const change = service.history.next();
  const record: MailFolderRecord = {
    ...folder,
    id: folderId(folder.mailboxId, unique),
    wellKnownName: null,
    created: change,
    changed: change,
  };
  service.outlook.folders.put(record.id, record);
  return record;
}

export function changeFolder(
  service: OutlookService,
  folder: MailFolderRecord,
  change: Partial<Pick<MailFolderRecord, 'displayName' | 'parentFolderId'>>,
): MailFolderRecord {
  const changed = { ...folder, ...change, changed: service.history.next() };
  service.outlook.folders.put(folder.id, changed);
  return changed;
}

/** Takes a folder away with its messages and the folders in it. */
export function removeFolder(service: OutlookService, folder: MailFolderRecord): void {
  for (const child of childrenOf(service, folder.mailboxId, folder.id))
    removeFolder(service, child);
  for (const message of service.outlook.messagesIn.recordsOf(folder.id)) {
    removeMessage(service, message);
  }
  service.outlook.folders.remove(folder.id);
}

export function copyFolder(
  service: OutlookService,
  folder: MailFolderRecord,
  parentFolderId: string,
): MailFolderRecord {
  const children = childrenOf(service, folder.mailboxId, folder.id);
  const { mailboxId, displayName } = folder;
  const copy = addFolder(service, { mailboxId, displayName, parentFolderId });
  for (const { item, thread, immutableId } of service.outlook.messagesIn.recordsOf(folder.id)) {
    addMessage(service, copy, { item, thread, attachments: partsOf(service, immutableId) });
  }
  for (const child of children) copyFolder(service, child, copy.id);
  return copy;
}

export function childrenOf(
  service: OutlookService,
  mailboxId: string,
  parentFolderId: string,
): MailFolderRecord[] {
  return service.outlook.foldersOf
    .recordsOf(mailboxId)
    .filter((folder) => folder.parentFolderId === parentFolderId);
}

/** Whether a folder is somewhere below another one. */
export function isWithin(
  service: OutlookService,
  folder: MailFolderRecord,
  ancestorId: string,
): boolean {
  const parent = service.outlook.folders.get(folder.parentFolderId);
  if (folder.parentFolderId === ancestorId) return true;
  return parent !== undefined && isWithin(service, parent, ancestorId);
}

export function requireFreeName(
  service: OutlookService,
  folder: Pick<MailFolderRecord, 'mailboxId' | 'parentFolderId' | 'displayName'>,
): void {
  const wanted = folder.displayName.toLowerCase();
  const siblings = childrenOf(service, folder.mailboxId, folder.parentFolderId);
  if (!siblings.some(({ displayName }) => displayName.toLowerCase() === wanted)) return;
  throw new GraphFailure(
    409,
    'ErrorFolderExists',
    'A folder with the specified name already exists.',
  );
}
