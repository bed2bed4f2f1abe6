import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { gapSchema, updateEventSchema } from './event-schemas.js';
import { taskTexts } from './task-schemas.js';

export const taskEventsSince = defineOperation({
  name: 'task_events_since',
  title: 'What happened since',
  description:
    'Returns what happened to tasks after a cursor, oldest first: changes by people on the Planner board (source "planner"), by agents, sync results, and new names of plans, buckets and labels. ' +
    'Use it to notice what people did: keep the answered cursor and pass it next time as "after". Without "after" the newest events are answered. To wait for the next one, task_wait_for_change. ' +
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
    events: z.array(updateEventSchema),
    cursor: z.string().describe('Pass it as "after" next time.'),
    gap: gapSchema,
  }),
  outsideText: [...taskTexts('events[].task'), 'events[].plan'],
  restBody: null,
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/agent/events', successStatus: 200 },
  handler: async ({ events }, { after, limit }) => ({
    status: 200,
    json: JSON.stringify(
      await events.readEvents({ ...(after === undefined ? {} : { after }), limit: limit ?? 50 }),
    ),
  }),
});
