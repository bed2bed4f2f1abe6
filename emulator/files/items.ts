import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { entityAnswer } from '../odata/answers.js';
import type { Entity } from '../odata/entity.js';
import { listAnswer } from '../odata/list.js';
import { parseSelect, project } from '../odata/select.js';
import { downloadUrl, itemEntity, itemKind } from './drive-entities.js';
import { searchableText } from './file-content.js';
import type { DriveItemRecord, DriveRecord } from './files-records.js';
import {
  badFilesRequest,
  itemNotFound,
  itemOfPath,
  openDrive,
  pathOf,
  type FilesService,
} from './files-service.js';

const PAGE = { default: 200, max: 999 };
const DOWNLOAD_URL = '@microsoft.graph.downloadUrl';

/** https://learn.microsoft.com/graph/api/driveitem-get */
export function getItem(service: FilesService, call: GraphCall): GraphAnswer {
  const drive = openDrive(service, call);
  const item = itemOfPath(service, call, drive);
  // Only here may the annotation be selected among properties.
  const wanted =
    call.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  const select = parseSelect(wanted.filter((name) => name !== DOWNLOAD_URL).join(','), itemKind);
  const entity = itemEntity(service, { root: call.root, drive }, item);
  const context = `drives('${encodeURIComponent(drive.id)}')/items/$entity`;
  if (wanted.length === 0) return entityAnswer(call, context, entity);
  const shown = project(entity, select ?? ['id']);
  return entityAnswer(call, context, wanted.includes(DOWNLOAD_URL) ? shown : withoutUrl(shown));
}

/** https://learn.microsoft.com/graph/api/driveitem-list-children */
export function listChildren(service: FilesService, call: GraphCall): GraphAnswer {
  const drive = openDrive(service, call);
  const folder = itemOfPath(service, call, drive);
  const context = `drives('${encodeURIComponent(drive.id)}')/items('${folder.id}')/children`;
  return pageOf(service, call, {
    drive,
    context,
    rows: service.files.itemsIn.recordsOf(folder.id),
    order: 'name',
  });
}

/** Names and texts in the folder and below. https://learn.microsoft.com/graph/api/driveitem-search */
export function searchItems(service: FilesService, call: GraphCall): GraphAnswer {
  const drive = openDrive(service, call);
  const query = /^q='(.*)'$/s.exec(call.segments.at(-1) ?? '')?.[1];
  if (query === undefined) throw badFilesRequest('The search needs q.');
  const start = itemOfPath(service, call, drive);
  const below = `${pathOf(service, start)}/`;
  const rows = service.files.itemsOf
    .recordsOf(drive.id)
    .filter((item) => item.parentId !== null && pathOf(service, item).startsWith(below))
    .filter((item) => isFound(item, query.replaceAll("''", "'")));
  return pageOf(service, call, { drive, context: 'Collection(driveItem)', rows });
}

/** https://learn.microsoft.com/graph/api/driveitem-get-content: the file is somewhere else, for whoever is told where. */
export function getContent(service: FilesService, call: GraphCall): GraphAnswer {
  const drive = openDrive(service, call);
  const { id, content } = itemOfPath(service, call, drive);
  if (content === undefined) throw itemNotFound();
  return { status: 302, headers: { Location: downloadUrl(service, call.root, id) } };
}

/** Every word begins some word of the name or the text. */
function isFound(item: DriveItemRecord, query: string): boolean {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = `${item.name} ${searchableText(item.content)}`.toLowerCase();
  const known = text.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => text.includes(word) && known.some((one) => beginsLike(one, word)));
}

function beginsLike(known: string, word: string): boolean {
  const [first = ''] = word.split(/[^\p{L}\p{N}]+/u);
  return first !== '' && known.startsWith(first);
}

function pageOf(
  service: FilesService,
  call: GraphCall,
  list: {
    readonly drive: DriveRecord;
    readonly context: string;
    readonly rows: readonly DriveItemRecord[];
    readonly order?: string;
  },
): GraphAnswer {
  const { drive, context, rows, order } = list;
  return listAnswer<DriveItemRecord>(call, rows, {
    kind: itemKind,
    context,
    top: PAGE,
    options: ['$select', '$top', '$orderby'],
    ...(order === undefined ? {} : { order }),
    count: 'asked',
    paging: '$skiptoken',
    fieldsOf: (row) => itemEntity(service, { root: call.root, drive }, row),
    toEntity: (row, select) => {
      const entity = itemEntity(service, { root: call.root, drive }, row);
      return select === undefined ? entity : withoutUrl(entity);
    },
  });
}

function withoutUrl(entity: Entity): Entity {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => name !== DOWNLOAD_URL));
}
