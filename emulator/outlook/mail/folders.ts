import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { createdAnswer, entityAnswer } from '../../odata/answers.js';
import { checkBody } from '../../odata/check-body.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { listAnswer } from '../../odata/list.js';
import { project, readSelect } from '../../odata/select.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { folderId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { findFolder, rootFolderId, type MailFolderRecord } from './mail-folder.js';
import { readMailBasics, writeMail } from './mail-permissions.js';

const folderKind: EntityKind = { typeName: 'mailFolder', badQuery: badOutlookQuery };
/** https://learn.microsoft.com/graph/api/user-list-mailfolders */
const PAGE = { default: 10, max: 1000 };

export function getFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const folder = findFolder(service, mailbox.id, ids.at(-1) ?? '');
  const select = readSelect(call, folderKind);
  return entityAnswer(
    call,
    `users('${mailbox.id}')/mailFolders/$entity`,
    project(folderEntity(service, folder), select),
  );
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
  const parent = findFolder(service, mailbox.id, ids.at(-1) ?? '');
  return folderPage(service, call, mailbox, parent.id);
}

/** Makes a folder at the top, or in the one that the path names. */
export function createFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeMail);
  const isChild = call.segments.at(-1) === 'childFolders';
  const parentFolderId = isChild
    ? findFolder(service, mailbox.id, ids.at(-1) ?? '').id
    : rootFolderId(mailbox.id);
  const { displayName } = checkBody(call.body, {
    typeName: 'mailFolder',
    writable: ['displayName', 'isHidden'],
    code: 'RequestBodyRead',
  });
  if (typeof displayName !== 'string' || displayName === '') {
    throw new GraphFailure(400, 'ErrorInvalidArgument', 'The folder needs a display name.');
  }
  const siblings = childrenOf(service, mailbox.id, parentFolderId);
  if (siblings.some((folder) => folder.displayName.toLowerCase() === displayName.toLowerCase())) {
    throw new GraphFailure(
      409,
      'ErrorFolderExists',
      'A folder with the specified name already exists.',
    );
  }
  const change = service.history.next();
  const folder: MailFolderRecord = {
    id: folderId(mailbox.id, service.newGuid()),
    mailboxId: mailbox.id,
    wellKnownName: null,
    displayName,
    parentFolderId,
    created: change,
    changed: change,
  };
  service.outlook.folders.put(folder.id, folder);
  return createdAnswer(call, `users('${mailbox.id}')/mailFolders/$entity`, {
    path: `users/${mailbox.id}/mailFolders/${folder.id}`,
    entity: folderEntity(service, folder),
  });
}

function folderPage(
  service: OutlookService,
  call: GraphCall,
  mailbox: Person,
  parentFolderId: string,
): GraphAnswer {
  return listAnswer<MailFolderRecord>(call, childrenOf(service, mailbox.id, parentFolderId), {
    kind: folderKind,
    context: `users('${mailbox.id}')/mailFolders`,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    order: 'displayName',
    count: 'asked',
    paging: '$skip',
    fieldsOf: ({ displayName, id }) => ({ displayName, id }),
    toEntity: (folder) => folderEntity(service, folder),
  });
}

function childrenOf(
  service: OutlookService,
  mailboxId: string,
  parentFolderId: string,
): MailFolderRecord[] {
  return service.outlook.foldersOf
    .recordsOf(mailboxId)
    .filter((folder) => folder.parentFolderId === parentFolderId);
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
    isHidden: false,
  };
}
