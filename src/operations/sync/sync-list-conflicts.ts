import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { requirePlanId } from '../names/require-id.js';
import { conflictSchema, textOfConflict } from './review-schemas.js';

export const syncListConflicts = defineOperation({
  name: 'sync_list_conflicts',
  title: 'Conflicts',
  description:
    'Lists where an agent and a person changed the same thing, newest first: both values, who wrote them and when, which stands and by which rule. ' +
    'Use it to see what lost against what; sync_resolve_conflict lets the other value stand.',
  input: z.strictObject({
    taskId: z.string().min(1).optional().describe('Only those of this task.'),
    planId: z.string().min(1).optional().describe('Only those of this plan, by id or title.'),
    state: z
      .enum(['open', 'resolved', 'all'])
      .optional()
      .describe('open (when left out): nobody has decided otherwise yet.'),
    limit: z.int().min(1).max(200).optional().describe('Conflicts a page; 20 when left out.'),
    cursor: z.string().min(1).optional().describe('nextCursor of the page before.'),
  }),
  output: z.object({ conflicts: z.array(conflictSchema), nextCursor: z.string().nullable() }),
  outsideText: textOfConflict('conflicts[]'),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/sync/conflicts', successStatus: 200 },
  handler: async (deps, { taskId, planId, state, limit, cursor }) => {
    const { conflicts, next } = await deps.conflicts.list({
      ...(taskId === undefined ? {} : { taskId }),
      ...(planId === undefined ? {} : { planId: await requirePlanId(deps.names, planId) }),
      ...(cursor === undefined ? {} : { before: cursor }),
      state: state ?? 'open',
      limit: limit ?? 20,
    });
    return { status: 200, json: JSON.stringify({ conflicts, nextCursor: next }) };
  },
});
