import type { ChecklistItem, TaskContent } from '../../../src/domain/task.js';

/** A task's content with the given values, everything else as in a new task. */
export function aContent(values: Partial<TaskContent> = {}): TaskContent {
  return {
    bucketId: null,
    title: 'Title',
    description: '',
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    assigneeIds: [],
    appliedCategories: [],
    checklist: [],
    references: [],
    ...values,
  };
}

export function row(id: string, title = id, isChecked = false): ChecklistItem {
  return { id, title, isChecked };
}
