import * as z from 'zod';
import { createTodoTask } from '../../graph/todo/todo-tasks.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { defaultList, listsOf, requireList } from './todo-lookup.js';
import { textOfTask, todoTaskSchema, toTodoTask } from './todo-schemas.js';
import { taskValueInputs, toGraphTask } from './todo-task-body.js';
import { whoseOf } from './todo-task-choice.js';

const values = taskValueInputs;

export const todoCreateTask = defineAction({
  name: 'todo_create_task',
  alsoKnownAs: [{ tool: 'create_todo_task', inputs: { due_date: 'dueAt' } }],
  title: 'Create a To Do task',
  description:
    'Creates a personal task in To Do. Use it for what one person has to do; work of a team belongs in Planner.',
  input: z.strictObject({
    title: values.title,
    list: z.string().min(1).max(500).optional().describe('By name or id. Left out: the default.'),
    body: values.body.optional(),
    dueAt: values.dueAt.optional(),
    remindAt: values.remindAt.optional(),
    importance: values.importance.optional(),
    categories: values.categories.optional(),
    recurrence: values.recurrence.optional(),
    person: personInput,
    timeZone: timeZoneInput,
    ...actionInputs,
  }),
  aliases: { dueDate: 'dueAt' },
  output: z.object({ task: todoTaskSchema }),
  outsideText: textOfTask('task'),
  isCore: true,
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'POST /users/{id}/todo/lists/{id}/tasks'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/todo/tasks', successStatus: 201 },
  prepare: async (deps, { list: wanted, person, account, timeZone, ...given }, call) => {
    const zone = chooseZone(deps, timeZone);
    const body = toGraphTask(given, { zone, dueDay: null });
    const { graph, path, personId } = await choosePerson(deps, call, { person, account });
    const lists = await listsOf(graph, path);
    const list = wanted === undefined ? defaultList(lists) : requireList(lists, wanted);
    const due = given.dueAt == null ? '' : `, due ${given.dueAt}`;
    return {
      effect: `Create the task "${given.title}" in ${list.name}${due}`,
      details: { list: list.name, title: given.title, body: given.body ?? null },
      prepared: { graph, path, list, body, zone, whose: whoseOf({ person, account }, personId) },
    };
  },
  perform: async (_deps, { graph, path, list, body, zone, whose }) => {
    const task = await createTodoTask(graph, { person: path, listId: list.id }, body);
    const input = { id: task.id, list: list.id, ...whose };
    return {
      result: { task: toTodoTask(task, { list, zone }) },
      id: task.id,
      undo: { operation: 'todo_delete_task', input },
    };
  },
});
