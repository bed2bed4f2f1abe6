import * as z from 'zod';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { openBoard } from './open-board.js';
import { taskIdInput } from './planner-inputs.js';
import { taskViewSchema, toTaskView } from './task-view.js';

export const plannerGetTask = defineOperation({
  name: 'planner_get_task',
  title: 'Get a task',
  description:
    'Returns a task with description, checklist, links and who completed it when. Use it before you change these.',
  input: z.strictObject({ id: taskIdInput, timeZone: timeZoneInput, account: accountInput }),
  output: z.object({ task: taskViewSchema }),
  outsideText: [
    'task.title',
    'task.description',
    'task.checklist[].title',
    'task.references[].title',
    'task.plan.name',
    'task.bucket.name',
    'task.labels[]',
  ],
  restBody: 'task',
  area: 'tasks',
  isCore: true,
  features: ['planner', 'people', 'groups'],
  graphCalls: ['GET /planner/tasks/{id}', 'GET /planner/tasks/{id}/details'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/tasks/{id}', successStatus: 200 },
  handler: async (deps, { id, timeZone, account }, call) => {
    const zone = chooseZone(deps, timeZone);
    const board = await openBoard(deps, call, account);
    const task = await board.findTask(id, { withDetails: true });
    return {
      status: 200,
      json: JSON.stringify(await toTaskView(board, task, { zone, isWhole: true })),
    };
  },
});
