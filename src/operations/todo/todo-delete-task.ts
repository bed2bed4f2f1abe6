import * as z from 'zod';
import { deleteTodoTask } from '../../graph/todo/todo-tasks.js';
import { defineAction } from '../define-action.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoDeleteTask = defineAction({
  name: 'todo_delete_task',
  title: 'Delete a To Do task',
  description:
    'Deletes a To Do task, for good. Use it for mistakes; todo_complete_task is for what has been done.',
  input: z.strictObject(taskActionInputs),
  output: z.object({ deleted: z.object({ id: z.string(), title: z.string() }) }),
  outsideText: ['deleted.title'],
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'DELETE /users/{id}/todo/lists/{id}/tasks/{id}'],
  scope: 'todo:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/api/todo/tasks/{id}', successStatus: 200 },
  prepare: async (deps, which, call) => {
    const chosen = await chooseTask(deps, call, which);
    return { effect: `Delete ${nameOf(chosen)}`, prepared: chosen };
  },
  perform: async (_deps, { graph, place, task }) => {
    await deleteTodoTask(graph, place);
    return { result: { deleted: { id: task.id, title: task.title ?? '' } }, id: task.id };
  },
});
