import * as z from 'zod';
import { createTodoList } from '../../graph/todo/todo-lists.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { todoListSchema, toTodoList } from './todo-schemas.js';
import { whoseOf } from './todo-task-choice.js';

export const todoCreateList = defineAction({
  name: 'todo_create_list',
  title: 'Create a To Do list',
  description: 'Creates a To Do list for a person. Use it for a new kind of personal task.',
  input: z.strictObject({
    name: z.string().trim().min(1).max(255).describe('Its name.'),
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({ list: todoListSchema }),
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['POST /users/{id}/todo/lists'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/todo/lists', successStatus: 201 },
  prepare: async (deps, { name, person, account }, call) => {
    const { graph, path, personId } = await choosePerson(deps, call, { person, account });
    const whose = whoseOf({ person, account }, personId);
    return {
      effect: `Create the To Do list "${name}"`,
      prepared: { graph, path, name, whose },
    };
  },
  perform: async (_deps, { graph, path, name, whose }) => {
    const list = toTodoList(await createTodoList(graph, path, name));
    const undo = { operation: 'todo_delete_list', input: { list: list.id, ...whose } };
    return { result: { list }, id: list.id, undo };
  },
});
