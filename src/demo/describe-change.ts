import type { TaskDocument } from '../domain/task.js';

const fields = [
  ['title', 'title'],
  ['percentComplete', 'progress'],
  ['priority', 'priority'],
  ['dueDateTime', 'due'],
  ['startDateTime', 'start'],
  ['description', 'description'],
  ['bucketId', 'bucket'],
  ['assigneeIds', 'people'],
  ['appliedCategories', 'labels'],
  ['checklist', 'checklist'],
  ['references', 'links'],
] as const satisfies readonly (readonly [keyof TaskDocument, string])[];

/** What is different between two states of a task, in words. */
export function describeChange(before: TaskDocument, after: TaskDocument): string[] {
  return fields
    .filter(([field]) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(([field, name]) => `${name}: ${show(before[field])} -> ${show(after[field])}`);
}

function show(value: unknown): string {
  if (value === null || value === '') return 'none';
  if (Array.isArray(value)) {
    return value.map((row) => (isTitled(row) ? titled(row) : String(row))).join(', ') || 'none';
  }
  return JSON.stringify(value);
}

function isTitled(row: unknown): row is { title: string; isChecked?: boolean } {
  return typeof row === 'object' && row !== null && 'title' in row;
}

function titled({ title, isChecked }: { title: string; isChecked?: boolean }): string {
  return isChecked === true ? `${title} (done)` : title;
}
