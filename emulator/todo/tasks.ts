import type { Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { createdAnswer, entityAnswer, noContent } from '../odata/answers.js';
import { deltaAnswer } from '../odata/delta.js';
import { listAnswer } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import { badOutlookQuery } from '../outlook/outlook-failures.js';
import { readLinksOf } from './parts.js';
import { readTaskBody } from './task-body.js';
import { taskEntity, taskKind } from './todo-entities.js';
import type { TodoListRecord, TodoTaskRecord } from './todo-records.js';
import {
  badTodoRequest,
  findListOf,
  findTaskOf,
  openTodo,
  type TodoService,
} from './todo-service.js';
import { addTask, changeTask, removeTask, scopeOfTasks } from './todo-store.js';

const PAGE = { default: 100, max: 1000 };
const EXPANDABLE = ['checklistItems', 'linkedResources'];

export function listTasks(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'read');
  const list = findListOf(service, call, owner);
  const expanded = readExpand(call);
  return listAnswer<TodoTaskRecord>(call, service.todo.tasksIn.recordsOf(list.id), {
    kind: taskKind,
    context: `users('${owner.id}')/todo/lists('${list.id}')/tasks`,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count', '$expand'],
    order: 'createdDateTime desc',
    count: 'asked',
    paging: '$skip',
    fieldsOf: ({ item, id }) => ({ ...item, id }),
    toEntity: (task) => taskEntity(task, expanded),
    expanded,
  });
}

/** https://learn.microsoft.com/graph/api/todotask-delta */
export function deltaOfTasks(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'read');
  const list = findListOf(service, call, owner);
  return deltaAnswer<TodoTaskRecord>(call, service.todo.tasksIn.recordsOf(list.id), {
    kind: taskKind,
    context: 'Collection(microsoft.graph.todoTask)',
    pageSize: PAGE,
    history: service.history,
    scope: scopeOfTasks(list.id),
    fieldsOf: ({ item, id }) => ({ ...item, id }),
    toEntity: (task) => taskEntity(task),
    idOf: ({ id }) => id,
    keptOptions: ['$select', '$top', '$filter'],
  });
}

export function getTask(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'read');
  const task = findTaskOf(service, call, owner);
  const expanded = readExpand(call);
  const entity = project(taskEntity(task, expanded), readSelect(call, taskKind), expanded);
  return entityAnswer(call, contextOf(owner, task.listId), entity);
}

export function createTask(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  const list = findListOf(service, call, owner);
  const { linkedResources, rest } = readLinksOf(service, call.body);
  const item = readTaskBody(service, rest);
  if (item.title === undefined) throw badTodoRequest('A task needs a title.');
  if (list.wellknownListName === 'flaggedEmails') {
    throw badTodoRequest('Tasks of this list come from flagged mail.');
  }
  return madeAnswer(call, owner, list, addTask(service, list, { item, linkedResources }));
}

export function updateTask(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  const task = findTaskOf(service, call, owner);
  const change = readTaskBody(service, call.body);
  const changed = changeTask(service, task, { item: { ...task.item, ...change } });
  return entityAnswer(call, contextOf(owner, task.listId), taskEntity(changed));
}

export function deleteTask(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  removeTask(service, findTaskOf(service, call, owner));
  return noContent;
}

function madeAnswer(
  call: GraphCall,
  owner: Person,
  list: TodoListRecord,
  task: TodoTaskRecord,
): GraphAnswer {
  return createdAnswer(call, contextOf(owner, list.id), {
    path: `users/${owner.id}/todo/lists/${list.id}/tasks/${task.id}`,
    entity: taskEntity(task),
  });
}

function contextOf(owner: Person, listId: string): string {
  return `users('${owner.id}')/todo/lists('${listId}')/tasks/$entity`;
}

function readExpand(call: GraphCall): readonly string[] {
  const names = (call.query.get('$expand') ?? '').split(',').flatMap((name) => name.trim() || []);
  const unknown = names.find((name) => !EXPANDABLE.includes(name));
  if (unknown === undefined) return names;
  throw badOutlookQuery(
    `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.todoTask'.`,
  );
}
