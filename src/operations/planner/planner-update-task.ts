import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { bucketInput, fieldInputs, listChangeInputs } from './planner-inputs.js';
import { readChange } from './read-changes.js';

export const plannerUpdateTask = defineTaskChange({
  name: 'planner_update_task',
  title: 'Change a task',
  description:
    'Changes what you name of a task and leaves the rest. Use it for dates, progress, people, labels, bucket or text; for many tasks at once use planner_bulk_update_tasks.',
  input: z.strictObject({
    ...taskChangeInputs,
    title: z.string().trim().min(1).max(255).optional(),
    description: z.string().max(32_768).optional().describe('Plain text; replaces all of it.'),
    bucket: bucketInput.optional(),
    ...fieldInputs,
    ...listChangeInputs,
  }),
  isCore: true,
  isDestructive: true,
  graphCalls: ['PATCH /planner/tasks/{id}', 'PATCH /planner/tasks/{id}/details'],
  http: { method: 'PATCH', path: '/api/planner/tasks/{id}', successStatus: 200 },
  read: async ({ board, task, zone }, input) => {
    const change = await readChange(board, task, { written: input, zone });
    if (Object.keys(change).length === 0) {
      throw new ProblemError('invalid_input', 'Name at least one thing to change');
    }
    return { change, effect: 'Change' };
  },
});
