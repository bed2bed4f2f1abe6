import { mergeOrder } from '../merge/merge-order.js';
import type { ChecklistItem, Reference, TaskContent } from '../task.js';
import type { ValueChange } from './history-entry.js';

/** A content with the value of one place put back to what it was before a change. */
export function withValue(content: TaskContent, change: ValueChange): TaskContent {
  const { field, key, before } = change;
  const row = { key, before, behind: change.behind ?? null };
  switch (field) {
    case 'checklist':
      return {
        ...content,
        checklist: putRow<ChecklistItem>(content.checklist, ({ id }) => id, row),
      };
    case 'references':
      return {
        ...content,
        references: putRow<Reference>(content.references, ({ url }) => url, row),
      };
    case 'assigneeIds':
    case 'appliedCategories': {
      const others = content[field].filter((one) => one !== key);
      return {
        ...content,
        [field]: before === null || key === undefined ? others : [...others, key],
      };
    }
    default:
      return { ...content, [field]: before };
  }
}

interface RowBefore {
  readonly key: string | undefined;
  readonly before: unknown;
  readonly behind: string | null;
}

/** `before` was written by this product as a row of the list, as null for none, or as the keys in their former order. */
function putRow<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { key, before, behind }: RowBefore,
): readonly Row[] {
  if (key === undefined) return inOrder(rows, keyOf, before);
  if (before === null) return rows.filter((row) => keyOf(row) !== key);
  const isThere = rows.some((row) => keyOf(row) === key);
  const former = before as Row;
  if (isThere) return rows.map((row) => (keyOf(row) === key ? former : row));
  const place = behind === null ? 0 : rows.findIndex((row) => keyOf(row) === behind) + 1;
  const isPlaceKnown = behind === null || place > 0;
  return isPlaceKnown ? rows.toSpliced(place, 0, former) : [...rows, former];
}

/** Rows that came since keep their neighbours. */
function inOrder<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  keys: unknown,
): readonly Row[] {
  const now = rows.map(keyOf);
  const former = Array.isArray(keys) ? keys.map(String).filter((key) => now.includes(key)) : now;
  const known = new Set(former);
  const order = mergeOrder({
    base: now.filter((key) => known.has(key)),
    agent: former,
    planner: now,
  });
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return order.flatMap((key) => byKey.get(key) ?? []);
}
