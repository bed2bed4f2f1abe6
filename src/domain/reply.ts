import { sameField } from './content.js';
import type { RowShape } from './merge/merge-rows.js';
import { sameRow } from './merge/merge-rows.js';
import { checklistRows, referenceRows } from './merge/row-shapes.js';
import type { TaskContent, TaskField } from './task.js';
import { detailsFields, taskFields } from './task.js';

export interface Reply {
  /** What both sides agreed on before our write. */
  readonly base: TaskContent;
  /** The agents' document now; it may have moved on since we wrote. */
  readonly document: TaskContent;
  /** What Planner held when we decided to write. */
  readonly before: TaskContent;
  /** What we asked Planner to hold. Fields equal to `before` were not sent. */
  readonly wanted: TaskContent;
  /** What Planner answered that it holds. */
  readonly answer: TaskContent;
}

/**
 * Makes an answer to our own write ready for merging like any read: what we sent is ours in the form that Planner
 * gave it (a trimmed title, a generated default), everything else in the answer is news from a person. Without this
 * a normalised value would look like a person's edit, or be sent again for ever.
 */
export function absorbReply(reply: Reply): {
  readonly base: TaskContent;
  readonly document: TaskContent;
} {
  const base: Record<string, unknown> = { ...reply.base };
  const document: Record<string, unknown> = { ...reply.document };
  for (const field of [...taskFields, ...detailsFields]) {
    if (sameField(field, reply.before, reply.wanted)) continue;
    const absorbed = absorbField(field, reply);
    base[field] = absorbed.base;
    document[field] = absorbed.document;
  }
  // Only values of the same fields were put in.
  return { base: base as unknown as TaskContent, document: document as unknown as TaskContent };
}

function absorbField(
  field: TaskField,
  reply: Reply,
): { readonly base: unknown; readonly document: unknown } {
  switch (field) {
    case 'checklist':
      return absorbRows(checklistRows, field, reply);
    case 'references':
      return absorbRows(referenceRows, field, reply);
    case 'assigneeIds':
    case 'appliedCategories':
      return {
        base: absorbKeys(
          reply.base[field],
          reply.before[field],
          reply.wanted[field],
          reply.answer[field],
        ),
        document: reply.document[field],
      };
    default:
      return {
        base: reply.answer[field],
        document: sameField(field, reply.document, reply.wanted)
          ? reply.answer[field]
          : reply.document[field],
      };
  }
}

function absorbRows<F extends 'checklist' | 'references'>(
  shape: RowShape<TaskContent[F][number]>,
  field: F,
  reply: Reply,
): { readonly base: readonly unknown[]; readonly document: readonly unknown[] } {
  type Row = TaskContent[F][number];
  const rowsOf = (content: TaskContent): Map<string, Row> =>
    new Map((content[field] as readonly Row[]).map((row) => [shape.keyOf(row), row]));
  const [before, wanted, answer] = [
    rowsOf(reply.before),
    rowsOf(reply.wanted),
    rowsOf(reply.answer),
  ];
  const wasSent = (key: string): boolean => {
    const [was, became] = [before.get(key), wanted.get(key)];
    if (was === undefined || became === undefined) return was !== became;
    return !sameRow<Row>(shape, was, became);
  };

  const base = rowsOf(reply.base);
  for (const key of new Set([...before.keys(), ...wanted.keys()])) {
    if (!wasSent(key)) continue;
    const row = answer.get(key);
    if (row === undefined) base.delete(key);
    else base.set(key, row);
  }
  const onlyOrderSent = [...new Set([...before.keys(), ...wanted.keys()])].every(
    (key) => !wasSent(key),
  );
  const baseRows = [...base.values()];
  const document = (reply.document[field] as readonly Row[]).map((row) => {
    const key = shape.keyOf(row);
    const [sent, answered] = [wanted.get(key), answer.get(key)];
    return wasSent(key) && sent && answered && sameRow<Row>(shape, row, sent) ? answered : row;
  });
  return {
    base:
      onlyOrderSent ||
      sameOrder(shape, reply.wanted[field] as readonly Row[], reply.answer[field] as readonly Row[])
        ? inOrderOf(shape, baseRows, reply.answer[field] as readonly Row[])
        : baseRows,
    document,
  };
}

function sameOrder<Row extends object>(
  shape: RowShape<Row>,
  wanted: readonly Row[],
  answer: readonly Row[],
): boolean {
  const known = new Set(wanted.map((row) => shape.keyOf(row)));
  const answered = answer.map((row) => shape.keyOf(row)).filter((key) => known.has(key));
  return wanted.every((row, at) => shape.keyOf(row) === answered[at]);
}

function inOrderOf<Row extends object>(
  shape: RowShape<Row>,
  rows: readonly Row[],
  model: readonly Row[],
): readonly Row[] {
  const place = new Map(model.map((row, at) => [shape.keyOf(row), at]));
  const rank = (row: Row): number => place.get(shape.keyOf(row)) ?? model.length;
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

function absorbKeys(
  base: readonly string[],
  before: readonly string[],
  wanted: readonly string[],
  answer: readonly string[],
): readonly string[] {
  const result = new Set(base);
  for (const key of new Set([...before, ...wanted])) {
    if (before.includes(key) === wanted.includes(key)) continue;
    if (answer.includes(key)) result.add(key);
    else result.delete(key);
  }
  return [...result];
}
