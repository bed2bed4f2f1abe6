import * as z from 'zod';
import { toDueDay } from '../../domain/time/due-day.js';
import { updateTodoTask } from '../../graph/todo/todo-tasks.js';
import { ProblemError } from '../../domain/problem.js';
import { defineAction } from '../define-action.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { textOfTask, todoTaskSchema, toTodoTask, type TodoTaskRow } from './todo-schemas.js';
import { taskValueInputs, toGraphTask, type TaskValues } from './todo-task-body.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

const values = taskValueInputs;

export const todoUpdateTask = defineAction({
  name: 'todo_update_task',
  title: 'Change a To Do task',
  description:
    'Changes what is sent of a To Do task and leaves the rest; null takes a value away. Use it to correct or postpone one; todo_complete_task completes it.',
  input: z.strictObject({
    ...taskActionInputs,
    title: values.title.optional(),
    body: values.body.optional(),
    dueAt: values.dueAt.optional(),
    remindAt: values.remindAt.optional(),
    importance: values.importance.optional(),
    categories: values.categories.optional(),
    recurrence: values.recurrence.optional(),
    status: values.status.optional(),
    timeZone: timeZoneInput,
  }),
  aliases: { dueDate: 'dueAt' },
  output: z.object({ task: todoTaskSchema }),
  outsideText: textOfTask('task'),
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'PATCH /users/{id}/todo/lists/{id}/tasks/{id}'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/api/todo/tasks/{id}', successStatus: 200 },
  prepare: async (deps, input, call) => {
    const { id, list, person, account, timeZone, idempotencyKey: _, dryRun: __, ...given } = input;
    const zone = chooseZone(deps, timeZone);
    const names = Object.keys(given);
    if (names.length === 0) throw nothingToChange();
    const chosen = await chooseTask(deps, call, { id, list, person, account });
    const { dueDateTime } = chosen.task;
    const dueDay = dueDateTime == null ? null : toDueDay(dueDateTime, zone);
    const body = toGraphTask(given, { zone, dueDay });
    const before = toTodoTask(chosen.task, { list: chosen.list, zone });
    return {
      effect: `Change ${names.join(', ')} of ${nameOf(chosen)}`,
      details: { change: given },
      prepared: { ...chosen, zone, body, before: valuesBefore(before, names) },
    };
  },
  perform: async (_deps, { graph, place, list, zone, body, before, whose }) => {
    const task = await updateTodoTask(graph, place, body);
    const input = { id: place.taskId, list: list.id, ...before, timeZone: zone, ...whose };
    return {
      result: { task: toTodoTask(task, { list, zone }) },
      id: task.id,
      undo: { operation: 'todo_update_task', input },
    };
  },
});

/** What the call that takes it back sends. */
function valuesBefore(task: TodoTaskRow, names: readonly string[]): TaskValues {
  const before = {
    title: task.title,
    body: task.body ?? null,
    dueAt: task.dueAt ?? null,
    remindAt: task.remindAt ?? null,
    importance: task.importance ?? 'normal',
    categories: task.categories ?? [],
    recurrence: task.recurrence ?? null,
    status: task.status,
  };
  return Object.fromEntries(Object.entries(before).filter(([name]) => names.includes(name)));
}

function nothingToChange(): ProblemError {
  const message = 'says nothing to change: send title, dueAt or another value';
  return new ProblemError('invalid_input', `arguments: ${message}`, {
    errors: [{ field: 'arguments', message }],
  });
}
