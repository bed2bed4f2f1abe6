import type { ChecklistItem, Reference, TaskContent, TaskField } from './task.js';

/** A value that an answer of Planner left out, or gave in a form that cannot be read: of a field, or of one row in it. */
export type PlannerGap =
  | { readonly field: TaskField }
  | {
      readonly field: 'checklist';
      readonly key: string;
      readonly cell: keyof ChecklistItem;
    }
  | { readonly field: 'references'; readonly key: string; readonly cell: keyof Reference };

/**
 * The values with every gap closed by what is known of the task: silence is nobody's edit. What nothing is known of
 * stays as it is, the value of a new task.
 */
export function closeGaps<Content extends Partial<TaskContent>>(
  content: Content,
  gaps: readonly PlannerGap[] | undefined,
  known: Partial<TaskContent>,
): Content {
  if (gaps === undefined || gaps.length === 0) return content;
  const result: Record<string, unknown> = { ...content };
  for (const gap of gaps) {
    const value = known[gap.field];
    if (value === undefined) continue;
    if (!('key' in gap)) result[gap.field] = value;
    else {
      const rows = result[gap.field] as readonly (ChecklistItem | Reference)[];
      const row = [...(known[gap.field] ?? [])].find((one) => keyOf(one) === gap.key);
      if (row === undefined) continue;
      const cell: unknown = Object.entries(row).find(([name]) => name === gap.cell)?.[1];
      result[gap.field] = rows.map((one) =>
        keyOf(one) === gap.key ? { ...one, [gap.cell]: cell } : one,
      );
    }
  }
  // Only values of the same fields were put in.
  return result as unknown as Content;
}

function keyOf(row: ChecklistItem | Reference): string {
  return 'id' in row ? row.id : row.url;
}
