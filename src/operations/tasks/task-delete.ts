import * as z from 'zod';
import { defineTaskWrite } from '../define-operation.js';
import { taskIdInput, writeOptionInputs } from './task-schemas.js';
import { requireTaskId, toDeleteContext } from './write-options.js';

export const taskDelete = defineTaskWrite({
  name: 'task_delete',
  title: 'Delete a task',
  description:
    'Deletes a task here and on the Planner board. Use it for tasks made by mistake; for finished work set percentComplete to 100 with task_update instead. ' +
    'An edit that a person made meanwhile brings the task back.',
  input: z.strictObject({ id: taskIdInput, ...writeOptionInputs }),
  output: z.object({ deleted: z.literal(true), id: z.string() }),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:write',
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'DELETE', path: '/api/agent/tasks/{id}', successStatus: 204 },
  handler: ({ store }, call) =>
    store.write({ operation: 'delete', id: requireTaskId(call) }, toDeleteContext(call)),
});
