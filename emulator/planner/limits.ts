import { badRequest, limitReached } from '../graph/graph-failure.js';
import type { PlannerService } from './planner-service.js';
import type { TaskRecord } from './records.js';

/** Checks a task as it would become against the service's limits; `before` is undefined for a new one. */
export function checkTaskLimits(
  service: PlannerService,
  before: TaskRecord | undefined,
  after: TaskRecord,
): void {
  const { limits } = service.settings();
  const { index } = service.state;
  if (before === undefined) {
    if (index.countInPlan(after.planId) >= limits.tasksInPlan) {
      throw limitReached('MaximumTasksInProject');
    }
    const creator = after.createdBy.user?.id;
    if (creator !== undefined && index.countCreatedBy(creator) >= limits.tasksCreatedByUser) {
      throw limitReached('MaximumTasksCreatedByUser');
    }
  }
  const becomesActive = after.percentComplete < 100 && (before?.percentComplete ?? 100) === 100;
  if (becomesActive && index.countActiveInPlan(after.planId) >= limits.activeTasksInPlan) {
    throw limitReached('MaximumActiveTasksInProject');
  }
  const assignees = Object.keys(after.assignments);
  const added = assignees.filter((id) => before?.assignments[id] === undefined);
  if (added.length > 0 && assignees.length > limits.assigneesPerTask) {
    throw limitReached('MaximumAssigneesInTasks');
  }
  if (added.some((id) => index.countAssignedTo(id) >= limits.tasksAssignedToUser)) {
    throw limitReached('MaximumTasksAssignedToUser');
  }
}

/** More rows than allowed are refused only if rows were added: a list above a lowered limit can still shrink. */
export function checkRowLimit(
  code: 'MaximumChecklistItemsOnTask' | 'MaximumReferencesOnTask' | 'MaximumUsersSharedWithProject',
  before: object,
  after: object,
  max: number,
): void {
  const count = Object.keys(after).length;
  if (count > Object.keys(before).length && count > max) throw limitReached(code);
}

export function checkTitle(service: PlannerService, title: unknown, name: string): string {
  const max = service.settings().limits.titleLength;
  if (typeof title !== 'string' || title.trim() === '') {
    throw badRequest(`The '${name}' must not be empty.`);
  }
  if (title.length > max) {
    throw badRequest(`The '${name}' must have at most ${max} characters.`);
  }
  return title;
}
