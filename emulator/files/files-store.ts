import { driveIdOf, driveItemIdOf } from './files-ids.js';
import type { DriveItemRecord, DriveRecord, FileContent } from './files-records.js';
import { rootOf, type FilesService } from './files-service.js';

/** The drive of a person or group, made with its root where there is none yet. */
export function ensureDrive(service: FilesService, owner: DriveRecord['owner']): DriveRecord {
  const id = driveIdOf(owner.id);
  const known = service.files.drives.get(id);
  if (known !== undefined) return known;
  const at = service
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  const drive: DriveRecord = { id, owner, createdDateTime: at };
  service.files.drives.put(id, drive);
  const rootId = driveItemIdOf(id, 'root');
  service.files.items.put(rootId, {
    id: rootId,
    driveId: id,
    parentId: null,
    name: 'root',
    createdDateTime: at,
    lastModifiedDateTime: at,
    createdById: owner.id,
    lastModifiedById: owner.id,
    version: 1,
  });
  return drive;
}

/** Saves a file under a path of a drive, `/Plans/2027.md`, and makes the folders that it needs. Without content, a folder. */
export function saveItem(
  service: FilesService,
  drive: DriveRecord,
  saved: {
    readonly path: string;
    readonly byId: string;
    readonly at: Date;
    readonly content?: FileContent;
  },
): DriveItemRecord {
  const names = saved.path.split('/').filter((name) => name !== '');
  let item = rootOf(service, drive);
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    item = saveChild(service, item, { ...saved, name, isLast });
  }
  return item;
}

function saveChild(
  service: FilesService,
  folder: DriveItemRecord,
  saved: {
    readonly name: string;
    readonly byId: string;
    readonly at: Date;
    readonly isLast: boolean;
    readonly content?: FileContent;
  },
): DriveItemRecord {
  const { name, byId, isLast, content } = saved;
  const at = saved.at.toISOString().replace(/\.\d+Z$/, 'Z');
  const known = service.files.itemsIn
    .recordsOf(folder.id)
    .find((child) => child.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined && !(isLast && content !== undefined)) return known;
  const id = known?.id ?? driveItemIdOf(folder.driveId, `${folder.id}/${name.toLowerCase()}`);
  const item: DriveItemRecord = {
    id,
    driveId: folder.driveId,
    parentId: folder.id,
    name,
    createdDateTime: known?.createdDateTime ?? at,
    createdById: known?.createdById ?? byId,
    lastModifiedDateTime: at,
    lastModifiedById: byId,
    version: (known?.version ?? 0) + 1,
    ...(isLast && content !== undefined ? { content } : {}),
  };
  service.files.items.put(id, item);
  return item;
}
