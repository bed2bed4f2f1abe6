import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { taskDocumentSchema } from './task-schemas.js';

const taskEventSchema = z.object({
  action: z
    .enum(['created', 'updated', 'deleted', 'synced', 'conflict', 'failed', 'plan_updated'])
    .describe(
      'created, updated and deleted: content changed; synced, conflict, failed: how sync fares.',
    ),
  task_id: z.string(),
  task: taskDocumentSchema
    .nullable()
    .describe('The task after the event; after a deletion what it was.'),
  source: z
    .enum(['agent', 'planner', 'system'])
    .describe('planner: a person changed it on the board.'),
  rev: z.number().int(),
  at: z.string().describe('UTC.'),
  cursor: z.string().describe('Place of this event in the stream.'),
});

export const taskEventsSince = defineOperation({
  name: 'task_events_since',
  title: 'What happened since',
  description:
    'Returns what happened to tasks after a cursor, oldest first: changes by people on the Planner board (source "planner"), by agents, and sync results. ' +
    'Use it to notice what people did: keep the answered cursor and pass it next time as "after". Without "after" the newest events are answered. ' +
    'gap, when not null, says that older events are no longer kept: read the tasks anew with task_list.',
  input: z.strictObject({
    after: z
      .string()
      .min(1)
      .optional()
      .describe('The cursor of the last call; left out: the newest events.'),
    limit: z.int().min(1).max(200).optional().describe('Most events to answer; 50 when left out.'),
  }),
  output: z.object({
    events: z.array(taskEventSchema),
    cursor: z.string().describe('Pass it as "after" next time.'),
    gap: z.object({ oldest: z.string().nullable() }).nullable(),
  }),
  restBody: null,
  permissions: ['tasks.read'],
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/agent/events', successStatus: 200 },
  handler: async ({ events }, { after, limit }) => ({
    status: 200,
    json: JSON.stringify(
      await events.readEvents({ ...(after === undefined ? {} : { after }), limit: limit ?? 50 }),
    ),
  }),
});
