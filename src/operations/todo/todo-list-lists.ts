import * as z from 'zod';
import { readTodoLists } from '../../graph/todo/todo-lists.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { todoListSchema, toTodoList } from './todo-schemas.js';

export const todoListLists = defineOperation({
  name: 'todo_list_lists',
  title: 'List To Do lists',
  description: "Lists a person's To Do lists. Use it to learn which list a task belongs in.",
  input: z.strictObject({
    person: personInput,
    ...pageInputs(100, 50),
    account: accountInput,
  }),
  output: z.object({ lists: z.array(todoListSchema), ...pageOutputs }),
  outsideText: ['lists[].name'],
  selectable: 'lists',
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists'],
  scope: 'todo:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/todo/lists', successStatus: 200 },
  handler: async (deps, { limit, cursor, ...whose }, call) => {
    const { graph, path } = await choosePerson(deps, call, whose);
    const { rows, nextCursor } = await readTodoLists(graph, path, { limit, cursor });
    return { status: 200, json: JSON.stringify({ lists: rows.map(toTodoList), nextCursor }) };
  },
});
