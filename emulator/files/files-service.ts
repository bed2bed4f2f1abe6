import type { Caller } from '../entra/caller.js';
import type { GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { TenantContext } from '../graph/tenant-context.js';
import { findPerson } from '../outlook/mailbox.js';
import type { DownloadKeys } from './download-keys.js';
import type { DriveItemRecord, DriveRecord } from './files-records.js';
import type { FilesState } from './files-state.js';

/** What every operation on files works with. */
export interface FilesService extends TenantContext {
  readonly files: FilesState;
  readonly domain: string;
  readonly downloads: DownloadKeys;
}

/** https://learn.microsoft.com/graph/permissions-reference: of all files, and of one's own. */
const READ_ALL = ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All'];
const READ_OWN = ['Files.Read', 'Files.ReadWrite', ...READ_ALL];
const READ_OF_GROUPS = ['Group.Read.All', 'Group.ReadWrite.All', ...READ_ALL];

/** The drive that a path names: of oneself, a person, a group, or by its id. The permission is looked at first. */
export function openDrive(service: FilesService, call: GraphCall): DriveRecord {
  const { caller, segments } = call;
  const [root = '', id = ''] = segments;
  if (!mayReadAny(caller)) throw accessDenied();
  if (root === 'me') {
    if (caller.kind === 'app') throw delegatedOnly();
    return driveOf(service, caller.id);
  }
  const drive = root === 'drives' ? service.files.drives.get(id) : ownersDrive(service, root, id);
  if (drive === undefined) throw itemNotFound();
  if (!seesDrive(service, caller, drive)) throw accessDenied();
  return drive;
}

/** Whether a caller reads what is in a drive: an app all, people their own and those of their groups. */
export function seesDrive(service: FilesService, caller: Caller, { owner }: DriveRecord): boolean {
  const may = (names: readonly string[]): boolean =>
    names.some((name) => caller.permissions.has(name));
  if (caller.kind === 'app') return may(READ_ALL);
  if (owner.kind === 'person') return owner.id === caller.id && may(READ_OWN);
  const isMember = service.groups.get(owner.id)?.memberIds.includes(caller.id) === true;
  return isMember && may(READ_OF_GROUPS);
}

function driveOf(service: FilesService, ownerId: string): DriveRecord {
  const drive = [...service.files.drives.values()].find(({ owner }) => owner.id === ownerId);
  if (drive === undefined) throw itemNotFound();
  return drive;
}

export function rootOf(service: FilesService, drive: DriveRecord): DriveItemRecord {
  const root = service.files.itemsIn.recordsOf(drive.id).find(({ parentId }) => parentId === null);
  if (root === undefined) throw itemNotFound();
  return root;
}

/** The item that a path names behind its drive: `root`, `root:/{path}` or `items/{id}`. */
export function itemOfPath(
  service: FilesService,
  call: GraphCall,
  drive: DriveRecord,
): DriveItemRecord {
  const { segments } = call;
  const at = segments.indexOf('root:');
  if (at >= 0) return itemAt(service, drive, (segments[at + 1] ?? '').replace(/:$/, ''));
  const items = segments.indexOf('items');
  if (items < 0) return rootOf(service, drive);
  const item = service.files.items.get(segments[items + 1] ?? '');
  if (item === undefined || item.driveId !== drive.id) throw itemNotFound();
  return item;
}

/** OneDrive compares names without regard to case. */
function itemAt(service: FilesService, drive: DriveRecord, path: string): DriveItemRecord {
  let item = rootOf(service, drive);
  for (const name of path.split('/').filter((part) => part !== '')) {
    const next = service.files.itemsIn
      .recordsOf(item.id)
      .find((child) => child.name.toLowerCase() === name.toLowerCase());
    if (next === undefined) throw itemNotFound();
    item = next;
  }
  return item;
}

/** `/Plans/2027.md`; of the root empty. */
export function pathOf(service: FilesService, item: DriveItemRecord): string {
  const parent = item.parentId === null ? undefined : service.files.items.get(item.parentId);
  return parent === undefined ? '' : `${pathOf(service, parent)}/${item.name}`;
}

/** OneDrive's own errors. https://learn.microsoft.com/graph/errors#code-property */
export function itemNotFound(): GraphFailure {
  return new GraphFailure(404, 'itemNotFound', 'The resource could not be found.');
}

export function badFilesRequest(message: string): GraphFailure {
  return new GraphFailure(400, 'invalidRequest', message);
}

function accessDenied(): GraphFailure {
  return new GraphFailure(403, 'accessDenied', 'Access denied');
}

function delegatedOnly(): GraphFailure {
  return new GraphFailure(
    400,
    'BadRequest',
    '/me request is only valid with delegated authentication flow.',
  );
}

function mayReadAny(caller: Caller): boolean {
  const enough = caller.kind === 'app' ? READ_ALL : [...READ_OWN, ...READ_OF_GROUPS];
  return enough.some((name) => caller.permissions.has(name));
}

function ownersDrive(service: FilesService, root: string, id: string): DriveRecord | undefined {
  const ownerId = root === 'groups' ? id.toLowerCase() : findPerson(service, id)?.id;
  return [...service.files.drives.values()].find(({ owner }) => owner.id === ownerId);
}
