import type { Etag, PlannerIdentity, PlannerTask } from '../../domain/planner.js';
import type { GraphIdentitySet, GraphTask } from './planner-schemas.js';

/** `planId` is for answers that leave it out. Ids of people and labels are sorted: in Planner they have no order. */
export function toPlannerTask(task: GraphTask, planId: string): PlannerTask {
  const assignments = Object.entries(task.assignments ?? {}).filter(([, value]) => value != null);
  const labels = Object.entries(task.appliedCategories ?? {}).filter(([, isSet]) => isSet === true);
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
    createdAt: task.createdDateTime ?? '1970-01-01T00:00:00.000Z',
    createdBy: toIdentity(task.createdBy),
    completedAt: task.completedDateTime ?? null,
    completedBy: task.completedBy == null ? null : toIdentity(task.completedBy),
    assignedAt: Object.fromEntries(
      assignments.flatMap(([id, value]) =>
        value?.assignedDateTime == null ? [] : [[id, value.assignedDateTime]],
      ),
    ),
    derived: {
      hasDescription: task.hasDescription ?? false,
      checklistItemCount: task.checklistItemCount ?? 0,
      activeChecklistItemCount: task.activeChecklistItemCount ?? 0,
      referenceCount: task.referenceCount ?? 0,
    },
  };
}

export function toIdentity(identity: GraphIdentitySet): PlannerIdentity {
  return { userId: identity?.user?.id ?? null, appId: identity?.application?.id ?? null };
}
