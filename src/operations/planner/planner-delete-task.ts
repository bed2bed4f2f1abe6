import * as z from 'zod';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { openBoard } from './open-board.js';
import { taskIdInput } from './planner-inputs.js';

export const plannerDeleteTask = defineAction({
  name: 'planner_delete_task',
  title: 'Delete a task',
  description:
    'Deletes a task. Use it for what was made by mistake; complete work that is done. Only synced tasks can be brought back (sync_undo, 7 days).',
  input: z.strictObject({ id: taskIdInput, ...actionInputs }),
  output: z.object({ deleted: z.literal(true), id: z.string() }),
  restBody: null,
  area: 'tasks',
  features: ['planner'],
  graphCalls: ['DELETE /planner/tasks/{id}'],
  scope: 'tasks:write',
  annotations: { destructive: true, idempotent: true },
  risk: 'delete',
  http: { method: 'DELETE', path: '/api/planner/tasks/{id}', successStatus: 200 },
  prepare: async (deps, { id, account }, call) => {
    const board = await openBoard(deps, call, account);
    const task = await board.findTask(id, { withDetails: false });
    board.requireWrite(task);
    const isKept = task.place.kind === 'store';
    return {
      effect: `Delete "${task.fields.title}"${isKept ? '' : ', for good'}`,
      prepared: { board, task },
    };
  },
  perform: async (_deps, { board, task }) => {
    const written = await board.remove(task);
    return {
      result: { deleted: true as const, id: task.id },
      id: task.id,
      ...(written !== null && {
        undo: { operation: 'sync_undo', input: { id: written.taskId, rev: written.rev } },
      }),
    };
  },
});
