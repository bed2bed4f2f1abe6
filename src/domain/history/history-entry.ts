import { sameField } from '../content.js';
import { sameRow } from '../merge/merge-rows.js';
import { checklistRows, referenceRows } from '../merge/row-shapes.js';
import type { RowShape } from '../merge/merge-rows.js';
import type { Editor, TaskContent, TaskField } from '../task.js';
import { detailsFields, taskFields } from '../task.js';

/**
 * One value that an operation changed, and what it was before. With a `key`: a row of a checklist, a reference, a person
 * or a label; `before` is null when it was not there. A list without a key was put in another order; `before` names its
 * keys. What the value became stands in the next younger change of the same place, or in the task.
 */
export interface ValueChange {
  readonly field: TaskField;
  readonly key?: string;
  readonly before: unknown;
  /** Of a row that was there: the key of the row that it stood behind; null when it was the first. */
  readonly behind?: string | null;
}

/** `import`: a person made the task on the board; `restore`: it came back after a deletion. */
export type HistoryOperation = 'create' | 'update' | 'delete' | 'import' | 'restore';

/** What one accepted change did to a task. `{namespace}:tasks:{id}:history` holds these, the newest first. */
export interface HistoryEntry {
  /** The revision that it made. */
  readonly rev: number;
  /** UTC. */
  readonly at: string;
  readonly by: Editor;
  readonly operation: HistoryOperation;
  /** Why, where it was not an ordinary write. */
  readonly cause?: 'undo' | 'resolve';
  readonly changes: readonly ValueChange[];
}

/** The values in which a document differs from what it was before. */
export function changesBetween(before: TaskContent, after: TaskContent): readonly ValueChange[] {
  return [...taskFields, ...detailsFields].flatMap((field): readonly ValueChange[] => {
    if (sameField(field, before, after)) return [];
    switch (field) {
      case 'assigneeIds':
      case 'appliedCategories':
        return keyChanges(field, before[field], after[field]);
      case 'checklist':
        return rowChanges(checklistRows, before.checklist, after.checklist);
      case 'references':
        return rowChanges(referenceRows, before.references, after.references);
      default:
        return [{ field, before: before[field] }];
    }
  });
}

/** Where a value stands, as one text: `title`, `checklist:<row id>`. */
export function placeOf({ field, key }: Pick<ValueChange, 'field' | 'key'>): string {
  return key === undefined ? field : `${field}:${key}`;
}

function keyChanges(
  field: TaskField,
  before: readonly string[],
  after: readonly string[],
): readonly ValueChange[] {
  const removed = before.filter((key) => !after.includes(key));
  const added = after.filter((key) => !before.includes(key));
  return [
    ...removed.map((key) => ({ field, key, before: key })),
    ...added.map((key) => ({ field, key, before: null })),
  ];
}

function rowChanges<Row extends object>(
  shape: RowShape<Row>,
  before: readonly Row[],
  after: readonly Row[],
): readonly ValueChange[] {
  const { field } = shape;
  const were = new Map(before.map((row) => [shape.keyOf(row), row]));
  const are = new Map(after.map((row) => [shape.keyOf(row), row]));
  const changed = [...were, ...are].flatMap(([key]) => {
    const [was, is] = [were.get(key), are.get(key)];
    return was !== undefined && is !== undefined && sameRow(shape, was, is) ? [] : [key];
  });
  const keys = [...were.keys()];
  const rows = [...new Set(changed)].map((key): ValueChange => {
    const was = were.get(key);
    if (was === undefined) return { field, key, before: null };
    return { field, key, before: was, behind: keys[keys.indexOf(key) - 1] ?? null };
  });
  return isReordered(keys, [...are.keys()]) ? [...rows, { field, before: keys }] : rows;
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const left = before.filter((key) => after.includes(key));
  const now = after.filter((key) => before.includes(key));
  return left.some((key, at) => now[at] !== key);
}
