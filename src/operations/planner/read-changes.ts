import type { Board } from '../../boards/boards.js';
import type { BoardTask } from '../../boards/board-task.js';
import type { TaskChange } from '../../boards/task-change.js';
import { readPlannerTime, toPriority } from './planner-inputs.js';
import { requireBucket, requireLabels, requirePeople, requirePlanOf } from './planner-names.js';

/** A change as callers write it: names, words and times of a zone. */
export interface WrittenChange {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly bucket?: string | undefined;
  readonly dueAt?: string | null | undefined;
  readonly startAt?: string | null | undefined;
  readonly percentComplete?: number | undefined;
  readonly priority?: string | undefined;
  readonly assign?: readonly string[] | undefined;
  readonly unassign?: readonly string[] | undefined;
  readonly addLabels?: readonly string[] | undefined;
  readonly removeLabels?: readonly string[] | undefined;
}

/** The same of ids. `at`: where it stands in the input, before the names of its fields. ProblemErrors as of planner-names. */
export async function readChange(
  board: Board,
  task: Pick<BoardTask, 'planId'> & BoardTask,
  { written, zone, at = '' }: { written: WrittenChange; zone: string; at?: string },
): Promise<TaskChange> {
  const { title, description, bucket, dueAt, startAt, percentComplete, priority } = written;
  const planOf = (field: string): string => requirePlanOf(task, field);
  const labelsOf = async (
    field: 'addLabels' | 'removeLabels',
  ): Promise<readonly string[] | undefined> => {
    const labels = written[field];
    if (labels === undefined) return undefined;
    return requireLabels(board, planOf(at + field), { labels, field: at + field });
  };
  const peopleOf = async (field: 'assign' | 'unassign'): Promise<readonly string[] | undefined> => {
    const people = written[field];
    return people === undefined ? undefined : requirePeople(board, people, at + field);
  };
  const [bucketId, assign, unassign, addLabels, removeLabels] = await Promise.all([
    bucket === undefined
      ? undefined
      : requireBucket(board, planOf(`${at}bucket`), { bucket, field: `${at}bucket` }),
    peopleOf('assign'),
    peopleOf('unassign'),
    labelsOf('addLabels'),
    labelsOf('removeLabels'),
  ]);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(bucketId !== undefined && { bucketId }),
    ...(percentComplete !== undefined && { percentComplete }),
    ...(priority !== undefined && { priority: toPriority(priority) }),
    ...(dueAt !== undefined && { dueDateTime: readPlannerTime(dueAt, zone, `${at}dueAt`) }),
    ...(startAt !== undefined && {
      startDateTime: readPlannerTime(startAt, zone, `${at}startAt`),
    }),
    ...(assign !== undefined && { assign }),
    ...(unassign !== undefined && { unassign }),
    ...(addLabels !== undefined && { addLabels }),
    ...(removeLabels !== undefined && { removeLabels }),
  };
}
