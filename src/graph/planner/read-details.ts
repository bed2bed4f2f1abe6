import type { PlannerGap } from '../../domain/planner-gaps.js';
import type { ChecklistItem, Reference } from '../../domain/task.js';
import { detailsFields } from '../../domain/task.js';
import type { Etag, PlannerDetails, RowChange } from '../../domain/planner.js';
import type { GraphDetails } from './planner-schemas.js';
import { toIdentity } from './read-task.js';
import { fromReferenceKey, toReferenceKey } from './reference-key.js';
import { packHandles } from './row-handles.js';

type GraphRow<Map extends object | null | undefined> = NonNullable<
  NonNullable<Map>[keyof NonNullable<Map>]
>;
type ChecklistRow = GraphRow<GraphDetails['checklist']>;
type ReferenceRow = GraphRow<GraphDetails['references']>;

export function toPlannerDetails(details: GraphDetails): PlannerDetails {
  const checklist = inOrder(rowsOf(details.checklist), (row: ChecklistRow) => row.orderHint);
  const references = inOrder(
    rowsOf(details.references),
    (row: ReferenceRow) => row.previewPriority,
  );
  const urls = urlsOf(references.map(([key]) => key));
  const urlOf = (key: string) => urls.get(key) ?? key;
  const gaps: readonly PlannerGap[] = [
    ...detailsFields
      .filter((field) => details[field] === undefined)
      .map((field): PlannerGap => ({ field })),
    ...checklist.flatMap(([key, row]) => [
      ...(row.title == null ? [{ field: 'checklist' as const, key, cell: 'title' as const }] : []),
      ...(row.isChecked == null
        ? [{ field: 'checklist' as const, key, cell: 'isChecked' as const }]
        : []),
    ]),
    ...references.flatMap(([key, row]) => [
      ...(row.alias === undefined
        ? [{ field: 'references' as const, key: urlOf(key), cell: 'alias' as const }]
        : []),
      ...(row.type === undefined
        ? [{ field: 'references' as const, key: urlOf(key), cell: 'type' as const }]
        : []),
    ]),
  ];
  return {
    plannerId: details.id,
    etag: details['@odata.etag'] as Etag,
    handles: packHandles({
      hints: new Map(
        checklist.flatMap(([id, { orderHint }]) => (orderHint ? [[id, orderHint]] : [])),
      ),
      keys: new Map(
        references.flatMap(([key]) =>
          toReferenceKey(urlOf(key)) === key ? [] : [[urlOf(key), key]],
        ),
      ),
    }),
    fields: {
      description: details.description ?? '',
      checklist: checklist.map(([id, row]): ChecklistItem => ({
        id,
        title: row.title ?? '',
        isChecked: row.isChecked ?? false,
      })),
      references: references.map(([key, row]): Reference => ({
        url: urlOf(key),
        alias: row.alias ?? null,
        type: row.type ?? null,
      })),
    },
    ...(gaps.length > 0 && { gaps }),
    checklistChanges: Object.fromEntries(checklist.map(([id, row]) => [id, changeOf(row)])),
    referenceChanges: Object.fromEntries(
      references.map(([key, row]) => [urlOf(key), changeOf(row)]),
    ),
  };
}

function rowsOf<Row>(
  map: Record<string, Row | null | undefined> | null | undefined,
): [string, Row][] {
  return Object.entries(map ?? {}).flatMap(([key, row]): [string, Row][] =>
    row == null ? [] : [[key, row]],
  );
}

/** Hints compare ordinally, as Planner does it; rows without one stand at the end. */
function inOrder<Row>(
  rows: readonly [string, Row][],
  hintOf: (row: Row) => string | null | undefined,
): [string, Row][] {
  return rows.toSorted(([leftKey, left], [rightKey, right]) => {
    const [leftHint, rightHint] = [hintOf(left) ?? '\uffff', hintOf(right) ?? '\uffff'];
    return compare(leftHint, rightHint) || compare(leftKey, rightKey);
  });
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** URL by key. Where two keys decode to the same URL, the one that we would have made has it; the other stays a key. */
function urlsOf(keys: readonly string[]): Map<string, string> {
  const present = new Set(keys);
  const taken = new Set<string>();
  const urls = new Map<string, string>();
  for (const key of keys) {
    const url = fromReferenceKey(key);
    const ours = toReferenceKey(url);
    const isFree = !taken.has(url) && (ours === key || !present.has(ours));
    const name = isFree ? url : key;
    taken.add(name);
    urls.set(key, name);
  }
  return urls;
}

function changeOf(row: Pick<ChecklistRow, 'lastModifiedBy' | 'lastModifiedDateTime'>): RowChange {
  return { at: row.lastModifiedDateTime ?? null, by: toIdentity(row.lastModifiedBy) };
}
