import type { Person } from '../entra/directory.js';
import type { GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { TenantContext } from '../graph/tenant-context.js';
import { openMailbox, type OutlookPermissions } from '../outlook/mailbox.js';
import { itemNotFound } from '../outlook/outlook-failures.js';
import { isOutlookId } from '../outlook/outlook-ids.js';
import type { TodoListRecord, TodoTaskRecord } from './todo-records.js';
import type { TodoState } from './todo-state.js';

/** What every operation of To Do works with. */
export interface TodoService extends TenantContext {
  readonly todo: TodoState;
}

const read: OutlookPermissions = {
  app: ['Tasks.Read.All', 'Tasks.ReadWrite.All'],
  person: ['Tasks.Read', 'Tasks.ReadWrite'],
};
const write: OutlookPermissions = { app: ['Tasks.ReadWrite.All'], person: ['Tasks.ReadWrite'] };

/** To Do lives in the mailbox: its owners, ids and refusals are those of Exchange. */
export function openTodo(service: TodoService, call: GraphCall, access: 'read' | 'write'): Person {
  return openMailbox(service, call, access === 'read' ? read : write);
}

/** The list that a path names. */
export function findListOf(service: TodoService, call: GraphCall, owner: Person): TodoListRecord {
  return findList(service, owner.id, call.segments[call.segments.indexOf('lists') + 1] ?? '');
}

export function findList(service: TodoService, ownerId: string, id: string): TodoListRecord {
  const list = service.todo.lists.get(id);
  if (list !== undefined && list.ownerId === ownerId) return list;
  throw isOutlookId(id) ? itemNotFound() : badTodoRequest('Invalid request');
}

/** The task that a path names, in the list that it names. */
export function findTaskOf(service: TodoService, call: GraphCall, owner: Person): TodoTaskRecord {
  const list = findListOf(service, call, owner);
  const id = call.segments[call.segments.indexOf('tasks') + 1] ?? '';
  const task = service.todo.tasks.get(id);
  if (task !== undefined && task.listId === list.id) return task;
  throw isOutlookId(id) ? itemNotFound() : badTodoRequest('Invalid request');
}

export function badTodoRequest(message: string): GraphFailure {
  return new GraphFailure(400, 'invalidRequest', message);
}

/** Times that To Do sets carry seven digits of a second. */
export function todoTime(service: TodoService): string {
  return service.now().toISOString().replace('Z', '0000Z');
}
