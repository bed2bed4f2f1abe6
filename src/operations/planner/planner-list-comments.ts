import * as z from 'zod';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { toReadableText } from '../mail/text/mail-text.js';
import { openPersonsBoard } from './open-board.js';
import { taskIdInput } from './planner-inputs.js';

export const plannerListComments = defineOperation({
  name: 'planner_list_comments',
  title: 'List comments of a task',
  description:
    'Lists the comments of a task. Use it to read what people said about it. For people who signed in, not for the app.',
  input: z.strictObject({
    id: taskIdInput,
    ...pageInputs(50, 20),
    timeZone: timeZoneInput,
    account: accountInput,
  }),
  output: z.object({
    comments: z.array(
      z.object({
        id: z.string(),
        from: z.object({ name: z.string().optional(), address: z.string().optional() }),
        at: z.string().optional(),
        text: z.string(),
      }),
    ),
    ...pageOutputs,
  }),
  outsideText: ['comments[].text', 'comments[].from.name'],
  selectable: 'comments',
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groupThreads'],
  graphCalls: ['GET /groups/{id}/threads/{id}/posts'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/planner/tasks/{id}/comments', successStatus: 200 },
  handler: async (deps, { id, limit, cursor, timeZone, account }, call) => {
    const zone = chooseZone(deps, timeZone);
    const board = await openPersonsBoard(deps, call, account);
    const task = await board.findTask(id, { withDetails: false });
    const { rows, nextCursor } = await board.comments.list(task, { limit, cursor });
    const comments = rows.map(({ id: postId, from, at, ...body }) => ({
      id: postId,
      from: {
        ...(from.name !== null && { name: from.name }),
        ...(from.address !== null && { address: from.address }),
      },
      ...(at !== null && { at: toZonedInstant(at, zone) ?? at }),
      text: toReadableText(body, 'markdown'),
    }));
    return { status: 200, json: JSON.stringify({ comments, nextCursor }) };
  },
});
