import * as z from 'zod';
import type { Board } from '../../boards/boards.js';
import { commonUndo, type BulkItem } from '../../boards/bulk-plan.js';
import type { ChangedTask } from '../../boards/change-task.js';
import type { Performed } from '../define-action.js';
import type { OperationCall } from '../operation-call.js';
import { problemOf } from './bulk-problem.js';
import { inAccount } from './in-account.js';
import type { MissingTask } from './bulk-selection.js';
import { previewChange, toInput } from './task-writes.js';

const outcomes = ['changed', 'unchanged', 'failed'] as const;

export const bulkOutput = z.object({
  changed: z.number(),
  unchanged: z.number(),
  failed: z.number(),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string().optional(),
      outcome: z.enum(outcomes),
      conflicts: z.array(z.string()).optional(),
      problem: z.object({ code: z.string(), detail: z.string() }).optional(),
    }),
  ),
});

type Row = z.infer<typeof bulkOutput>['tasks'][number];

interface Planned {
  readonly planned: readonly BulkItem[];
  readonly missing: readonly MissingTask[];
}

/** As many at once as Graph lets one caller have without trouble. */
const atOnce = 5;

/** Each task with what would change of it, from what to what. */
export async function previewAll(
  board: Board,
  { planned, missing, zone }: Planned & { readonly zone: string },
): Promise<readonly object[]> {
  const rows = await Promise.all(
    planned.map(async ({ task, change }) => ({
      id: task.id,
      title: task.fields.title,
      changes: await previewChange({ board, task, change, zone }),
    })),
  );
  return [...rows, ...missing.map(toFailed)];
}

/** One task's failure stops no other. What the same change takes back can be undone in one call. */
export async function changeAll(
  {
    board,
    planned,
    missing,
    account,
  }: Planned & { readonly board: Board; readonly account: string | undefined },
  progress: OperationCall['progress'],
): Promise<Performed<z.input<typeof bulkOutput>>> {
  const rows: Row[] = [];
  const changed: ChangedTask[] = [];
  for (let at = 0; at < planned.length; at += atOnce) {
    const group = planned.slice(at, at + atOnce);
    const done = await Promise.all(group.map((item) => changeOne(board, item)));
    for (const { row, result } of done) {
      rows.push(row);
      if (result !== null) changed.push(result);
    }
    progress?.({
      progress: Math.min(at + atOnce, planned.length),
      total: planned.length,
      message: 'Changing tasks',
    });
  }
  rows.push(...missing.map(toFailed));
  const countOf = (outcome: Row['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const back = commonUndo(changed);
  return {
    result: {
      changed: countOf('changed'),
      unchanged: countOf('unchanged'),
      failed: countOf('failed'),
      tasks: rows,
    },
    ...(back !== null && {
      undo: inAccount(
        {
          operation: 'planner_bulk_update_tasks',
          input: { ids: back.ids, set: toInput(back.change) },
        },
        account,
      ),
    }),
  };
}

async function changeOne(
  board: Board,
  { task, change, isNeeded }: BulkItem,
): Promise<{ readonly row: Row; readonly result: ChangedTask | null }> {
  const named = { id: task.id, title: task.fields.title };
  if (!isNeeded) return { row: { ...named, outcome: 'unchanged' }, result: null };
  try {
    const result = await board.change(task, change);
    const conflicts = result.conflicts.map(({ field }) => field);
    return {
      row: { ...named, outcome: 'changed', ...(conflicts.length > 0 && { conflicts }) },
      result,
    };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { row: { ...toFailed({ id: task.id, problem }), title: named.title }, result: null };
  }
}

function toFailed({ id, problem }: MissingTask): Row {
  const { code, message } = problem;
  return { id, outcome: 'failed', problem: { code, detail: message } };
}
