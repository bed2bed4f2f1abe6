import type { Person } from '../entra/directory.js';
import { daysOf, type Recurrence } from '../outlook/calendar/recurrence.js';
import { changeKeyOf, etagOf, folderId, itemId } from '../outlook/outlook-ids.js';
import { fromUtc, toUtc } from '../outlook/time-zones.js';
import { toUtcTime } from './task-body.js';
import { taskEntity } from './todo-entities.js';
import type {
  PartOfTask,
  TodoListRecord,
  TodoTaskItem,
  TodoTaskRecord,
  UtcTime,
} from './todo-records.js';
import { todoTime, type TodoService } from './todo-service.js';

const DAY_MS = 86_400_000;

export function addList(
  service: TodoService,
  ownerId: string,
  given: Pick<TodoListRecord, 'displayName' | 'wellknownListName'>,
  unique: string = service.newGuid(),
): TodoListRecord {
  const number = service.history.next();
  const list: TodoListRecord = {
    id: folderId(ownerId, `todo ${unique}`),
    ownerId,
    created: number,
    changed: number,
    ...given,
  };
  service.todo.lists.put(list.id, list);
  return list;
}

/** Makes the two lists that everybody has. */
export function ensureLists(service: TodoService, ownerId: string): void {
  const names = new Set(
    service.todo.listsOf.recordsOf(ownerId).map((list) => list.wellknownListName),
  );
  for (const [name, displayName] of [
    ['defaultList', 'Tasks'],
    ['flaggedEmails', 'Flagged Emails'],
  ] as const) {
    if (!names.has(name)) addList(service, ownerId, { displayName, wellknownListName: name }, name);
  }
}

export function removeList(service: TodoService, list: TodoListRecord): void {
  for (const task of service.todo.tasksIn.recordsOf(list.id)) removeTask(service, task);
  service.todo.lists.remove(list.id);
  service.history.addRemoval({
    scope: scopeOfLists(list.ownerId),
    itemId: list.id,
    created: list.created,
  });
}

export function addTask(
  service: TodoService,
  list: TodoListRecord,
  given: {
    readonly item: Partial<TodoTaskItem>;
    readonly checklistItems?: readonly PartOfTask[];
    readonly linkedResources?: readonly PartOfTask[];
  },
  unique: string = service.newGuid(),
): TodoTaskRecord {
  const at = todoTime(service);
  const number = service.history.next();
  const blank: TodoTaskItem = {
    createdDateTime: at,
    lastModifiedDateTime: at,
    bodyLastModifiedDateTime: at,
    title: '',
    body: { contentType: 'text', content: '' },
    importance: 'normal',
    status: 'notStarted',
    isReminderOn: false,
    categories: [],
    dueDateTime: null,
    startDateTime: null,
    reminderDateTime: null,
    completedDateTime: null,
    recurrence: null,
  };
  const task: TodoTaskRecord = {
    id: itemId(list.ownerId, `todo ${unique}`),
    listId: list.id,
    ownerId: list.ownerId,
    created: number,
    changed: number,
    item: withCompletion(service, blank, { ...blank, ...given.item }),
    checklistItems: given.checklistItems ?? [],
    linkedResources: given.linkedResources ?? [],
  };
  service.todo.tasks.put(task.id, task);
  announce(service, task, 'created');
  return task;
}

/** Changes a task. A recurring one that is completed is followed by the next. */
export function changeTask(
  service: TodoService,
  task: TodoTaskRecord,
  change: Partial<Pick<TodoTaskRecord, 'item' | 'checklistItems' | 'linkedResources'>>,
): TodoTaskRecord {
  const item = withCompletion(service, task.item, change.item ?? task.item);
  const changed: TodoTaskRecord = {
    ...task,
    ...change,
    changed: service.history.next(),
    item: { ...item, lastModifiedDateTime: todoTime(service) },
  };
  service.todo.tasks.put(task.id, changed);
  announce(service, changed, 'updated');
  if (isCompletion(task.item, item)) addNext(service, changed);
  return changed;
}

export function removeTask(service: TodoService, task: TodoTaskRecord): void {
  service.todo.tasks.remove(task.id);
  service.history.addRemoval({
    scope: scopeOfTasks(task.listId),
    itemId: task.id,
    created: task.created,
  });
  announce(service, task, 'deleted');
}

/** Names the lists of somebody among all removals. */
export function scopeOfLists(ownerId: string): string {
  return `todoLists/${ownerId}`;
}

/** Names the tasks of a list among all removals. */
export function scopeOfTasks(listId: string): string {
  return `todoTasks/${listId}`;
}

export function defaultListOf(service: TodoService, owner: Person): TodoListRecord {
  const lists = service.todo.listsOf.recordsOf(owner.id);
  const list = lists.find(({ wellknownListName }) => wellknownListName === 'defaultList');
  if (list === undefined) throw new Error(`${owner.displayName} has no default list`);
  return list;
}

function isCompletion(before: TodoTaskItem, after: TodoTaskItem): boolean {
  return before.status !== 'completed' && after.status === 'completed';
}

/** The day of completion follows the status. */
function withCompletion(
  service: TodoService,
  before: TodoTaskItem,
  after: TodoTaskItem,
): TodoTaskItem {
  if (after.status !== 'completed') return { ...after, completedDateTime: null };
  if (after.completedDateTime !== null && !isCompletion(before, after)) return after;
  const today = `${service.now().toISOString().slice(0, 10)}T00:00:00`;
  return { ...after, completedDateTime: after.completedDateTime ?? toUtcTime(today) };
}

/** The next of a series: due on its next day, reminded of as long before it, its steps to be done again. */
function addNext(service: TodoService, task: TodoTaskRecord): void {
  const { recurrence, dueDateTime, dueZone = 'UTC', reminderDateTime } = task.item;
  const list = service.todo.lists.get(task.listId);
  if (recurrence === null || dueDateTime === null || list === undefined) return;
  const local = fromUtc(dueDateTime.dateTime.slice(0, 19), dueZone);
  const day = local.slice(0, 10);
  const next = nextDay(recurrence, day);
  if (next === undefined) return;
  const moved = (time: UtcTime): UtcTime => {
    const clock = fromUtc(time.dateTime.slice(0, 19), dueZone);
    const days = (Date.parse(next) - Date.parse(day)) / DAY_MS;
    const shifted = new Date(Date.parse(`${clock}Z`) + days * DAY_MS).toISOString().slice(0, -1);
    return toUtcTime(toUtc(shifted, dueZone) ?? shifted);
  };
  addTask(service, list, {
    item: {
      ...task.item,
      status: 'notStarted',
      completedDateTime: null,
      dueDateTime: moved(dueDateTime),
      reminderDateTime: reminderDateTime === null ? null : moved(reminderDateTime),
    },
    checklistItems: task.checklistItems.map(({ checkedDateTime: _reset, ...step }) => ({
      ...step,
      id: service.newGuid(),
      isChecked: false,
    })),
    linkedResources: task.linkedResources.map((link) => ({ ...link, id: service.newGuid() })),
  });
}

function nextDay(recurrence: Recurrence, day: string): string | undefined {
  const horizon = new Date(Date.parse(day) + 5 * 366 * DAY_MS).toISOString().slice(0, 10);
  for (const each of daysOf(recurrence, horizon)) if (each > day) return each;
  return undefined;
}

function announce(
  service: TodoService,
  task: TodoTaskRecord,
  changeType: 'created' | 'updated' | 'deleted',
): void {
  const { ownerId, listId, id } = task;
  service.announceChange({
    changeType,
    subscribable: [`users/${ownerId}/todo/lists/${listId}/tasks`],
    resource: `Users/${ownerId}/todo/lists/${listId}/tasks/${id}`,
    odataType: '#Microsoft.Graph.todoTask',
    id,
    etag: etagOf(changeKeyOf(ownerId, task.changed)),
    entity: () => taskEntity(task),
  });
}
