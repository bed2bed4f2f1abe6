import * as z from 'zod';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { openPersonsBoard } from './open-board.js';
import { taskIdInput } from './planner-inputs.js';

export const plannerAddComment = defineAction({
  name: 'planner_add_comment',
  title: 'Comment on a task',
  description:
    'Writes a comment on a task, which its people get by mail. Use it to tell or ask them something about it. For people who signed in, not for the app.',
  input: z.strictObject({
    id: taskIdInput,
    text: z.string().trim().min(1).max(8_000).describe('Plain text.'),
    ...actionInputs,
  }),
  output: z.object({ commented: z.literal(true), id: z.string().describe("The task's.") }),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groupThreads'],
  graphCalls: [
    'POST /groups/{id}/threads',
    'POST /groups/{id}/threads/{id}/reply',
    'PATCH /planner/tasks/{id}',
  ],
  scope: 'tasks:write',
  annotations: { destructive: false, idempotent: false },
  risk: 'post',
  http: { method: 'POST', path: '/api/planner/tasks/{id}/comments', successStatus: 201 },
  prepare: async (deps, { id, text, account }, call) => {
    const board = await openPersonsBoard(deps, call, account);
    const task = await board.findTask(id, { withDetails: false });
    board.requireWrite(task);
    return {
      effect: `Comment on "${task.fields.title}"`,
      details: { text },
      prepared: { board, task, text },
    };
  },
  perform: async (_deps, { board, task, text }) => {
    await board.comments.add(task, text);
    return { result: { commented: true as const, id: task.id }, id: task.id };
  },
});
