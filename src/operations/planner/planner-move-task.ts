import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { Board } from '../../boards/boards.js';
import type { BoardTask } from '../../boards/board-task.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { bucketInput, planInput } from './planner-inputs.js';
import { requireBucket, requirePlan } from './planner-names.js';

export const plannerMoveTask = defineTaskChange({
  name: 'planner_move_task',
  title: 'Move a task',
  description:
    'Moves a task to another bucket of its plan, or a task without a plan into one. Use it when work goes on to the next column.',
  input: z.strictObject({
    ...taskChangeInputs,
    bucket: bucketInput.optional(),
    plan: planInput.optional().describe('Only for a task without a plan.'),
  }),
  graphCalls: ['PATCH /planner/tasks/{id}'],
  http: { method: 'POST', path: '/api/planner/tasks/{id}/move', successStatus: 200 },
  read: async ({ board, task }, { bucket, plan }) => {
    if (bucket === undefined && plan === undefined) {
      const message = 'is missing: name the bucket to move it to';
      throw new ProblemError('invalid_input', `bucket: ${message}`, {
        errors: [{ field: 'bucket', message }],
      });
    }
    const planId = await planFor(board, task, plan);
    const bucketId =
      bucket === undefined ? undefined : await requireBucket(board, planId, { bucket });
    return {
      change: {
        ...(task.planId === null && { planId }),
        ...(bucketId !== undefined && { bucketId }),
      },
      effect: 'Move',
    };
  },
});

/** Planner takes no other plan for a task: https://learn.microsoft.com/graph/api/plannertask-update */
async function planFor(board: Board, task: BoardTask, plan: string | undefined): Promise<string> {
  const wanted = plan === undefined ? null : await requirePlan(board, plan);
  const planId = task.planId ?? wanted;
  if (planId !== null && (wanted === null || wanted === planId)) return planId;
  const message =
    planId === null
      ? 'is missing: the task is in no plan, so it has no buckets'
      : 'cannot be another one: Planner does not move tasks between plans. Make it there with planner_create_task, then delete this one';
  throw new ProblemError('invalid_input', `plan: ${message}`, {
    errors: [{ field: 'plan', message }],
  });
}
