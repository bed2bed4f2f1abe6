import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import type { DriveItemRecord, DriveRecord } from './files-records.js';

/** Everybody's drives and what is in them. */
export interface FilesState {
  readonly drives: Collection<DriveRecord>;
  readonly items: Collection<DriveItemRecord>;
  /** By the id of the folder; the root of a drive by that of the drive. */
  readonly itemsIn: GroupIndex<DriveItemRecord>;
  readonly itemsOf: GroupIndex<DriveItemRecord>;
}

export function createFilesState(): FilesState {
  const drives = createCollection<DriveRecord>('drives');
  const items = createCollection<DriveItemRecord>('driveItems');
  return {
    drives,
    items,
    itemsIn: createGroupIndex(items, (item) => item.parentId ?? item.driveId),
    itemsOf: createGroupIndex(items, (item) => item.driveId),
  };
}
