import * as z from 'zod';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import type { GraphDrive } from '../../graph/files/drives.js';
import type { DriveItem } from '../../graph/files/drive-items.js';

export const driveSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string().describe('business or personal: of a person; documentLibrary: of a group.'),
  owner: z.string().optional(),
  url: z.string().optional(),
  usedBytes: z.number().optional(),
});

export function toDrive(drive: GraphDrive): z.infer<typeof driveSchema> {
  const { id, name, driveType, webUrl, owner, quota } = drive;
  const ownerName = owner?.user?.displayName ?? owner?.group?.displayName;
  return {
    id,
    name: name ?? id,
    kind: driveType ?? 'unknown',
    ...(ownerName != null && { owner: ownerName }),
    ...(webUrl != null && { url: webUrl }),
    ...(quota?.used != null && { usedBytes: quota.used }),
  };
}

export const itemSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  driveId: z.string().optional(),
  folder: z.string().optional().describe('Path of the folder that it is in.'),
  mediaType: z.string().optional(),
  bytes: z.number().optional(),
  items: z.number().optional().describe('Of a folder: how many are in it.'),
  modifiedAt: z.string().optional(),
  modifiedBy: z.string().optional(),
  url: z.string().optional().describe('Where people open it.'),
});

export type ItemRow = z.infer<typeof itemSchema>;

/** What stands for an item of another drive is answered as that item, by whose ids alone it can be read. */
export function toItem(item: DriveItem, zone: string): ItemRow {
  const { lastModifiedDateTime, remoteItem } = item;
  const { parentReference, file, folder, size, webUrl = item.webUrl } = remoteItem ?? item;
  const path = folderOf(parentReference?.path);
  const modifiedAt =
    lastModifiedDateTime == null ? null : toZonedInstant(lastModifiedDateTime, zone);
  const modifiedBy = item.lastModifiedBy?.user?.displayName;
  return {
    id: remoteItem?.id ?? item.id,
    name: item.name ?? item.id,
    kind: folder == null ? 'file' : 'folder',
    ...(parentReference?.driveId != null && { driveId: parentReference.driveId }),
    ...(path !== null && { folder: path }),
    ...(file?.mimeType != null && { mediaType: file.mimeType }),
    ...(size != null && folder == null && { bytes: size }),
    ...(folder?.childCount != null && { items: folder.childCount }),
    ...(modifiedAt !== null && { modifiedAt }),
    ...(modifiedBy != null && { modifiedBy }),
    ...(webUrl != null && { url: webUrl }),
  };
}

/** `/drives/{id}/root:/Plans/Old` is `/Plans/Old`; null: Graph does not say. */
function folderOf(path: string | null | undefined): string | null {
  const [, below] = /root:(.*)$/s.exec(path ?? '') ?? [];
  if (below === undefined) return null;
  try {
    return below === '' ? '/' : decodeURIComponent(below);
  } catch {
    return below;
  }
}

/** Members that others may have written. */
export const textOfItem = (at: string): readonly string[] => [
  `${at}.name`,
  `${at}.folder`,
  `${at}.modifiedBy`,
];
