import type { Etag, PlannerIdentity, PlannerTask } from '../../domain/planner.js';
import type { PlannerTaskField } from '../../domain/task.js';
import { taskFields } from '../../domain/task.js';
import type { GraphIdentitySet, GraphTask } from './planner-schemas.js';

/**
 * `planId` is for answers that leave it out. Ids of people and labels are sorted: in Planner they have no order. What
 * Planner cannot hold as null (title, progress, priority) is not said when it is null.
 */
export function toPlannerTask(task: GraphTask, planId: string): PlannerTask {
  const assignments = Object.entries(task.assignments ?? {}).filter(([, value]) => value != null);
  const labels = Object.entries(task.appliedCategories ?? {}).filter(([, isSet]) => isSet === true);
  const gaps = gapsOf(task);
  return {
    plannerId: task.id,
    planId: task.planId ?? planId,
    etag: task['@odata.etag'] as Etag,
    fields: {
      bucketId: task.bucketId ?? null,
      title: task.title ?? '',
      percentComplete: task.percentComplete ?? 0,
      priority: task.priority ?? 5,
      startDateTime: task.startDateTime ?? null,
      dueDateTime: task.dueDateTime ?? null,
      assigneeIds: assignments.map(([id]) => id).sort(),
      appliedCategories: labels.map(([label]) => label).sort(),
    },
    ...(gaps.length > 0 && { gaps }),
    createdAt: task.createdDateTime ?? null,
    createdBy: toIdentity(task.createdBy),
    completedAt: task.completedDateTime ?? null,
    completedBy: task.completedBy == null ? null : toIdentity(task.completedBy),
    assignedAt: Object.fromEntries(
      assignments.flatMap(([id, value]) =>
        value?.assignedDateTime == null ? [] : [[id, value.assignedDateTime]],
      ),
    ),
    derived: derivedOf(task),
  };
}

function gapsOf(task: GraphTask): { readonly field: PlannerTaskField }[] {
  const isSaid: Readonly<Record<PlannerTaskField, boolean>> = {
    title: task.title != null,
    percentComplete: task.percentComplete != null,
    priority: task.priority != null,
    bucketId: task.bucketId !== undefined,
    startDateTime: task.startDateTime !== undefined,
    dueDateTime: task.dueDateTime !== undefined,
    assigneeIds: task.assignments !== undefined,
    appliedCategories: task.appliedCategories !== undefined,
  };
  return taskFields.filter((field) => !isSaid[field]).map((field) => ({ field }));
}

function derivedOf(task: GraphTask): PlannerTask['derived'] {
  const { hasDescription, checklistItemCount, activeChecklistItemCount, referenceCount } = task;
  const isSilent =
    hasDescription == null ||
    checklistItemCount == null ||
    activeChecklistItemCount == null ||
    referenceCount == null;
  return {
    hasDescription: isSilent || hasDescription,
    checklistItemCount: checklistItemCount ?? 0,
    activeChecklistItemCount: activeChecklistItemCount ?? 0,
    referenceCount: referenceCount ?? 0,
  };
}

export function toIdentity(identity: GraphIdentitySet): PlannerIdentity {
  return { userId: identity?.user?.id ?? null, appId: identity?.application?.id ?? null };
}
