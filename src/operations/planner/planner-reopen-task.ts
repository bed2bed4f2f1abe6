import * as z from 'zod';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';

export const plannerReopenTask = defineTaskChange({
  name: 'planner_reopen_task',
  title: 'Reopen a task',
  description: 'Makes a completed task open again. Use it when there is more to do after all.',
  input: z.strictObject({
    ...taskChangeInputs,
    percentComplete: z
      .int()
      .min(0)
      .max(99)
      .default(0)
      .describe('How far it is: 0 not started, 50 in progress.'),
  }),
  graphCalls: ['PATCH /planner/tasks/{id}'],
  http: { method: 'POST', path: '/api/planner/tasks/{id}/reopen', successStatus: 200 },
  read: ({ task }, { percentComplete }) => ({
    change: task.fields.percentComplete < 100 ? {} : { percentComplete },
    effect: 'Reopen',
  }),
});
