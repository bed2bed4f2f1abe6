import * as z from 'zod';
import type { Board } from '../../boards/boards.js';
import { contentOfTask, type BoardTask } from '../../boards/board-task.js';
import type { ChangedTask } from '../../boards/change-task.js';
import { changeBetween } from '../../boards/changed-values.js';
import { applyChange, needsDetails, type TaskChange } from '../../boards/task-change.js';
import type { UndoCall } from '../define-action.js';
import { taskViewSchema, toTaskView, type TaskView } from './task-view.js';

/** What every write of a task answers. */
export const taskWriteOutput = z.object({
  task: taskViewSchema,
  conflicts: z
    .array(z.string())
    .optional()
    .describe('Fields that somebody changed at the same moment: theirs stand.'),
});

/** Text by others in it. */
export const taskWriteText = [
  'task.title',
  'task.description',
  'task.checklist[].title',
  'task.references[].title',
  'task.plan.name',
  'task.bucket.name',
  'task.labels[]',
];

/** A change that was prepared: what it is of, and what it would do. */
export interface PreparedChange {
  readonly board: Board;
  readonly task: BoardTask;
  readonly change: TaskChange;
  readonly zone: string;
}

type Values = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

/** What a change would do, value by value as callers see them. */
export async function previewChange({
  board,
  task,
  change,
  zone,
}: PreparedChange): Promise<Values> {
  const content = applyChange(contentOfTask(task), change);
  const { description, checklist, references, ...fields } = content;
  const after: BoardTask = {
    ...task,
    planId: change.planId ?? task.planId,
    fields,
    details: task.details === null ? null : { description, checklist, references },
  };
  const isWhole = needsDetails(change);
  const [from, to] = await Promise.all([
    toTaskView(board, task, { zone, isWhole }),
    toTaskView(board, after, { zone, isWhole }),
  ]);
  return differences(withoutRowIds(from), withoutRowIds(to));
}

/** Those of new rows are made anew with every look. */
function withoutRowIds(view: TaskView): Readonly<Record<string, unknown>> {
  const { checklist, ...rest } = view;
  if (checklist === undefined) return rest;
  return { ...rest, checklist: checklist.map(({ title, checked }) => ({ title, checked })) };
}

const shown = [
  'title',
  'plan',
  'bucket',
  'percentComplete',
  'priority',
  'startAt',
  'dueAt',
  'assignees',
  'labels',
  'description',
  'checklist',
  'references',
] as const satisfies readonly (keyof TaskView)[];

function differences(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): Values {
  return Object.fromEntries(
    shown.flatMap((field) =>
      JSON.stringify(from[field]) === JSON.stringify(to[field])
        ? []
        : [[field, { from: from[field] ?? null, to: to[field] ?? null }] as const],
    ),
  );
}

export interface PerformedChange {
  readonly changed: ChangedTask;
  readonly result: z.input<typeof taskWriteOutput>;
  readonly undo?: UndoCall;
}

/** Does it. What is synced is taken back by its history; of other tasks the values before are written again. */
export async function performChange({
  board,
  task,
  change,
  zone,
}: PreparedChange): Promise<PerformedChange> {
  const changed = await board.change(task, change);
  const isWhole = needsDetails(change);
  const undo = undoOf(changed);
  return {
    changed,
    result: {
      task: await toTaskView(board, changed.after, { zone, isWhole }),
      ...(changed.conflicts.length > 0 && {
        conflicts: [...new Set(changed.conflicts.map(({ field }) => shownNames[field] ?? field))],
      }),
    },
    ...(undo !== null && { undo }),
  };
}

/** What the fields of a task are called here. */
const shownNames: Readonly<Record<string, string>> = {
  bucketId: 'bucket',
  startDateTime: 'startAt',
  dueDateTime: 'dueAt',
  assigneeIds: 'assignees',
  appliedCategories: 'labels',
};

/** The call that takes a change of the task's own fields back; null: there is nothing to take back. */
function undoOf({ before, after, written }: ChangedTask): UndoCall | null {
  if (written !== null) {
    return { operation: 'sync_undo', input: { id: written.taskId, rev: written.rev } };
  }
  if (after.place.kind === 'store') return null;
  const input = toInput(changeBetween(contentOfTask(after), contentOfTask(before)));
  if (Object.keys(input).length === 0) return null;
  return { operation: 'planner_update_task', input: { id: after.id, ...input } };
}

/** A change in the words of `planner_update_task`. */
export function toInput(change: TaskChange): Readonly<Record<string, unknown>> {
  const { bucketId, startDateTime, dueDateTime, priority, ...same } = change;
  const input = {
    ...same,
    bucket: bucketId,
    startAt: startDateTime,
    dueAt: dueDateTime,
    priority: priority === undefined ? undefined : String(priority),
  };
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
