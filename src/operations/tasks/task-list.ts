import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePersonId, requirePlanId } from '../names/require-id.js';
import { taskDocumentSchema, taskTexts } from './task-schemas.js';

export const taskList = defineOperation({
  name: 'task_list',
  title: 'List tasks',
  description:
    'Lists tasks, newest first, a page at a time, filtered by plan, sync state or assignee. Use it to find a task whose id you do not know, ' +
    'or with state "failed" to see what needs attention. nextCursor, when not null, is the cursor of the next page.',
  input: z.strictObject({
    planId: z.string().min(1).optional().describe('Only tasks of this plan, by id or title.'),
    state: z
      .enum(['pending', 'synced', 'conflict', 'failed', 'local'])
      .optional()
      .describe('Only tasks in this sync state.'),
    assignee: z
      .string()
      .min(1)
      .optional()
      .describe('Only tasks assigned to this person, by object id, full name or mail address.'),
    limit: z.int().min(1).max(200).optional().describe('Tasks a page; 50 when left out.'),
    cursor: z.string().min(1).optional().describe('nextCursor of the page before.'),
  }),
  aliases: { plan_id: 'planId' },
  output: z.object({ tasks: z.array(taskDocumentSchema), nextCursor: z.string().nullable() }),
  outsideText: taskTexts('tasks[]'),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/agent/tasks', successStatus: 200 },
  handler: async ({ store, names }, { planId, state, assignee, limit, cursor }) => {
    const page = await store.list({
      ...(planId === undefined ? {} : { planId: await requirePlanId(names, planId) }),
      ...(state === undefined ? {} : { state }),
      ...(assignee === undefined
        ? {}
        : { assignee: await requirePersonId(names, assignee, 'assignee') }),
      ...(limit === undefined ? {} : { limit }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { status: 200, json: JSON.stringify(page) };
  },
});
