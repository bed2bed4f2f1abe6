import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';
import { planIdInput, planModeSchema } from './plan-schemas.js';
import { placeShape } from './review-schemas.js';

const writeSchema = z.object({
  direction: z
    .enum(['to_planner', 'from_planner'])
    .describe('to_planner: people would see it; from_planner: agents would.'),
  operation: z
    .enum(['create', 'update', 'delete', 'import', 'adopt'])
    .describe(
      'import: a task from the board is new to the agents; adopt: a Planner task that an unanswered create of ours has made is taken over.',
    ),
  fields: z.array(z.object({ ...placeShape, from: z.unknown(), to: z.unknown() })),
});

const taskSchema = z.object({
  taskId: z.string().nullable().describe('Null for a task that is new to the agents.'),
  plannerId: z.string().nullable().describe('Null for a task that is new to Planner.'),
  title: z.string().nullable(),
  writes: z.array(writeSchema),
  conflicts: z.array(
    z.object({
      ...placeShape,
      agentValue: z.unknown(),
      personValue: z.unknown(),
      winner: z.enum(['agent', 'person']),
      rule: z.string(),
    }),
  ),
  note: z.string().nullable().describe('Why it would not be done at once; null where it would.'),
});

const count = z.number().int();

export const syncPreview = defineOperation({
  name: 'sync_preview',
  title: 'Preview a sync',
  description:
    'Shows the writes that a sync of a plan would make now, in both directions, without making any: per task what would be created, changed, deleted or imported, with the values before and after, ' +
    'and conflicts with their winner. Works for plans that are not linked yet, in preview, paused, stopped or synced. Use it before sync_add_plan with mode "on", sync_resume or sync_confirm_deletions. ' +
    'A page looks at limit tasks; those that are equal on both sides are only counted.',
  input: z.strictObject({
    planId: planIdInput,
    limit: z.int().min(1).max(200).optional().describe('Tasks looked at a call; 50 when left out.'),
    cursor: z.string().min(1).optional().describe('nextCursor of the call before.'),
  }),
  aliases: { plan_id: 'planId' },
  output: z.object({
    planId: z.string(),
    title: z.string(),
    mode: planModeSchema.nullable().describe('Null: not linked.'),
    isStopped: z
      .boolean()
      .describe(
        'True: so many tasks are missing in Planner that the plan stops instead of deleting them; the deletes here wait for sync_confirm_deletions.',
      ),
    total: count.describe('Tasks that a sync would look at, on all pages.'),
    counts: z
      .object({
        toPlanner: z.object({ create: count, update: count, delete: count, adopt: count }),
        fromPlanner: z.object({ import: count, update: count, delete: count }),
        conflicts: count,
        unchanged: count,
      })
      .describe('Of this page.'),
    tasks: z.array(taskSchema),
    nextCursor: z.string().nullable(),
  }),
  outsideText: [
    'title',
    'tasks[].title',
    'tasks[].writes[].fields[].from',
    'tasks[].writes[].fields[].to',
    'tasks[].conflicts[].agentValue',
    'tasks[].conflicts[].personValue',
  ],
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/sync/plans/{planId}/preview', successStatus: 200 },
  handler: async ({ previewPlan, names }, { planId: named, limit, cursor }) => {
    const planId = await requirePlanId(names, named);
    const page = await previewPlan({ planId, limit: limit ?? 50, cursor: cursor ?? null });
    return { status: 200, json: JSON.stringify(page) };
  },
});
