import type { Caller } from '../entra/caller.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest } from '../graph/graph-failure.js';
import { findPlan, findTask } from './access.js';
import { identitySetOf } from './identity-sets.js';
import { checkTaskLimits } from './limits.js';
import { applyChanges } from './maps/map-changes.js';
import { bucketsOf } from './planner-state.js';
import { preciseTime, type PlannerService } from './planner-service.js';
import { checkConflict, firstVersion, matchVersion, nextVersion } from './preconditions.js';
import type { TaskDetailsRecord, TaskRecord } from './records.js';
import { readNewTask, readTaskPatch, type TaskBody } from './task-body.js';
import {
  createdAnswer,
  deletedAnswer,
  entityAnswer,
  updatedAnswer,
  type EntityView,
} from './wire/answers.js';
import { taskRow } from './wire/task-row.js';

export function getTask(service: PlannerService, call: GraphCall, taskId: string): GraphAnswer {
  const task = findTask(service, call.caller, taskId, 'read');
  return entityAnswer(call, { ...viewOf(service, task), row: taskRow(service, call, task) });
}

export function createTask(service: PlannerService, call: GraphCall): GraphAnswer {
  const body = readNewTask(service, call.body);
  const plan = findPlan(service, call.caller, body.planId ?? '', 'write');
  const task = makeTask(service, call.caller, plan.id, body);
  checkTask(service, undefined, task);
  service.state.tasks.put(task.id, task);
  service.state.taskDetails.put(task.id, emptyDetails(task.id));
  announce(service, call.caller, task, { operation: 'created', fields: body.fields });
  return createdAnswer(call, viewOf(service, task), `planner/tasks/${task.id}`);
}

export function updateTask(service: PlannerService, call: GraphCall, taskId: string): GraphAnswer {
  const task = findTask(service, call.caller, taskId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Task', task, call.header('if-match'), rules);
  const body = readTaskPatch(service, call.body);
  checkConflict(task, { basedOn, touched: body.touched }, rules);
  const updated = applyBody(
    service,
    call.caller,
    { ...task, ...nextVersion(task, body.touched) },
    body,
  );
  checkTask(service, task, updated);
  service.state.tasks.put(task.id, updated);
  announce(service, call.caller, updated, { operation: 'updated', fields: body.fields });
  return updatedAnswer(call, () => viewOf(service, updated));
}

export function deleteTask(service: PlannerService, call: GraphCall, taskId: string): GraphAnswer {
  const task = findTask(service, call.caller, taskId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Task', task, call.header('if-match'), rules);
  checkConflict(task, { basedOn, touched: 'everything' }, rules);
  removeTask(service, call.caller, task);
  return deletedAnswer;
}

/** Removes a task with all that belongs to it: by itself, with its bucket or with its plan. */
export function removeTask(service: PlannerService, caller: Caller, task: TaskRecord): void {
  const { state } = service;
  state.tasks.remove(task.id);
  state.taskDetails.remove(task.id);
  for (const { id } of state.messagesOfTask.recordsOf(task.id)) state.taskMessages.remove(id);
  for (const name of [
    'assignedToTaskBoardFormat',
    'bucketTaskBoardFormat',
    'progressTaskBoardFormat',
  ]) {
    state.boardFormats.remove(`${task.id}/${name}`);
  }
  announce(service, caller, task, { operation: 'deleted', fields: [] });
}

function makeTask(
  service: PlannerService,
  caller: Caller,
  planId: string,
  body: TaskBody,
): TaskRecord {
  const sequence = service.state.index.nextSequence();
  const orderHint = service.newOrderHint();
  const blank: TaskRecord = {
    ...firstVersion,
    id: service.newId(),
    planId,
    sequence,
    firstOrderHint: orderHint,
    title: '',
    // A task without a bucket goes to the plan's first one.
    bucketId: bucketsOf(service.state, planId)[0]?.id ?? null,
    orderHint,
    assigneePriority: orderHint,
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    conversationThreadId: null,
    hasDescription: false,
    previewType: 'automatic',
    referenceCount: 0,
    checklistItemCount: 0,
    activeChecklistItemCount: 0,
    appliedCategories: {},
    assignments: {},
    createdBy: identitySetOf(caller),
    createdDateTime: preciseTime(service.now(), sequence),
    completedBy: null,
    completedDateTime: null,
  };
  return applyBody(service, caller, blank, body);
}

function applyBody(
  service: PlannerService,
  caller: Caller,
  task: TaskRecord,
  body: TaskBody,
): TaskRecord {
  const at = service.now().toISOString();
  const by = identitySetOf(caller);
  const next: TaskRecord = {
    ...task,
    ...body.values,
    appliedCategories: applyChanges(task.appliedCategories, body.categories, () => true as const),
    assignments: applyChanges(task.assignments, body.assignments, (patch, before) => ({
      assignedBy: before?.assignedBy ?? by,
      assignedDateTime: before?.assignedDateTime ?? at,
      orderHint: patch.orderHint,
    })),
  };
  if (next.percentComplete < 100) return { ...next, completedBy: null, completedDateTime: null };
  if (task.percentComplete === 100) return next;
  return { ...next, completedBy: by, completedDateTime: at };
}

function checkTask(
  service: PlannerService,
  before: TaskRecord | undefined,
  after: TaskRecord,
): void {
  const { startDateTime: start, dueDateTime: due, bucketId } = after;
  if (start !== null && due !== null && Date.parse(start) > Date.parse(due)) {
    throw badRequest("The 'startDateTime' must not be after the 'dueDateTime'.");
  }
  if (bucketId !== null && bucketId !== before?.bucketId) {
    const bucket = service.state.buckets.get(bucketId);
    if (bucket === undefined || bucket.planId !== after.planId) {
      throw badRequest(`The bucket '${bucketId}' was not found in the plan of the task.`);
    }
  }
  checkTaskLimits(service, before, after);
}

function emptyDetails(taskId: string): TaskDetailsRecord {
  return {
    ...firstVersion,
    id: taskId,
    description: '',
    previewType: 'automatic',
    checklist: {},
    references: {},
  };
}

function viewOf(service: PlannerService, task: TaskRecord): EntityView {
  return {
    typeName: 'plannerTask',
    context: 'planner/tasks/$entity',
    row: service.rows.task(task),
  };
}

function announce(
  service: PlannerService,
  caller: Caller,
  task: TaskRecord,
  what: {
    readonly operation: 'created' | 'updated' | 'deleted';
    readonly fields: readonly string[];
  },
): void {
  service.changes.add(caller, {
    planId: task.planId,
    entity: 'task',
    id: task.id,
    title: task.title,
    ...what,
  });
}
