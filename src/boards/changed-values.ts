import { differingFields } from '../domain/content.js';
import type { TaskContent } from '../domain/task.js';
import type { TaskChange } from './task-change.js';

/** What makes `after` of `before`, as a change: also what takes one back, with the two exchanged. Details' lists excepted. */
export function changeBetween(before: TaskContent, after: TaskContent): TaskChange {
  const fields = new Set(differingFields(before, after));
  const plain = (['title', 'description', 'percentComplete', 'priority'] as const).flatMap(
    (field) => (fields.has(field) ? [[field, after[field]] as const] : []),
  );
  const times = (['startDateTime', 'dueDateTime'] as const).flatMap((field) =>
    fields.has(field) ? [[field, after[field]] as const] : [],
  );
  return {
    ...Object.fromEntries([...plain, ...times]),
    ...(fields.has('bucketId') && after.bucketId !== null && { bucketId: after.bucketId }),
    ...(fields.has('assigneeIds') && {
      assign: missingIn(after.assigneeIds, before.assigneeIds),
      unassign: missingIn(before.assigneeIds, after.assigneeIds),
    }),
    ...(fields.has('appliedCategories') && {
      addLabels: missingIn(after.appliedCategories, before.appliedCategories),
      removeLabels: missingIn(before.appliedCategories, after.appliedCategories),
    }),
  };
}

function missingIn(keys: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return keys.filter((key) => !known.has(key));
}
