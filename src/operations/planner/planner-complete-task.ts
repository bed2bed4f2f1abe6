import * as z from 'zod';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';

export const plannerCompleteTask = defineTaskChange({
  name: 'planner_complete_task',
  title: 'Complete a task',
  description:
    'Marks a task as completed and answers by whom and when. Use it when the work is done; planner_reopen_task takes it back.',
  input: z.strictObject(taskChangeInputs),
  graphCalls: ['PATCH /planner/tasks/{id}'],
  http: { method: 'POST', path: '/api/planner/tasks/{id}/complete', successStatus: 200 },
  read: () => ({ change: { percentComplete: 100 }, effect: 'Complete' }),
});
