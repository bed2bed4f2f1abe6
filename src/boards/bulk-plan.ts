import { sameContent } from '../domain/content.js';
import { contentOfTask, type BoardTask } from './board-task.js';
import { changeBetween } from './changed-values.js';
import type { ChangedTask } from './change-task.js';
import { applyChange, type TaskChange } from './task-change.js';

/** What a change of many tasks would do to one of them. */
export interface BulkItem {
  readonly task: BoardTask;
  readonly change: TaskChange;
  /** False: it is so already. */
  readonly isNeeded: boolean;
}

export function planBulk(items: readonly Pick<BulkItem, 'task' | 'change'>[]): readonly BulkItem[] {
  return items.map(({ task, change }) => {
    const content = contentOfTask(task);
    return { task, change, isNeeded: !sameContent(content, applyChange(content, change)) };
  });
}

/**
 * The one change that takes all of these back. Null: they were too different for one, or there is nothing to take back.
 */
export function commonUndo(
  changed: readonly ChangedTask[],
): { readonly ids: readonly string[]; readonly change: TaskChange } | null {
  const back = changed.map(({ before, after }) =>
    changeBetween(contentOfTask(after), contentOfTask(before)),
  );
  const [first] = back;
  if (first === undefined || Object.keys(first).length === 0) return null;
  const text = JSON.stringify(first);
  if (back.some((change) => JSON.stringify(change) !== text)) return null;
  return { ids: changed.map(({ after }) => after.id), change: first };
}
