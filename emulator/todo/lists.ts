import type { Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { createdAnswer, entityAnswer, noContent } from '../odata/answers.js';
import { checkBody } from '../odata/check-body.js';
import { deltaAnswer } from '../odata/delta.js';
import { listAnswer } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import { listEntity, listKind } from './todo-entities.js';
import type { TodoListRecord } from './todo-records.js';
import { badTodoRequest, findListOf, openTodo, type TodoService } from './todo-service.js';
import { addList, removeList, scopeOfLists } from './todo-store.js';

const PAGE = { default: 100, max: 1000 };

export function listLists(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'read');
  return listAnswer<TodoListRecord>(call, service.todo.listsOf.recordsOf(owner.id), {
    kind: listKind,
    context: `users('${owner.id}')/todo/lists`,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: listEntity,
    toEntity: listEntity,
  });
}

export function deltaOfLists(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'read');
  return deltaAnswer<TodoListRecord>(call, service.todo.listsOf.recordsOf(owner.id), {
    kind: listKind,
    context: 'Collection(microsoft.graph.todoTaskList)',
    pageSize: PAGE,
    history: service.history,
    scope: scopeOfLists(owner.id),
    fieldsOf: listEntity,
    toEntity: listEntity,
    idOf: ({ id }) => id,
    keptOptions: ['$select', '$top'],
  });
}

export function getList(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'read');
  const list = findListOf(service, call, owner);
  const entity = project(listEntity(list), readSelect(call, listKind));
  return entityAnswer(call, contextOf(owner), entity);
}

export function createList(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  const displayName = readName(call.body);
  const list = addList(service, owner.id, { displayName, wellknownListName: 'none' });
  return createdAnswer(call, contextOf(owner), {
    path: `users/${owner.id}/todo/lists/${list.id}`,
    entity: listEntity(list),
  });
}

export function updateList(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  const list = findListOf(service, call, owner);
  const displayName = readName(call.body);
  if (list.wellknownListName !== 'none') {
    throw badTodoRequest('This list comes with To Do and cannot be renamed.');
  }
  const changed: TodoListRecord = { ...list, displayName, changed: service.history.next() };
  service.todo.lists.put(list.id, changed);
  return entityAnswer(call, contextOf(owner), listEntity(changed));
}

export function deleteList(service: TodoService, call: GraphCall): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  const list = findListOf(service, call, owner);
  if (list.wellknownListName !== 'none') {
    throw badTodoRequest('This list comes with To Do and cannot be deleted.');
  }
  removeList(service, list);
  return noContent;
}

function contextOf(owner: Person): string {
  return `users('${owner.id}')/todo/lists/$entity`;
}

function readName(body: unknown): string {
  const { displayName } = checkBody(body, {
    typeName: 'todoTaskList',
    writable: ['displayName'],
    code: 'invalidRequest',
  });
  if (typeof displayName === 'string' && displayName.trim() !== '') return displayName;
  throw badTodoRequest('A list needs a display name.');
}
