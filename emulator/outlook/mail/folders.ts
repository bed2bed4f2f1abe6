import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { createdAnswer, entityAnswer, noContent } from '../../odata/answers.js';
import { checkBody } from '../../odata/check-body.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { listAnswer } from '../../odata/list.js';
import { project, readSelect } from '../../odata/select.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import {
  addFolder,
  changeFolder,
  childrenOf,
  copyFolder,
  isWithin,
  removeFolder,
  requireFreeName,
} from './folder-store.js';
import { findFolder, rootFolderId, standardFolder, type MailFolderRecord } from './mail-folder.js';
import { readMailBasics, writeMail } from './mail-permissions.js';
import { readDestination } from './message-writes.js';

const folderKind: EntityKind = { typeName: 'mailFolder', badQuery: badOutlookQuery };
/** https://learn.microsoft.com/graph/api/user-list-mailfolders */
const PAGE = { default: 10, max: 1000 };

export function getFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const folder = folderOf(service, mailbox, ids);
  const select = readSelect(call, folderKind);
  return entityAnswer(call, contextOf(mailbox), project(folderEntity(service, folder), select));
}

export function listFolders(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  return folderPage(service, call, mailbox, rootFolderId(mailbox.id));
}

export function listChildFolders(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  return folderPage(service, call, mailbox, folderOf(service, mailbox, ids).id);
}

/** Makes a folder at the top, or in the one that the path names. */
export function createFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const isChild = call.segments.at(-1) === 'childFolders';
  const parentFolderId = isChild ? folderOf(service, mailbox, ids).id : rootFolderId(mailbox.id);
  const { displayName, isHidden } = readFolderBody(call, ['displayName', 'isHidden']);
  requireFreeName(service, { mailboxId: mailbox.id, parentFolderId, displayName });
  const folder = addFolder(service, {
    mailboxId: mailbox.id,
    displayName,
    parentFolderId,
    isHidden: isHidden === true,
  });
  return madeFolder(service, call, mailbox, folder);
}

/** Renames a folder; those that every mailbox has keep their names. */
export function updateFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const folder = folderOf(service, mailbox, ids);
  requireOwnFolder(folder, 'renamed');
  const { displayName } = readFolderBody(call, ['displayName']);
  if (displayName.toLowerCase() !== folder.displayName.toLowerCase()) {
    requireFreeName(service, { ...folder, displayName });
  }
  const changed = changeFolder(service, folder, { displayName });
  return entityAnswer(call, contextOf(mailbox), folderEntity(service, changed));
}

/** A folder goes to Deleted Items with all that is in it, and from there for good. */
export function deleteFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const folder = folderOf(service, mailbox, ids);
  requireOwnFolder(folder, 'deleted');
  const bin = standardFolder(service, mailbox.id, 'deleteditems');
  if (isWithin(service, folder, bin.id)) removeFolder(service, folder);
  else changeFolder(service, folder, { parentFolderId: bin.id });
  return noContent;
}

export function moveFolderTo(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const folder = folderOf(service, mailbox, ids);
  requireOwnFolder(folder, 'moved');
  const parent = readDestination(service, call, mailbox);
  if (parent.id === folder.id || isWithin(service, parent, folder.id)) {
    throw new GraphFailure(
      400,
      'ErrorMoveCopyFailed',
      'The move or copy operation failed., A folder cannot be moved into itself.',
    );
  }
  requireFreeName(service, { ...folder, parentFolderId: parent.id });
  const moved = changeFolder(service, folder, { parentFolderId: parent.id });
  return madeFolder(service, call, mailbox, moved);
}

export function copyFolderTo(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const folder = folderOf(service, mailbox, ids);
  const parent = readDestination(service, call, mailbox);
  requireFreeName(service, { ...folder, parentFolderId: parent.id });
  return madeFolder(service, call, mailbox, copyFolder(service, folder, parent.id));
}

function folderOf(
  service: OutlookService,
  mailbox: Person,
  ids: readonly string[],
): MailFolderRecord {
  return findFolder(service, mailbox.id, ids.at(-1) ?? '');
}

function readFolderBody(
  call: GraphCall,
  writable: readonly string[],
): { readonly displayName: string; readonly isHidden: unknown } {
  const { displayName, isHidden } = checkBody(call.body, {
    typeName: 'mailFolder',
    writable,
    code: 'RequestBodyRead',
  });
  if (typeof displayName !== 'string' || displayName === '') {
    throw new GraphFailure(400, 'ErrorInvalidArgument', 'The folder needs a display name.');
  }
  return { displayName, isHidden };
}

function requireOwnFolder({ wellKnownName }: MailFolderRecord, what: string): void {
  if (wellKnownName === null) return;
  throw new GraphFailure(
    400,
    what === 'deleted' ? 'ErrorDeleteDistinguishedFolder' : 'ErrorInvalidRequest',
    `Distinguished folders cannot be ${what}.`,
  );
}

function folderPage(
  service: OutlookService,
  call: GraphCall,
  mailbox: Person,
  parentFolderId: string,
): GraphAnswer {
  const showsHidden = call.query.get('includeHiddenFolders')?.toLowerCase() === 'true';
  const folders = childrenOf(service, mailbox.id, parentFolderId);
  return listAnswer<MailFolderRecord>(
    call,
    folders.filter(({ isHidden }) => showsHidden || isHidden !== true),
    {
      kind: folderKind,
      context: `users('${mailbox.id}')/mailFolders`,
      top: PAGE,
      options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
      order: 'displayName',
      count: 'asked',
      paging: '$skip',
      fieldsOf: (folder) => folderEntity(service, folder),
      toEntity: (folder) => folderEntity(service, folder),
    },
  );
}

function madeFolder(
  service: OutlookService,
  call: GraphCall,
  mailbox: Person,
  folder: MailFolderRecord,
): GraphAnswer {
  return createdAnswer(call, contextOf(mailbox), {
    path: `users/${mailbox.id}/mailFolders/${folder.id}`,
    entity: folderEntity(service, folder),
  });
}

function contextOf(mailbox: Person): string {
  return `users('${mailbox.id}')/mailFolders/$entity`;
}

function folderEntity(service: OutlookService, folder: MailFolderRecord): Entity {
  const messages = service.outlook.messagesIn.recordsOf(folder.id);
  return {
    id: folder.id,
    displayName: folder.displayName,
    parentFolderId: folder.parentFolderId,
    childFolderCount: childrenOf(service, folder.mailboxId, folder.id).length,
    unreadItemCount: messages.filter(({ item }) => !item.isRead).length,
    totalItemCount: messages.length,
    isHidden: folder.isHidden ?? false,
  };
}
