import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { taskIdInput, taskResultSchema, taskTexts } from './task-schemas.js';

export const taskGet = defineOperation({
  name: 'task_get',
  title: 'Read a task',
  description:
    'Returns one task as it stands now, with its rev and whether Planner has it. Use it before a change that depends on the present values, ' +
    'or to see whether a person changed something.',
  input: z.strictObject({ id: taskIdInput }),
  output: taskResultSchema,
  outsideText: taskTexts('task'),
  restBody: 'task',
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/agent/tasks/{id}', successStatus: 200 },
  handler: async ({ store }, { id }) => ({ status: 200, json: await store.read(id) }),
});
