import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { timeZoneInput } from '../inputs/time-zone.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { bucketInput, fieldInputs, listChangeInputs } from './planner-inputs.js';
import { readChange } from './read-changes.js';

export const plannerUpdateTask = defineTaskChange({
  name: 'planner_update_task',
  title: 'Change a task',
  description:
    'Changes what you send of a task and leaves the rest. Use it for one task; planner_bulk_update_tasks is for many.',
  input: z.strictObject({
    ...taskChangeInputs,
    title: z.string().trim().min(1).max(255).optional(),
    description: z.string().max(32_768).optional().describe('Replaces all of it.'),
    bucket: bucketInput.optional(),
    ...fieldInputs,
    ...listChangeInputs,
    timeZone: timeZoneInput,
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
