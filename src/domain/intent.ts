import { sameField } from './content.js';
import { mergeDescription } from './merge/merge-description.js';
import type { RowShape } from './merge/merge-rows.js';
import { mergeRows } from './merge/merge-rows.js';
import { mergeSet } from './merge/merge-set.js';
import type { WriteTimes } from './merge/merge-types.js';
import { checklistRows, referenceRows } from './merge/row-shapes.js';
import type { TaskContent } from './task.js';
import { detailsFields, taskFields } from './task.js';

/** What was about to be written to Planner, kept before the request so that a crash cannot make our own write look like a person's. */
export interface Intent {
  readonly at: number;
  readonly before: TaskContent;
  readonly wanted: TaskContent;
}

/** One field of an intent, and of what Planner holds now. */
interface Sent<T> {
  readonly before: T;
  readonly wanted: T;
  readonly planner: T;
}

/**
 * The base to merge on when a write may have been done without our knowing. What we changed (from `before` to `wanted`)
 * and Planner now holds is ours and goes into the base, row by row and line by line. What a person had changed before
 * that stays out of it: the agents' document does not have it yet, and would seem to take it back.
 */
export function applyIntent(base: TaskContent, intent: Intent, planner: TaskContent): TaskContent {
  const result: Record<string, unknown> = { ...base };
  for (const field of [...taskFields, ...detailsFields]) {
    if (sameField(field, intent.before, intent.wanted)) continue;
    const of = <F extends keyof TaskContent>(name: F): Sent<TaskContent[F]> => ({
      before: intent.before[name],
      wanted: intent.wanted[name],
      planner: planner[name],
    });
    switch (field) {
      case 'assigneeIds':
      case 'appliedCategories':
        result[field] = withOwnKeys(base[field], of(field));
        break;
      case 'checklist':
        result[field] = withOwnRows(checklistRows, base.checklist, of('checklist'));
        break;
      case 'references':
        result[field] = withOwnRows(referenceRows, base.references, of('references'));
        break;
      case 'description':
        result[field] = withOwnLines(base.description, of('description'));
        break;
      default:
        if (sameField(field, intent.wanted, planner)) result[field] = planner[field];
    }
  }
  // Only values of the same fields were put in.
  return result as unknown as TaskContent;
}

/** Ours wins: Planner holds it. */
const ours: WriteTimes = { agentAt: () => Infinity, personAt: () => ({ from: 0, to: 0 }) };

function withOwnKeys(
  base: readonly string[],
  { before, wanted, planner }: Sent<readonly string[]>,
): readonly string[] {
  const arrived = [
    ...before.filter((key) => wanted.includes(key) || planner.includes(key)),
    ...wanted.filter((key) => !before.includes(key) && planner.includes(key)),
  ];
  return mergeSet({ base: before, agent: arrived, planner: base });
}

function withOwnRows<Row extends object>(
  shape: RowShape<Row>,
  base: readonly Row[],
  { before, wanted, planner }: Sent<readonly Row[]>,
): readonly Row[] {
  const index = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
    new Map(rows.map((row) => [shape.keyOf(row), row]));
  const [was, held] = [index(before), index(planner)];
  const changed = wanted.flatMap((row) => {
    const key = shape.keyOf(row);
    const [old, now] = [was.get(key), held.get(key)];
    if (old === undefined) return now === undefined ? [] : [row];
    const missed = shape.cells.filter((cell) => now?.[cell] !== row[cell]);
    return [missed.reduce((next, cell) => ({ ...next, [cell]: old[cell] }), row)];
  });
  const kept = index(wanted);
  // A row that we removed and Planner holds was not removed, or is a person's again.
  const undone = before.filter((row) => {
    const key = shape.keyOf(row);
    return !kept.has(key) && held.has(key);
  });
  const rows = [...changed, ...undone];
  const isOrderOurs = !hasOrderOf(was.keys(), kept.keys()) && hasOrderOf(held.keys(), kept.keys());
  const order = isOrderOurs ? kept : was;
  const place = new Map([...order.keys()].map((key, at) => [key, at]));
  const rank = (row: Row): number => place.get(shape.keyOf(row)) ?? place.size;
  const arrived = rows.toSorted((one, other) => rank(one) - rank(other));
  return mergeRows(shape, { base: before, agent: arrived, planner: base }, ours).value;
}

/** Whether the keys that both lists have stand in the same order. */
function hasOrderOf(list: Iterable<string>, other: Iterable<string>): boolean {
  const [keys, wanted] = [[...list], [...other]];
  const common = wanted.filter((key) => keys.includes(key));
  return keys.filter((key) => wanted.includes(key)).every((key, at) => key === common[at]);
}

function withOwnLines(base: string, { before, wanted, planner }: Sent<string>): string {
  // Planner holds our lines when putting them in changes nothing.
  const put = mergeDescription({ base: before, agent: wanted, planner }, ours);
  if (put.value !== planner) return base;
  return mergeDescription({ base: before, agent: wanted, planner: base }, ours).value;
}
