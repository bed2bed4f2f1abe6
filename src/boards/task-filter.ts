import { DateTime } from 'luxon';
import { foldName } from '../domain/names/fold-name.js';
import type { PlannerTaskFields } from '../domain/planner.js';

export const progressStates = ['notStarted', 'inProgress', 'completed'] as const;
export type Progress = (typeof progressStates)[number];

/** Which tasks are meant; what is left out does not matter. */
export interface TaskFilter {
  readonly bucketId?: string;
  readonly assigneeId?: string;
  readonly label?: string;
  readonly progress?: readonly Progress[];
  /** UTC. Due at that moment or later. */
  readonly dueFrom?: string;
  /** UTC. Due before that moment. */
  readonly dueBefore?: string;
  /** Not done, and the day on which it is due is over. */
  readonly isOverdue?: boolean;
  /** All its words stand in the title. */
  readonly text?: string;
}

/** https://learn.microsoft.com/graph/api/resources/plannertask: 0, 1 to 99, 100. */
function progressOf(percentComplete: number): Progress {
  if (percentComplete >= 100) return 'completed';
  return percentComplete > 0 ? 'inProgress' : 'notStarted';
}

/** `now`: for what is overdue, in the zone in which days end. */
export function createTaskFilter(
  filter: TaskFilter,
  { now, zone }: { readonly now: number; readonly zone: string },
): (task: PlannerTaskFields) => boolean {
  const { bucketId, label, progress } = filter;
  const assignee = filter.assigneeId?.toLowerCase();
  const words = foldName(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const from = filter.dueFrom === undefined ? null : Date.parse(filter.dueFrom);
  const before = filter.dueBefore === undefined ? null : Date.parse(filter.dueBefore);
  const today = DateTime.fromMillis(now, { zone }).startOf('day').toMillis();
  return (task) => {
    if (bucketId !== undefined && task.bucketId !== bucketId) return false;
    if (label !== undefined && !task.appliedCategories.includes(label)) return false;
    if (progress !== undefined && !progress.includes(progressOf(task.percentComplete))) {
      return false;
    }
    if (assignee !== undefined && !task.assigneeIds.some((id) => id.toLowerCase() === assignee)) {
      return false;
    }
    if (from !== null || before !== null || filter.isOverdue === true) {
      if (task.dueDateTime === null) return false;
      const due = Date.parse(task.dueDateTime);
      if (from !== null && due < from) return false;
      if (before !== null && due >= before) return false;
      if (filter.isOverdue === true && (task.percentComplete >= 100 || due >= today)) return false;
    }
    if (words.length === 0) return true;
    const title = foldName(task.title);
    return words.every((word) => title.includes(word));
  };
}
