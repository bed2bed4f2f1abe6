import * as z from 'zod';
import { createTaskFilter } from '../../boards/task-filter.js';
import { readThrough } from '../../boards/read-through.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { openBoard } from './open-board.js';
import { bucketInput, planInput } from './planner-inputs.js';
import { requireBucket, requirePlan } from './planner-names.js';

/** As many titles as a person reads before they say yes. */
const mostShown = 20;

export const plannerDeleteBucket = defineAction({
  name: 'planner_delete_bucket',
  title: 'Delete a bucket',
  description:
    'Deletes a bucket with all tasks in it. Use it for a column that is not needed any more, after moving tasks that are.',
  input: z.strictObject({ plan: planInput, bucket: bucketInput, ...actionInputs }),
  output: z.object({ deleted: z.literal(true), id: z.string() }),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['DELETE /planner/buckets/{id}', 'GET /planner/plans/{id}/tasks'],
  scope: 'tasks:write',
  annotations: { destructive: true, idempotent: true },
  risk: 'delete',
  http: {
    method: 'DELETE',
    path: '/api/planner/plans/{plan}/buckets/{bucket}',
    successStatus: 200,
  },
  prepare: async (deps, { plan, bucket, account }, call) => {
    const board = await openBoard(deps, call, account);
    const planId = await requirePlan(board, plan);
    board.plans.requireWrite();
    const bucketId = await requireBucket(board, planId, { bucket });
    const matches = createTaskFilter({ bucketId }, { now: Date.now(), zone: deps.timeZone });
    const sources = await board.sources.ofPlan(planId, matches);
    const { rows, nextCursor } = await readThrough(sources, { limit: mostShown });
    const words = await board.words.ifKnown(planId);
    const name = words?.buckets.find(({ id }) => id === bucketId)?.name ?? bucketId;
    const count = nextCursor === null ? String(rows.length) : `more than ${String(mostShown)}`;
    return {
      effect: `Delete the bucket "${name}" with its tasks (${count})`,
      details: { tasks: rows.map(({ fields }) => fields.title) },
      prepared: { board, planId, bucketId },
    };
  },
  perform: async (_deps, { board, planId, bucketId }) => {
    await board.plans.removeBucket(planId, bucketId);
    return { result: { deleted: true as const, id: bucketId }, id: bucketId };
  },
});
