import type { Board } from '../../boards/boards.js';
import type { Progress, TaskFilter } from '../../boards/task-filter.js';
import { readMoment } from './planner-inputs.js';
import { requireBucket, requireLabels, requirePerson } from './planner-names.js';

/** A filter as callers write it. */
export interface WrittenFilter {
  readonly bucket?: string | undefined;
  readonly assignee?: string | undefined;
  readonly label?: string | undefined;
  readonly progress?: readonly Progress[] | undefined;
  readonly dueAfter?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly text?: string | undefined;
}

/** The same of ids and moments. `at`: where it stands in the input, before the names of its fields. */
export async function readFilter(
  board: Board,
  planId: string,
  { written, zone, at = '' }: { written: WrittenFilter; zone: string; at?: string },
): Promise<TaskFilter> {
  const { bucket, assignee, label } = written;
  const [bucketId, assigneeId, labels] = await Promise.all([
    bucket === undefined
      ? undefined
      : requireBucket(board, planId, { bucket, field: `${at}bucket` }),
    assignee === undefined ? undefined : requirePerson(board, assignee, `${at}assignee`),
    label === undefined
      ? undefined
      : requireLabels(board, planId, { labels: [label], field: `${at}label` }),
  ]);
  const [labelId] = labels ?? [];
  return {
    ...plainFilter(written, zone, at),
    ...(bucketId !== undefined && { bucketId }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(labelId !== undefined && { label: labelId }),
  };
}

/** What needs no plan to be understood. */
export function plainFilter(written: WrittenFilter, zone: string, at = ''): TaskFilter {
  const { progress, dueAfter, dueBefore, overdue, text } = written;
  return {
    ...(progress !== undefined && { progress }),
    ...(dueAfter !== undefined && { dueFrom: readMoment(dueAfter, zone, `${at}dueAfter`) }),
    ...(dueBefore !== undefined && { dueBefore: readMoment(dueBefore, zone, `${at}dueBefore`) }),
    ...(overdue !== undefined && { isOverdue: overdue }),
    ...(text !== undefined && { text }),
  };
}
