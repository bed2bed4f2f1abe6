import { itemEntity } from '../files/drive-entities.js';
import { searchableText } from '../files/file-content.js';
import type { DriveItemRecord } from '../files/files-records.js';
import { seesDrive, type FilesService } from '../files/files-service.js';
import { hasWord, isWhen, type KqlClause } from './kql.js';
import type { SearchSource } from './search-source.js';

const READERS = ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All'];
const SUMMARY = 200;
const SHOWN = [
  'id',
  'name',
  'size',
  'fileSystemInfo',
  'createdDateTime',
  'createdBy',
  'lastModifiedDateTime',
  'lastModifiedBy',
  'parentReference',
  'webUrl',
];

/** Files of all drives that one sees, the newest first. https://learn.microsoft.com/graph/search-concept-files */
export function createDriveItemSource(service: FilesService): SearchSource {
  return {
    permissions: { person: READERS, app: READERS },
    together: ['driveItem', 'listItem', 'list', 'site', 'drive'],
    maxSize: 1000,
    countsPage: false,
    isSortable: true,
    find: (caller, matches) =>
      [...service.files.drives.values()]
        .filter((drive) => seesDrive(service, caller, drive))
        .flatMap((drive) =>
          service.files.itemsOf
            .recordsOf(drive.id)
            .filter((item) => item.parentId !== null && matches((clause) => holds(item, clause)))
            .map((item) => ({ drive, item })),
        )
        .toSorted((a, b) => (a.item.lastModifiedDateTime < b.item.lastModifiedDateTime ? 1 : -1))
        .map(({ drive, item }) => {
          const entity = itemEntity(service, { root: '', drive }, item);
          return {
            hitId: item.id,
            summary: searchableText(item.content).slice(0, SUMMARY),
            resource: {
              '@odata.type': '#microsoft.graph.driveItem',
              ...Object.fromEntries(SHOWN.map((name) => [name, entity[name]])),
            },
          };
        }),
  };
}

function holds(item: DriveItemRecord, clause: KqlClause): boolean {
  const { property, value } = clause;
  switch (property) {
    case undefined:
      return [item.name, searchableText(item.content)].some((text) => hasWord(text, value));
    case 'filename':
    case 'title':
      return hasWord(item.name, value);
    case 'filetype':
      return item.name.toLowerCase().endsWith(`.${value}`);
    case 'isdocument':
      return String(item.content !== undefined) === value;
    case 'lastmodifiedtime':
      return isWhen(item.lastModifiedDateTime, clause);
    default:
      return false;
  }
}
