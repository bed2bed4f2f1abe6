import * as z from 'zod';
import type { BoardTask } from '../../boards/board-task.js';
import type { RowPlace } from '../../boards/task-change.js';
import type { ChecklistItem } from '../../domain/task.js';
import { both } from './bucket-place.js';
import { requireRow } from './planner-names.js';

const row = z.string().trim().min(1).max(320);

export const rowInput = row.describe('The row, by its title or id.');

/** Where a row of a checklist is to stand. */
export const rowPlaceInputs = {
  before: row.optional().describe('To stand above this row.'),
  after: row.optional().describe('To stand below this row.'),
};

/** Undefined: nothing is said. ProblemError invalid_input. */
export function readRowPlace(
  task: BoardTask,
  { before, after }: { readonly before?: string | undefined; readonly after?: string | undefined },
): RowPlace | undefined {
  if (before !== undefined && after !== undefined) throw both();
  if (before !== undefined) return { side: 'before', id: requireRow(task, before, 'before').id };
  return after === undefined
    ? undefined
    : { side: 'after', id: requireRow(task, after, 'after').id };
}

/** Where a row stands now, in the words of an input; nothing where it is alone. */
export function placeOfRow(
  task: BoardTask,
  { id }: Pick<ChecklistItem, 'id'>,
): { readonly after?: string; readonly before?: string } {
  const rows = task.details?.checklist ?? [];
  const at = rows.findIndex((one) => one.id === id);
  const above = rows[at - 1];
  if (above !== undefined) return { after: above.id };
  const below = rows[at + 1];
  return below === undefined ? {} : { before: below.id };
}
