import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';

const failureSchema = z.object({
  taskId: z.string(),
  planId: z.string(),
  title: z.string().nullable(),
  operation: z
    .enum(['create', 'update', 'delete'])
    .describe('What could not be done in Planner. delete: the task is gone for agents already.'),
  code: z
    .string()
    .describe(
      "Planner's limit where it is one (MaximumTasksInProject), forbidden, bad_request, …; create_undecided.",
    ),
  message: z.string().describe('What Graph said.'),
  advice: z.string().describe('What to do about it.'),
  since: z.string().describe('Since when it fails like this (UTC).'),
  tries: z.number().int(),
  nextTryAt: z
    .string()
    .nullable()
    .describe(
      'When it is tried again by itself (UTC), or one task for all that fail with the same code; earlier when there is room, or when it is changed. null: not known.',
    ),
});

export const syncListFailures = defineOperation({
  name: 'sync_list_failures',
  title: 'List sync failures',
  description:
    'Lists the tasks that cannot be brought to Planner as they are, the oldest first: what Graph said, what to do, and when they are tried again. ' +
    'Deletes that fail and creates whose answer is still out are among them. Use it when a task is "failed" or the status counts failing tasks.',
  input: z.strictObject({
    planId: z.string().min(1).optional().describe('Only tasks of this plan, by id or title.'),
    limit: z.int().min(1).max(200).optional().describe('At most so many; 50 when left out.'),
  }),
  aliases: { plan_id: 'planId' },
  output: z.object({
    failures: z.array(failureSchema),
    total: z.number().int().describe('How many there are in all.'),
  }),
  outsideText: ['failures[].title'],
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/sync/failures', successStatus: 200 },
  handler: async ({ failures, names }, { planId: named, limit }) => {
    const planId = named === undefined ? undefined : await requirePlanId(names, named);
    const failed = await failures.list({ planId, limit: limit ?? 50 });
    return { status: 200, json: JSON.stringify(failed) };
  },
});
