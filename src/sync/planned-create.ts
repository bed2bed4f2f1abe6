import type { CreateAttempt } from '../domain/adoption.js';
import { emptyDetails } from '../domain/content.js';
import type { Intent } from '../domain/intent.js';
import type { PlannerTaskFields } from '../domain/planner.js';
import type { TaskContent } from '../domain/task.js';

/** What a new Planner task holds before anything was sent. */
export const blank: TaskContent = {
  bucketId: null,
  title: '',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assigneeIds: [],
  appliedCategories: [],
  ...emptyDetails,
};

/** What is recorded before the Planner task of a document is posted; the details follow in a request of their own. */
export function plannedCreate(
  document: PlannerTaskFields,
  at: number,
): { readonly attempt: CreateAttempt; readonly intent: Intent } {
  const posted: PlannerTaskFields = {
    bucketId: document.bucketId,
    title: document.title,
    percentComplete: document.percentComplete,
    priority: document.priority,
    startDateTime: document.startDateTime,
    dueDateTime: document.dueDateTime,
    assigneeIds: document.assigneeIds,
    appliedCategories: document.appliedCategories,
  };
  const wanted: TaskContent = { ...posted, ...emptyDetails };
  return { attempt: { at, posted }, intent: { at, before: blank, wanted } };
}
