import { checkBody } from '../odata/check-body.js';
import { textIn, type Entity } from '../odata/entity.js';
import { isObject } from '../schema/check-value.js';
import { toItemBody } from '../outlook/mail/message-body.js';
import { toUtc } from '../outlook/time-zones.js';
import { checkRecurrence } from './check-recurrence.js';
import { badTodoRequest, todoTime, type TodoService } from './todo-service.js';
import type { TodoTaskItem, UtcTime } from './todo-records.js';

const WRITABLE = [
  'body',
  'categories',
  'completedDateTime',
  'dueDateTime',
  'importance',
  'isReminderOn',
  'recurrence',
  'reminderDateTime',
  'startDateTime',
  'status',
  'title',
];

/** The properties of a task that a request body gives, in the form they are stored in. */
export function readTaskBody(service: TodoService, body: unknown): Partial<TodoTaskItem> {
  const checked = checkBody(body, {
    typeName: 'todoTask',
    writable: WRITABLE,
    code: 'invalidRequest',
  });
  const item: Partial<TodoTaskItem> = {
    ...Object.fromEntries(
      Object.entries(checked).map(([name, value]) => [name, stored(name, value)]),
    ),
    ...zoneOf(checked['dueDateTime']),
  };
  if (item.title?.trim() === '') throw badTodoRequest('A task needs a title.');
  if (item.recurrence !== undefined && item.recurrence !== null) {
    checkRecurrence(item.recurrence);
    if (item.dueDateTime === null) throw badTodoRequest('A task that recurs needs a due date.');
  }
  return item.body === undefined ? item : { ...item, bodyLastModifiedDateTime: todoTime(service) };
}

function zoneOf(due: unknown): Pick<TodoTaskItem, 'dueZone'> {
  return isObject(due) ? { dueZone: textIn(due, 'timeZone', 'UTC') } : {};
}

/** A time in the form To Do answers, in UTC. */
export function toUtcTime(utc: string): UtcTime {
  return { dateTime: `${utc.slice(0, 19)}.0000000`, timeZone: 'UTC' };
}

function stored(name: string, value: unknown): unknown {
  switch (name) {
    case 'body':
      return toItemBody(value as Entity | null);
    case 'completedDateTime':
    case 'dueDateTime':
    case 'reminderDateTime':
    case 'startDateTime':
      return value === null ? null : toTime(name, value as Entity);
    case 'categories':
      return value ?? [];
    case 'title':
      return value ?? '';
    default:
      return value;
  }
}

function toTime(name: string, value: Entity): UtcTime {
  const utc = toUtc(textIn(value, 'dateTime', ''), textIn(value, 'timeZone', 'UTC'));
  if (utc === undefined) throw badTodoRequest(`The value of '${name}' is not a date and time.`);
  return toUtcTime(utc);
}
