import * as z from 'zod';
import { defineTaskWrite } from '../define-operation.js';
import {
  taskFieldInputs,
  taskIdInput,
  taskResultSchema,
  writeOptionInputs,
} from './task-schemas.js';
import { requireTaskId, toWriteContext } from './write-options.js';

export const taskUpdate = defineTaskWrite({
  name: 'task_update',
  title: 'Change a task',
  description:
    'Changes the fields you name and leaves the others alone: progress, dates, people, checklist and so on. Use it to report progress or to correct a task. ' +
    'Lists merge by key, so rows added by people stay. Returns the whole task with its new rev.',
  input: z.strictObject({
    id: taskIdInput,
    title: z.string().min(1).max(255).optional().describe('What is to be done, in a few words.'),
    planId: z
      .string()
      .optional()
      .describe('Only for a task without a plan: the plan to move it to.'),
    ...taskFieldInputs,
    ...writeOptionInputs,
  }),
  output: taskResultSchema,
  restBody: 'task',
  permissions: ['tasks.write'],
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'PATCH', path: '/api/agent/tasks/{id}', successStatus: 200 },
  handler: ({ store }, call) =>
    store.write(
      { operation: 'update', id: requireTaskId(call), body: call.input },
      toWriteContext(call),
    ),
});
