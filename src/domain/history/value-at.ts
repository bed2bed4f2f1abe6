import type { TaskContent } from '../task.js';
import type { ValueChange } from './history-entry.js';

/** What a content holds at the place of a change, in the form of its `before`. */
export function valueAt(
  content: TaskContent,
  { field, key }: Omit<ValueChange, 'before'>,
): unknown {
  switch (field) {
    case 'checklist':
      return rowAt(content.checklist, key, (row) => row.id);
    case 'references':
      return rowAt(content.references, key, (row) => row.url);
    case 'assigneeIds':
    case 'appliedCategories':
      return key !== undefined && content[field].includes(key) ? key : null;
    default:
      return content[field];
  }
}

function rowAt<Row>(
  rows: readonly Row[],
  key: string | undefined,
  keyOf: (row: Row) => string,
): unknown {
  if (key === undefined) return rows.map(keyOf);
  return rows.find((row) => keyOf(row) === key) ?? null;
}
