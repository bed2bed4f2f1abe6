import * as z from 'zod';
import { addDays } from '../../domain/time/due-day.js';
import { toUtcText } from '../../domain/time/graph-date-time.js';
import type { TodoTaskFilter } from '../../graph/todo/todo-tasks.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { readTasksOfLists } from './read-tasks-of-lists.js';
import { listsOf, requireList } from './todo-lookup.js';
import { textOfTask, todoTaskSchema, toTodoTask } from './todo-schemas.js';

export const todoListTasks = defineOperation({
  name: 'todo_list_tasks',
  title: 'List To Do tasks',
  description:
    "Lists a person's To Do tasks, of one list or of all, newest first in each. Use it for personal tasks; work_list has these together with Planner and flagged mail, by due date.",
  input: z.strictObject({
    list: z.string().min(1).max(500).optional().describe('By name or id. Left out: all lists.'),
    status: z.enum(['open', 'completed', 'all']).default('open'),
    dueFrom: z.iso.date().optional().describe('Due on this day or later.'),
    dueUntil: z.iso.date().optional().describe('Due on this day or before.'),
    person: personInput,
    timeZone: timeZoneInput,
    ...pageInputs(100, 50),
    account: accountInput,
  }),
  output: z.object({
    tasks: z.array(todoTaskSchema),
    ...pageOutputs,
  }),
  outsideText: textOfTask('tasks[]'),
  isCore: true,
  selectable: 'tasks',
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['GET /users/{id}/todo/lists', 'GET /users/{id}/todo/lists/{id}/tasks'],
  scope: 'todo:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/todo/tasks', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { list, limit, cursor, person, account } = input;
    const zone = chooseZone(deps, input.timeZone);
    const { graph, path } = await choosePerson(deps, call, { person, account });
    const all = await listsOf(graph, path);
    const lists = list === undefined ? all : [requireList(all, list)];
    const filter = toFilter(input, zone);
    const page = await readTasksOfLists(graph, { person: path, lists, filter, limit, cursor });
    const tasks = page.rows.map(({ list: inList, task }) =>
      toTodoTask(task, { list: inList, zone }),
    );
    return { status: 200, json: JSON.stringify({ tasks, nextCursor: page.nextCursor }) };
  },
});

function toFilter(
  input: {
    readonly status: TodoTaskFilter['status'];
    readonly dueFrom?: string | undefined;
    readonly dueUntil?: string | undefined;
  },
  zone: string,
): TodoTaskFilter {
  const { status, dueFrom, dueUntil } = input;
  return {
    status,
    ...(dueFrom !== undefined && { dueFrom: toUtcText(dueFrom, zone) }),
    ...(dueUntil !== undefined && { dueBefore: toUtcText(addDays(dueUntil, 1), zone) }),
  };
}
