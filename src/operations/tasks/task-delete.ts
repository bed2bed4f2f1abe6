import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineTaskWrite } from '../define-operation.js';
import { nearestName } from '../nearest-name.js';
import { taskIdInput, writeOptionInputs } from './task-schemas.js';
import { requireTaskId, separateWriteOptions } from './write-options.js';

const optionNames = Object.keys(writeOptionInputs);

export const taskDelete = defineTaskWrite({
  name: 'task_delete',
  title: 'Delete a task',
  description:
    'Deletes a task here and on the Planner board. Use it for tasks made by mistake; for finished work set percentComplete to 100 with task_update instead. ' +
    'An edit that a person made meanwhile brings the task back.',
  input: z.strictObject({ id: taskIdInput, ...writeOptionInputs }),
  output: z.object({ deleted: z.literal(true), id: z.string() }),
  restBody: null,
  permissions: ['tasks.write'],
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'DELETE', path: '/api/agent/tasks/{id}', successStatus: 204 },
  handler: ({ store }, call) => {
    const id = requireTaskId(call);
    const { body, context } = separateWriteOptions(call);
    refuseOtherFields(body);
    return store.write({ operation: 'delete', id }, context);
  },
});

function refuseOtherFields(body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const errors = [{ field: 'body', message: 'must be an object' }];
    throw new ProblemError('invalid_input', 'body: must be an object', { errors });
  }
  const errors = Object.keys(body).map((field) => {
    const suggestion = nearestName(field, optionNames);
    return { field, message: 'is not known', ...(suggestion === undefined ? {} : { suggestion }) };
  });
  if (errors.length > 0) {
    throw new ProblemError('invalid_input', 'A deletion takes no other fields', { errors });
  }
}
