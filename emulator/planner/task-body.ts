import { badRequest } from '../graph/graph-failure.js';
import { checkObject } from '../schema/check-value.js';
import { checkTitle } from './limits.js';
import { stampKeys, type MapChanges } from './maps/map-changes.js';
import { readAssignments, readCategories, type AssignmentPatch } from './maps/task-maps.js';
import { resolveOrderHint } from './order-hints.js';
import type { PlannerService } from './planner-service.js';
import type { TaskValues } from './records.js';

/** The writable list of the update page; `planId` is for creation alone: a task cannot move to another plan. */
const WRITABLE = [
  'appliedCategories',
  'assigneePriority',
  'assignments',
  'bucketId',
  'conversationThreadId',
  'dueDateTime',
  'orderHint',
  'percentComplete',
  'priority',
  'startDateTime',
  'title',
] as const;

const MAPS = ['appliedCategories', 'assignments'];

/** A write of a task, checked and in the service's own terms. */
export interface TaskBody {
  readonly planId: string | undefined;
  readonly values: Partial<TaskValues>;
  readonly assignments: MapChanges<AssignmentPatch>;
  readonly categories: MapChanges<true>;
  /** What the write touches: `title`, `assignments/<id>`. */
  readonly touched: readonly string[];
  /** The properties named in the body. */
  readonly fields: readonly string[];
}

export function readNewTask(service: PlannerService, body: unknown): TaskBody {
  const task = checkObject('plannerTask', body, ['planId', ...WRITABLE]);
  const planId = task['planId'];
  if (typeof planId !== 'string' || planId === '') {
    throw badRequest("The 'planId' must be given to create a task.");
  }
  checkTitle(service, task['title'], 'title');
  return { ...readTask(service, task), planId };
}

export function readTaskPatch(service: PlannerService, body: unknown): TaskBody {
  return readTask(service, checkObject('plannerTask', body, WRITABLE));
}

function readTask(service: PlannerService, task: Readonly<Record<string, unknown>>): TaskBody {
  const assignments = readAssignments(task['assignments']);
  const categories = readCategories(task['appliedCategories']);
  for (const id of assignments.keys()) {
    if (service.people.get(id) === undefined) throw badRequest(`The user '${id}' was not found.`);
  }
  const fields = Object.keys(task).filter((name) => !name.includes('@') && name !== 'planId');
  return {
    planId: undefined,
    values: readValues(service, task),
    assignments,
    categories,
    touched: [
      ...fields.filter((name) => !MAPS.includes(name)),
      ...stampKeys('assignments', assignments),
      ...stampKeys('appliedCategories', categories),
    ],
    fields,
  };
}

function readValues(
  service: PlannerService,
  task: Readonly<Record<string, unknown>>,
): Partial<TaskValues> {
  const has = (name: string): boolean => Object.hasOwn(task, name);
  return {
    ...(has('title') ? { title: checkTitle(service, task['title'], 'title') } : {}),
    ...(has('bucketId') ? { bucketId: toTextOrNull(task['bucketId']) } : {}),
    ...(has('conversationThreadId')
      ? { conversationThreadId: toTextOrNull(task['conversationThreadId']) }
      : {}),
    ...(has('orderHint') ? { orderHint: readHint('orderHint', task['orderHint']) } : {}),
    ...(has('assigneePriority')
      ? { assigneePriority: readHint('assigneePriority', task['assigneePriority']) }
      : {}),
    ...(has('percentComplete')
      ? { percentComplete: readNumber('percentComplete', task['percentComplete'], 100) }
      : {}),
    ...(has('priority') ? { priority: readNumber('priority', task['priority'], 10) } : {}),
    ...(has('startDateTime') ? { startDateTime: readTime(task['startDateTime']) } : {}),
    ...(has('dueDateTime') ? { dueDateTime: readTime(task['dueDateTime']) } : {}),
  };
}

function readNumber(name: string, value: unknown, max: number): number {
  if (typeof value !== 'number' || value < 0 || value > max) {
    throw badRequest(`The value of '${name}' must be between 0 and ${max}.`);
  }
  return value;
}

function readHint(name: string, value: unknown): string {
  if (typeof value !== 'string') throw badRequest(`The '${name}' must be an order hint.`);
  return resolveOrderHint(value);
}

/** Times are kept and answered in UTC, without a fraction where there is none. */
function readTime(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return new Date(value).toISOString().replace('.000Z', 'Z');
}

function toTextOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
