import * as z from 'zod';
import { updateTodoTask } from '../../graph/todo/todo-tasks.js';
import { defineAction } from '../define-action.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { textOfTask, todoTaskSchema, toTodoTask } from './todo-schemas.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoCompleteTask = defineAction({
  name: 'todo_complete_task',
  title: 'Complete a To Do task',
  description:
    'Marks a To Do task as done; one that recurs comes again as a new task. Use it when it is done; todo_update_task opens it again.',
  input: z.strictObject({ ...taskActionInputs, timeZone: timeZoneInput }),
  output: z.object({ task: todoTaskSchema }),
  outsideText: textOfTask('task'),
  isCore: true,
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'PATCH /users/{id}/todo/lists/{id}/tasks/{id}'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'POST', path: '/api/todo/tasks/{id}/complete', successStatus: 200 },
  prepare: async (deps, { timeZone, ...which }, call) => {
    const zone = chooseZone(deps, timeZone);
    const chosen = await chooseTask(deps, call, which);
    return { effect: `Complete ${nameOf(chosen)}`, prepared: { ...chosen, zone } };
  },
  perform: async (_deps, { graph, place, list, zone, whose, task: before }) => {
    const task = await updateTodoTask(graph, place, { status: 'completed' });
    const result = { task: toTodoTask(task, { list, zone }) };
    // The task that came after it would stay.
    if (before.recurrence != null || before.status === 'completed') return { result, id: task.id };
    const input = { id: task.id, list: list.id, status: before.status, ...whose };
    return { result, id: task.id, undo: { operation: 'todo_update_task', input } };
  },
});
