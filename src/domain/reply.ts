import { sameField } from './content.js';
import type { RowShape } from './merge/merge-rows.js';
import { checklistRows, referenceRows } from './merge/row-shapes.js';
import type { TaskContent } from './task.js';
import { detailsFields, taskFields } from './task.js';

/** One write to Planner: what it held, what we asked it to hold, and what it then answered. */
export interface Reply {
  /** Null for a new task: then every value of the answer is ours, Planner's own defaults among them. */
  readonly before: TaskContent | null;
  readonly wanted: TaskContent;
  readonly answer: TaskContent;
}

/**
 * Planner may keep a value that we sent in another form (a trimmed title, a bucket of its own choice). Such values are
 * ours all the same: every content that still holds what we sent is given Planner's form of it. Without this, the form
 * would look like a person's edit, or be sent back and forth for ever.
 */
export function normalise(content: TaskContent, reply: Reply): TaskContent {
  const { before, wanted, answer } = reply;
  const result: Record<string, unknown> = { ...content };
  for (const field of [...taskFields, ...detailsFields]) {
    const isSent = before === null || !sameField(field, before, wanted);
    if (!isSent || sameField(field, wanted, answer)) continue;
    switch (field) {
      case 'checklist':
        result[field] = normaliseRows(checklistRows, content.checklist, {
          before: before?.checklist ?? [],
          wanted: wanted.checklist,
          answer: answer.checklist,
        });
        break;
      case 'references':
        result[field] = normaliseRows(referenceRows, content.references, {
          before: before?.references ?? [],
          wanted: wanted.references,
          answer: answer.references,
        });
        break;
      case 'assigneeIds':
      case 'appliedCategories':
        break; // a key has no other form
      default:
        if (sameField(field, content, wanted)) result[field] = answer[field];
    }
  }
  // Only values of the same fields were put in.
  return result as unknown as TaskContent;
}

interface RowsReply<Row> {
  readonly before: readonly Row[];
  readonly wanted: readonly Row[];
  readonly answer: readonly Row[];
}

function normaliseRows<Row extends object>(
  shape: RowShape<Row>,
  rows: readonly Row[],
  reply: RowsReply<Row>,
): readonly Row[] {
  const index = (list: readonly Row[]): Map<string, Row> =>
    new Map(list.map((row) => [shape.keyOf(row), row]));
  const [before, wanted, answer] = [index(reply.before), index(reply.wanted), index(reply.answer)];
  const normalised = rows.map((row) => {
    const key = shape.keyOf(row);
    const [was, sent, answered] = [before.get(key), wanted.get(key), answer.get(key)];
    if (sent === undefined || answered === undefined) return row;
    const cells = shape.cells.filter(
      (cell) => was?.[cell] !== sent[cell] && row[cell] === sent[cell],
    );
    return cells.reduce((next, cell) => ({ ...next, [cell]: answered[cell] }), row);
  });
  const keys = (list: readonly Row[]): string =>
    JSON.stringify(list.map((row) => shape.keyOf(row)));
  if (keys(rows) !== keys(reply.wanted)) return normalised;
  const place = new Map(reply.answer.map((row, at) => [shape.keyOf(row), at]));
  const rank = (row: Row): number => place.get(shape.keyOf(row)) ?? reply.answer.length;
  return normalised.toSorted((one, other) => rank(one) - rank(other));
}
