import * as z from 'zod';
import { renameTodoList } from '../../graph/todo/todo-lists.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { listsOf, requireList } from './todo-lookup.js';
import { todoListSchema, toTodoList } from './todo-schemas.js';
import { whoseOf } from './todo-task-choice.js';

export const todoUpdateList = defineAction({
  name: 'todo_update_list',
  title: 'Rename a To Do list',
  description: 'Gives a To Do list another name. Use it only for lists of kind none.',
  input: z.strictObject({
    list: z.string().min(1).max(500).describe('The list, by name or id.'),
    name: z.string().trim().min(1).max(255).describe('Its new name.'),
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({ list: todoListSchema }),
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'PATCH /users/{id}/todo/lists/{id}'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/api/todo/lists/{list}', successStatus: 200 },
  prepare: async (deps, { list: wanted, name, person, account }, call) => {
    const { graph, path, personId } = await choosePerson(deps, call, { person, account });
    const list = requireList(await listsOf(graph, path), wanted);
    const whose = whoseOf({ person, account }, personId);
    return {
      effect: `Rename the To Do list "${list.name}" to "${name}"`,
      prepared: { graph, place: { person: path, listId: list.id }, before: list.name, name, whose },
    };
  },
  perform: async (_deps, { graph, place, before, name, whose }) => {
    const list = toTodoList(await renameTodoList(graph, place, name));
    const input = { list: list.id, name: before, ...whose };
    return { result: { list }, id: list.id, undo: { operation: 'todo_update_list', input } };
  },
});
