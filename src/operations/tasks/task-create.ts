import * as z from 'zod';
import { defineTaskWrite } from '../define-operation.js';
import { writeWithNames } from '../names/task-names.js';
import { taskFieldInputs, taskResultSchema, writeOptionInputs, taskTexts } from './task-schemas.js';
import { toWriteContext } from './write-options.js';

export const taskCreate = defineTaskWrite({
  name: 'task_create',
  title: 'Create a task',
  description:
    'Creates a task in a plan that Tandem syncs; people see it within seconds. Use it for new work there; planner_create_task takes any plan, task_update changes a task. ' +
    'Returns the task with its id and rev; sync.state is "pending" until Planner has it.',
  input: z.strictObject({
    title: z.string().min(1).max(255).describe('In a few words.'),
    planId: z.string().optional().describe('By id or title. Default: the configured plan.'),
    ...taskFieldInputs,
    idempotencyKey: writeOptionInputs.idempotencyKey,
  }),
  output: taskResultSchema,
  outsideText: taskTexts('task'),
  restBody: 'task',
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:write',
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/agent/tasks', successStatus: 201 },
  handler: ({ store, names }, call) =>
    writeWithNames(names, call.input, {
      planOf: () => names.defaultPlanId(),
      write: (body) => store.write({ operation: 'create', body }, toWriteContext(call)),
    }),
});
