import * as z from 'zod';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { bucketPlaceInputs, readBucketPlace } from './bucket-place.js';
import { inAccount } from './in-account.js';
import { openBoard } from './open-board.js';
import { planInput } from './planner-inputs.js';
import { requirePlan } from './planner-names.js';
import { bucketSchema } from './planner-schemas.js';

export const plannerCreateBucket = defineAction({
  name: 'planner_create_bucket',
  title: 'Create a bucket',
  description: 'Adds a bucket (column) to a plan. Use it for a new stage or kind of work.',
  input: z.strictObject({
    plan: planInput,
    name: z.string().trim().min(1).max(255),
    ...bucketPlaceInputs,
    ...actionInputs,
  }),
  output: z.object({ bucket: bucketSchema }),
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['POST /planner/buckets'],
  scope: 'tasks:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/planner/plans/{plan}/buckets', successStatus: 201 },
  prepare: async (deps, { plan, name, account, ...place }, call) => {
    const board = await openBoard(deps, call, account);
    const planId = await requirePlan(board, plan);
    board.plans.requireWrite();
    const beside = await readBucketPlace(board, planId, place);
    const words = await board.words.ifKnown(planId);
    return {
      effect: `Create the bucket "${name}" in the plan "${words?.title ?? planId}"`,
      prepared: {
        board,
        account,
        bucket: { planId, name, ...(beside !== undefined && { beside }) },
      },
    };
  },
  perform: async (_deps, { board, account, bucket: wanted }) => {
    const bucket = await board.plans.createBucket(wanted);
    return {
      result: { bucket },
      id: bucket.id,
      undo: inAccount(
        {
          operation: 'planner_delete_bucket',
          input: { plan: wanted.planId, bucket: bucket.id },
        },
        account,
      ),
    };
  },
});
