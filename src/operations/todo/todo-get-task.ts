import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { findTodoTask, listInput, taskIdInput } from './todo-lookup.js';
import { textOfTask, todoTaskSchema, toTodoTask } from './todo-schemas.js';

export const todoGetTask = defineOperation({
  name: 'todo_get_task',
  title: 'Get a To Do task',
  description:
    'Tells all of one To Do task. Use it for its notes, checklist and links, with their ids.',
  input: z.strictObject({
    id: taskIdInput,
    list: listInput,
    person: personInput,
    timeZone: timeZoneInput,
    account: accountInput,
  }),
  output: z.object({ task: todoTaskSchema }),
  outsideText: textOfTask('task'),
  selectable: 'task',
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'GET /users/{id}/todo/lists/{id}/tasks/{id}'],
  scope: 'todo:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/todo/tasks/{id}', successStatus: 200 },
  handler: async (deps, { id, list, timeZone, ...whose }, call) => {
    const zone = chooseZone(deps, timeZone);
    const { graph, path } = await choosePerson(deps, call, whose);
    const found = await findTodoTask(graph, path, { id, list });
    const task = toTodoTask(found.task, { list: found.list, zone });
    return { status: 200, json: JSON.stringify({ task }) };
  },
});
