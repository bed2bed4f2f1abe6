import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { GraphRoute } from '../graph/route.js';
import { routesOf } from '../graph/routes-of.js';
import { createdAnswer, entityAnswer, noContent } from '../odata/answers.js';
import { checkBody } from '../odata/check-body.js';
import type { EntityKind } from '../odata/entity.js';
import { listAnswer } from '../odata/list.js';
import { badOutlookQuery, itemNotFound } from '../outlook/outlook-failures.js';
import type { PartOfTask, TodoTaskRecord } from './todo-records.js';
import {
  badTodoRequest,
  findTaskOf,
  openTodo,
  todoTime,
  type TodoService,
} from './todo-service.js';

import { isObject } from '../schema/check-value.js';
import { changeTask } from './todo-store.js';

/** Objects that a task holds and that have routes of their own. */
interface PartKind extends EntityKind {
  readonly name: 'checklistItems' | 'linkedResources';
  readonly writable: readonly string[];
  /** A new part, or a changed one, with what the service adds. */
  complete(part: PartOfTask, service: TodoService): PartOfTask;
}

const checklistItems: PartKind = {
  name: 'checklistItems',
  typeName: 'checklistItem',
  badQuery: badOutlookQuery,
  writable: ['displayName', 'isChecked', 'checkedDateTime', 'createdDateTime'],
  complete: ({ id, ...part }, service) => {
    const isChecked = part['isChecked'] === true;
    return {
      id,
      displayName: part['displayName'] ?? '',
      createdDateTime: part['createdDateTime'] ?? todoTime(service),
      isChecked,
      ...(isChecked ? { checkedDateTime: part['checkedDateTime'] ?? todoTime(service) } : {}),
    };
  },
};

const linkedResources: PartKind = {
  name: 'linkedResources',
  typeName: 'linkedResource',
  badQuery: badOutlookQuery,
  writable: ['applicationName', 'displayName', 'externalId', 'webUrl'],
  complete: (part) => ({
    webUrl: null,
    applicationName: null,
    displayName: null,
    externalId: null,
    ...part,
  }),
};

/** A new task may come with its links. https://learn.microsoft.com/graph/api/todotasklist-post-tasks */
export function readLinksOf(
  service: TodoService,
  body: unknown,
): { readonly linkedResources: readonly PartOfTask[]; readonly rest: unknown } {
  if (!isObject(body) || body['linkedResources'] === undefined) {
    return { linkedResources: [], rest: body };
  }
  const { linkedResources: given, ...rest } = body;
  if (!Array.isArray(given))
    throw badTodoRequest("The property 'linkedResources' must be an array.");
  const links = given.map((link: unknown) => {
    const part = { ...readPart(link, linkedResources), id: service.newGuid() };
    return linkedResources.complete(part, service);
  });
  return { linkedResources: links, rest };
}

/** Routes of what a task holds: its checklist and its links. */
export function createPartRoutes(service: TodoService, task: string): readonly GraphRoute[] {
  const on = routesOf(service);
  return [checklistItems, linkedResources].flatMap((kind) => [
    on(`${task}/${kind.name}`, {
      GET: (todo, call) => listParts(todo, call, kind),
      POST: (todo, call) => createPart(todo, call, kind),
    }),
    on(`${task}/${kind.name}/*`, {
      GET: (todo, call) => getPart(todo, call, kind),
      PATCH: (todo, call) => updatePart(todo, call, kind),
      DELETE: (todo, call) => deletePart(todo, call, kind),
    }),
  ]);
}

function listParts(service: TodoService, call: GraphCall, kind: PartKind): GraphAnswer {
  const task = findTaskOf(service, call, openTodo(service, call, 'read'));
  return listAnswer<PartOfTask>(call, task[kind.name], {
    kind,
    context: contextOf(task, kind),
    top: { default: 100, max: 1000 },
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: (part) => part,
    toEntity: (part) => part,
  });
}

function getPart(service: TodoService, call: GraphCall, kind: PartKind): GraphAnswer {
  const task = findTaskOf(service, call, openTodo(service, call, 'read'));
  return entityAnswer(call, `${contextOf(task, kind)}/$entity`, findPart(call, task, kind));
}

function createPart(service: TodoService, call: GraphCall, kind: PartKind): GraphAnswer {
  const owner = openTodo(service, call, 'write');
  const task = findTaskOf(service, call, owner);
  const given = readPart(call.body, kind);
  const part = kind.complete({ ...given, id: service.newGuid() }, service);
  changeTask(service, task, { [kind.name]: [...task[kind.name], part] });
  return createdAnswer(call, `${contextOf(task, kind)}/$entity`, {
    path: `users/${owner.id}/todo/lists/${task.listId}/tasks/${task.id}/${kind.name}/${part.id}`,
    entity: part,
  });
}

function updatePart(service: TodoService, call: GraphCall, kind: PartKind): GraphAnswer {
  const task = findTaskOf(service, call, openTodo(service, call, 'write'));
  const part = findPart(call, task, kind);
  const changed = kind.complete({ ...part, ...readPart(call.body, kind), id: part.id }, service);
  const parts = task[kind.name].map((each) => (each.id === part.id ? changed : each));
  changeTask(service, task, { [kind.name]: parts });
  return entityAnswer(call, `${contextOf(task, kind)}/$entity`, changed);
}

function deletePart(service: TodoService, call: GraphCall, kind: PartKind): GraphAnswer {
  const task = findTaskOf(service, call, openTodo(service, call, 'write'));
  const part = findPart(call, task, kind);
  changeTask(service, task, { [kind.name]: task[kind.name].filter(({ id }) => id !== part.id) });
  return noContent;
}

function readPart(body: unknown, { typeName, writable }: PartKind): Record<string, unknown> {
  return { ...checkBody(body, { typeName, writable, code: 'invalidRequest' }) };
}

function findPart(call: GraphCall, task: TodoTaskRecord, kind: PartKind): PartOfTask {
  const part = task[kind.name].find(({ id }) => id === call.segments.at(-1));
  if (part === undefined) throw itemNotFound();
  return part;
}

function contextOf({ ownerId, listId, id }: TodoTaskRecord, kind: PartKind): string {
  return `users('${ownerId}')/todo/lists('${listId}')/tasks('${id}')/${kind.name}`;
}
