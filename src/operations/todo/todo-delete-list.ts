import * as z from 'zod';
import { deleteTodoList } from '../../graph/todo/todo-lists.js';
import { readTodoTasks } from '../../graph/todo/todo-tasks.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { listsOf, requireList } from './todo-lookup.js';

const counted = 100;

export const todoDeleteList = defineAction({
  name: 'todo_delete_list',
  title: 'Delete a To Do list',
  description:
    'Deletes a To Do list with all its tasks, for good. Use it with dryRun first, to see how many open tasks would go.',
  input: z.strictObject({
    list: z.string().min(1).max(500).describe('The list, by name or id.'),
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({ deleted: z.object({ id: z.string(), name: z.string() }) }),
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: [
    'GET /users/{id}/todo/lists',
    'GET /users/{id}/todo/lists/{id}/tasks',
    'DELETE /users/{id}/todo/lists/{id}',
  ],
  scope: 'todo:write',
  annotations: { destructive: true, idempotent: true },
  risk: 'delete',
  http: { method: 'DELETE', path: '/api/todo/lists/{list}', successStatus: 200 },
  prepare: async (deps, { list: wanted, person, account }, call) => {
    const { graph, path } = await choosePerson(deps, call, { person, account });
    const list = requireList(await listsOf(graph, path), wanted);
    const place = { person: path, listId: list.id };
    const filter = { status: 'open' } as const;
    const { rows, nextCursor } = await readTodoTasks(graph, place, { filter, limit: counted });
    const open = nextCursor === null ? `${rows.length}` : `more than ${counted}`;
    return {
      effect: `Delete the To Do list "${list.name}" with ${open} open tasks`,
      details: { list: list.name, openTasks: open },
      prepared: { graph, place, deleted: { id: list.id, name: list.name } },
    };
  },
  perform: async (_deps, { graph, place, deleted }) => {
    await deleteTodoList(graph, place);
    return { result: { deleted }, id: deleted.id };
  },
});
