import type { DetailsPatch, GraphTask, GraphTaskDetails, TaskPatch } from '../graph/shapes.js';
import { newAssignment } from '../graph/planner-client.js';

/** The task as it will look once Graph has accepted the patch: shown before the answer is there. */
export function applyTaskPatch(task: GraphTask, patch: TaskPatch): GraphTask {
  const { appliedCategories, assignments, ...plain } = patch;
  return {
    ...task,
    ...plain,
    ...(appliedCategories === undefined
      ? {}
      : { appliedCategories: mergeKeys(task.appliedCategories, appliedCategories, false) }),
    ...(assignments === undefined
      ? {}
      : { assignments: mergeKeys(task.assignments, assignments, null) }),
  } as GraphTask;
}

/** The same for the details. Rows of maps merge key by key, and within a row property by property. */
export function applyDetailsPatch(
  details: GraphTaskDetails,
  patch: DetailsPatch,
): GraphTaskDetails {
  const { checklist, references, ...plain } = patch;
  return {
    ...details,
    ...plain,
    ...(checklist === undefined
      ? {}
      : { checklist: mergeKeys(details.checklist, checklist, null) }),
    ...(references === undefined
      ? {}
      : { references: mergeKeys(details.references, references, null) }),
  } as GraphTaskDetails;
}

/** The patch that assigns exactly the wanted people, or nothing when they are assigned already. */
export function assignmentPatch(task: GraphTask, wanted: ReadonlySet<string>): TaskPatch {
  const changes: Record<string, unknown> = {};
  for (const id of wanted) if (task.assignments[id] === undefined) changes[id] = newAssignment;
  for (const id of Object.keys(task.assignments)) if (!wanted.has(id)) changes[id] = null;
  return { assignments: changes };
}

function mergeKeys(
  current: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
  removed: null | false,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...current };
  for (const [key, value] of Object.entries(changes)) {
    if (value === removed) delete merged[key];
    else
      merged[key] = isObject(value) && isObject(merged[key]) ? { ...merged[key], ...value } : value;
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
