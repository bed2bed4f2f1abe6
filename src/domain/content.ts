import { sameRow } from './merge/merge-rows.js';
import { checklistRows, referenceRows } from './merge/row-shapes.js';
import type { TaskContent, TaskField } from './task.js';
import { detailsFields, taskFields } from './task.js';

const allFields: readonly TaskField[] = [...taskFields, ...detailsFields];

/** The merged fields of a document, without its bookkeeping. */
export function contentOf(document: TaskContent): TaskContent {
  return {
    bucketId: document.bucketId,
    title: document.title,
    description: document.description,
    percentComplete: document.percentComplete,
    priority: document.priority,
    startDateTime: document.startDateTime,
    dueDateTime: document.dueDateTime,
    assigneeIds: document.assigneeIds,
    appliedCategories: document.appliedCategories,
    checklist: document.checklist,
    references: document.references,
  };
}

/** Whether two values of a field mean the same: sets and links without regard to order, checklists with it. */
export function sameField(field: TaskField, one: TaskContent, other: TaskContent): boolean {
  switch (field) {
    case 'assigneeIds':
      return sameSet(one.assigneeIds, other.assigneeIds);
    case 'appliedCategories':
      return sameSet(one.appliedCategories, other.appliedCategories);
    case 'checklist':
      return (
        one.checklist.length === other.checklist.length &&
        one.checklist.every((row, at) => {
          const twin = other.checklist[at];
          return twin !== undefined && row.id === twin.id && sameRow(checklistRows, row, twin);
        })
      );
    case 'references': {
      const twins = new Map(other.references.map((row) => [row.url, row]));
      return (
        one.references.length === other.references.length &&
        one.references.every((row) => {
          const twin = twins.get(row.url);
          return twin !== undefined && sameRow(referenceRows, row, twin);
        })
      );
    }
    default:
      return one[field] === other[field];
  }
}

/** The fields in which two contents differ. */
export function differingFields(one: TaskContent, other: TaskContent): readonly TaskField[] {
  return allFields.filter((field) => !sameField(field, one, other));
}

export function sameContent(one: TaskContent, other: TaskContent): boolean {
  return allFields.every((field) => sameField(field, one, other));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const keys = new Set(other);
  return one.length === other.length && one.every((key) => keys.has(key));
}

/** The values of the given fields only. */
export function pick<F extends TaskField>(
  content: TaskContent,
  fields: readonly F[],
): Pick<TaskContent, F> {
  const picked: Partial<TaskContent> = {};
  for (const field of fields) Object.assign(picked, { [field]: content[field] });
  return picked as Pick<TaskContent, F>;
}

/** What a Planner task holds right after it was made without details. */
export const emptyDetails: Pick<TaskContent, 'description' | 'checklist' | 'references'> = {
  description: '',
  checklist: [],
  references: [],
};
