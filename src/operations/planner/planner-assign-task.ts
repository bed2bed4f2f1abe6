import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { personNames } from './planner-inputs.js';
import { readChange } from './read-changes.js';

export const plannerAssignTask = defineTaskChange({
  name: 'planner_assign_task',
  title: 'Assign a task',
  description:
    'Gives a task to people, or takes people off it; the others stay. Use it when somebody takes work over.',
  input: z.strictObject({
    ...taskChangeInputs,
    assign: personNames.optional().describe('People: name, mail or id.'),
    unassign: personNames.optional(),
  }),
  graphCalls: ['PATCH /planner/tasks/{id}'],
  http: { method: 'POST', path: '/api/planner/tasks/{id}/assign', successStatus: 200 },
  read: async ({ board, task, zone }, { assign, unassign }) => {
    if (assign === undefined && unassign === undefined) {
      const message = 'is missing: name people to assign or to unassign';
      throw new ProblemError('invalid_input', `assign: ${message}`, {
        errors: [{ field: 'assign', message }],
      });
    }
    const written = { assign, unassign };
    return { change: await readChange(board, task, { written, zone }), effect: 'Assign' };
  },
});
