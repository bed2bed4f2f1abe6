import type { PlannerDetailsUpdate } from '../../domain/planner.js';
import type { ChecklistItem, Reference } from '../../domain/task.js';
import { cutTitle } from './cut-title.js';
import { anywhere, placeRows } from './order-hints.js';
import { fromReferenceKey, toReferenceKey } from './reference-key.js';
import { noHandles, type Handles } from './row-handles.js';
import { setIfAny } from './write-task.js';

type DetailsChange = Pick<PlannerDetailsUpdate, 'changes' | 'current'>;

const checklistItemType = { '@odata.type': '#microsoft.graph.plannerChecklistItem' };
const referenceType = { '@odata.type': '#microsoft.graph.plannerExternalReference' };

/** Whether the patch cannot be right without knowing how Planner holds the rows. */
export function needsHandles({ changes, current }: DetailsChange): boolean {
  const placed = placeRows(idsOf(changes.checklist ?? []), idsOf(current.checklist), new Map());
  if (placed.size > 0 && current.checklist.length > 0) return true;
  const known = new Set(current.references.map(({ url }) => url));
  const written = Object.keys(referencesPatch(changes.references, current.references, noHandles));
  return written.some((key) => known.has(fromReferenceKey(key)));
}

/** The body of `PATCH /planner/tasks/{id}/details`: only what differs; undefined when nothing does. */
export function toDetailsPatch(
  { changes, current }: DetailsChange,
  handles: Handles,
): Record<string, unknown> | undefined {
  const patch: Record<string, unknown> = {};
  if (changes.description !== undefined && changes.description !== current.description) {
    patch['description'] = changes.description;
  }
  setIfAny(patch, 'checklist', checklistPatch(changes.checklist, current.checklist, handles));
  setIfAny(patch, 'references', referencesPatch(changes.references, current.references, handles));
  return Object.keys(patch).length === 0 ? undefined : patch;
}

function checklistPatch(
  wanted: readonly ChecklistItem[] | undefined,
  current: readonly ChecklistItem[],
  { hints }: Handles,
): Record<string, unknown> {
  if (wanted === undefined) return {};
  const before = new Map(current.map((row) => [row.id, row]));
  // A person's row may be longer than agents' may: unchanged, it is not written.
  const after = new Map(
    wanted.map((row) => [
      row.id,
      row.title === before.get(row.id)?.title ? row : { ...row, title: cutTitle(row.title) },
    ]),
  );
  const placed = placeRows([...after.keys()], idsOf(current), hints);
  const patch: [string, unknown][] = current
    .filter(({ id }) => !after.has(id))
    .map(({ id }) => [id, null]);
  for (const [id, row] of after) {
    const old = before.get(id);
    const hint = placed.get(id);
    const changed = {
      ...(row.title !== old?.title && { title: row.title }),
      ...(row.isChecked !== old?.isChecked && { isChecked: row.isChecked }),
      ...(hint !== undefined && { orderHint: hint }),
    };
    if (Object.keys(changed).length > 0) patch.push([id, { ...checklistItemType, ...changed }]);
  }
  return Object.fromEntries(patch);
}

function referencesPatch(
  wanted: readonly Reference[] | undefined,
  current: readonly Reference[],
  { keys }: Handles,
): Record<string, unknown> {
  if (wanted === undefined) return {};
  const keyOf = (url: string) => keys.get(url) ?? toReferenceKey(url);
  const before = new Map(current.map((row) => [row.url, row]));
  const after = new Map(wanted.map((row) => [row.url, row]));
  const patch: [string, unknown][] = current
    .filter(({ url }) => !after.has(url))
    .map(({ url }) => [keyOf(url), null]);
  for (const [url, row] of after) {
    const changed = referenceChange(row, before.get(url));
    if (changed !== undefined) patch.push([keyOf(url), { ...referenceType, ...changed }]);
  }
  return Object.fromEntries(patch);
}

function referenceChange(row: Reference, old: Reference | undefined): object | undefined {
  if (old === undefined) {
    return {
      ...(row.alias !== null && { alias: row.alias }),
      ...(row.type !== null && { type: row.type }),
      previewPriority: anywhere,
    };
  }
  const changed = {
    ...(row.alias !== old.alias && { alias: row.alias }),
    ...(row.type !== old.type && { type: row.type }),
  };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

function idsOf(rows: readonly ChecklistItem[]): string[] {
  return rows.map(({ id }) => id);
}
