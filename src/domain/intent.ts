import { sameField } from './content.js';
import type { TaskContent } from './task.js';
import { detailsFields, taskFields } from './task.js';

/** What was about to be written to Planner, kept before the request so that a crash cannot make our own write look like a person's. */
export interface Intent {
  readonly at: number;
  readonly before: TaskContent;
  readonly wanted: TaskContent;
}

/**
 * The base to merge on when a write may have been done without our knowing: every value that Planner holds and that
 * we were about to write is ours. Keyed fields go key by key.
 */
export function applyIntent(base: TaskContent, intent: Intent, planner: TaskContent): TaskContent {
  const result: Record<string, unknown> = { ...base };
  for (const field of [...taskFields, ...detailsFields]) {
    if (sameField(field, intent.before, intent.wanted)) continue;
    if (sameField(field, intent.wanted, planner)) result[field] = planner[field];
    else if (field === 'assigneeIds' || field === 'appliedCategories') {
      result[field] = ownKeys(base[field], intent.wanted[field], planner[field]);
    } else if (field === 'checklist') {
      result[field] = ownRows(
        base.checklist,
        intent.wanted.checklist,
        planner.checklist,
        (row) => row.id,
      );
    } else if (field === 'references') {
      result[field] = ownRows(
        base.references,
        intent.wanted.references,
        planner.references,
        (row) => row.url,
      );
    }
  }
  // Only values of the same fields were put in.
  return result as unknown as TaskContent;
}

function ownKeys(
  base: readonly string[],
  wanted: readonly string[],
  planner: readonly string[],
): readonly string[] {
  const added = planner.filter((key) => wanted.includes(key) && !base.includes(key));
  const kept = base.filter((key) => planner.includes(key) || wanted.includes(key));
  return [...kept, ...added];
}

function ownRows<Row extends object>(
  base: readonly Row[],
  wanted: readonly Row[],
  planner: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const held = new Map(planner.map((row) => [keyOf(row), row]));
  const meant = new Map(wanted.map((row) => [keyOf(row), row]));
  const known = new Set(base.map(keyOf));
  const isOurs = (key: string): boolean =>
    JSON.stringify(held.get(key)) === JSON.stringify(meant.get(key));
  const kept = base.flatMap((row) => {
    const key = keyOf(row);
    return isOurs(key) ? (held.get(key) ?? []) : [row];
  });
  return [...kept, ...planner.filter((row) => !known.has(keyOf(row)) && isOurs(keyOf(row)))];
}
