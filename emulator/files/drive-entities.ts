import { createHash } from 'node:crypto';
import type { Entity, EntityKind } from '../odata/entity.js';
import { bytesOf, sizeOf } from './file-content.js';
import { uniqueIdOf } from './files-ids.js';
import type { DriveItemRecord, DriveRecord, FileContent } from './files-records.js';
import { badFilesRequest, pathOf, type FilesService } from './files-service.js';

export const driveKind: EntityKind = { typeName: 'drive', badQuery: badFilesRequest };
export const itemKind: EntityKind = { typeName: 'driveItem', badQuery: badFilesRequest };

const QUOTA_BYTES = 1_099_511_627_776;

/** https://learn.microsoft.com/graph/api/resources/drive */
export function driveEntity(service: FilesService, drive: DriveRecord): Entity {
  const items = service.files.itemsOf.recordsOf(drive.id);
  const used = items.reduce((sum, item) => sum + ownSize(item), 0);
  const { owner, createdDateTime } = drive;
  const displayName = ownerName(service, drive);
  return {
    id: drive.id,
    createdDateTime,
    description: '',
    eTag: `"${uniqueIdOf(drive.id)},1"`,
    lastModifiedDateTime: items
      .map((item) => item.lastModifiedDateTime)
      .toSorted()
      .at(-1),
    name: owner.kind === 'person' ? 'OneDrive' : 'Documents',
    webUrl: webRootOf(service, drive),
    driveType: owner.kind === 'person' ? 'business' : 'documentLibrary',
    createdBy: { user: { displayName: 'System Account' } },
    lastModifiedBy: { user: { id: owner.id, displayName } },
    parentReference: null,
    owner:
      owner.kind === 'person'
        ? { user: { id: owner.id, displayName } }
        : { group: { id: owner.id, displayName } },
    quota: {
      deleted: 0,
      remaining: QUOTA_BYTES - used,
      state: 'normal',
      total: QUOTA_BYTES,
      used,
    },
  };
}

/**
 * https://learn.microsoft.com/graph/api/resources/driveitem. `root` is the address that Graph was called by, for that of the
 * download; without it there is none.
 */
export function itemEntity(
  service: FilesService,
  { root, drive }: { readonly root: string; readonly drive: DriveRecord },
  item: DriveItemRecord,
): Entity {
  const { id, content, createdDateTime, lastModifiedDateTime } = item;
  const parent = item.parentId === null ? undefined : service.files.items.get(item.parentId);
  const guid = uniqueIdOf(id);
  const driveType = drive.owner.kind === 'person' ? 'business' : 'documentLibrary';
  return {
    ...(content === undefined || root === ''
      ? {}
      : { '@microsoft.graph.downloadUrl': downloadUrl(service, root, id) }),
    createdDateTime,
    eTag: `"{${guid}},${item.version}"`,
    id,
    lastModifiedDateTime,
    name: parent === undefined ? 'root' : item.name,
    webUrl: `${webRootOf(service, drive)}${encodeURI(pathOf(service, item))}`,
    cTag: `"c:{${guid}},${item.version}"`,
    size: sizeWithin(service, item),
    createdBy: userOf(service, item.createdById),
    lastModifiedBy: userOf(service, item.lastModifiedById),
    parentReference: {
      driveType,
      driveId: drive.id,
      ...(parent === undefined
        ? {}
        : {
            id: parent.id,
            name: parent.parentId === null ? 'root' : parent.name,
            path: `/drives/${drive.id}/root:${encodeURI(pathOf(service, parent))}`,
          }),
    },
    ...(content === undefined
      ? { folder: { childCount: service.files.itemsIn.countOf(id) } }
      : { file: { hashes: { quickXorHash: hashOf(content) }, mimeType: content.mimeType } }),
    fileSystemInfo: { createdDateTime, lastModifiedDateTime },
    ...(parent === undefined ? { root: {} } : {}),
  };
}

/** Whoever has it needs no token. https://learn.microsoft.com/graph/api/driveitem-get-content */
export function downloadUrl(service: FilesService, root: string, itemId: string): string {
  const query = new URLSearchParams({
    UniqueId: itemId,
    tempauth: service.downloads.keyFor(itemId),
  });
  return `${new URL(root).origin}/_layouts/15/download.aspx?${query.toString()}`;
}

function webRootOf(service: FilesService, { owner }: DriveRecord): string {
  if (owner.kind === 'person') {
    const mail = service.people.get(owner.id)?.mail ?? owner.id;
    const place = mail.replaceAll(/[^a-z0-9]/gi, '_');
    return `https://my.${service.domain}/personal/${place}/Documents`;
  }
  const name = service.groups.get(owner.id)?.displayName ?? owner.id;
  return `https://sites.${service.domain}/sites/${name.replaceAll(/\W/g, '')}/Shared%20Documents`;
}

function ownerName(service: FilesService, { owner }: DriveRecord): string {
  const record =
    owner.kind === 'person' ? service.people.get(owner.id) : service.groups.get(owner.id);
  return record?.displayName ?? '';
}

function userOf(service: FilesService, id: string): Entity {
  return { user: { id, displayName: service.people.get(id)?.displayName ?? '' } };
}

function ownSize({ content }: DriveItemRecord): number {
  return content === undefined ? 0 : sizeOf(content);
}

function sizeWithin(service: FilesService, item: DriveItemRecord): number {
  if (item.content !== undefined) return sizeOf(item.content);
  const inside = service.files.itemsIn.recordsOf(item.id);
  return inside.reduce((sum, child) => sum + sizeWithin(service, child), 0);
}

function hashOf(content: FileContent): string {
  const text = content.kind === 'bytes' ? bytesOf(content) : `${content.bytes} ${content.line}`;
  return createHash('sha1').update(text).digest('base64');
}
