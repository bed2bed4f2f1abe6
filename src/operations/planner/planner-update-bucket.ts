import * as z from 'zod';
import type { EditedBucket } from '../../boards/board-plans.js';
import { ProblemError } from '../../domain/problem.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { bucketPlaceInputs, readBucketPlace } from './bucket-place.js';
import { inAccount } from './in-account.js';
import { openBoard } from './open-board.js';
import { bucketInput, planInput } from './planner-inputs.js';
import { requireBucket, requirePlan } from './planner-names.js';
import { bucketSchema } from './planner-schemas.js';

export const plannerUpdateBucket = defineAction({
  name: 'planner_update_bucket',
  title: 'Rename or move a bucket',
  description:
    'Gives a bucket another name or another place on the board. Use it to rename or reorder columns.',
  input: z.strictObject({
    plan: planInput,
    bucket: bucketInput,
    name: z.string().trim().min(1).max(255).optional().describe('Its new name.'),
    ...bucketPlaceInputs,
    ...actionInputs,
  }),
  output: z.object({ bucket: bucketSchema }),
  outsideText: ['bucket.name'],
  restBody: null,
  area: 'tasks',
  features: ['planner', 'groups'],
  graphCalls: ['PATCH /planner/buckets/{id}'],
  scope: 'tasks:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/api/planner/plans/{plan}/buckets/{bucket}', successStatus: 200 },
  prepare: async (deps, { plan, bucket, name, account, ...place }, call) => {
    const board = await openBoard(deps, call, account);
    const planId = await requirePlan(board, plan);
    board.plans.requireWrite();
    const bucketId = await requireBucket(board, planId, { bucket });
    const beside = await readBucketPlace(board, planId, place);
    if (name === undefined && beside === undefined) {
      throw new ProblemError('invalid_input', 'Name a new name, or before or after which bucket');
    }
    const edit = {
      planId,
      bucketId,
      ...(name !== undefined && { name }),
      ...(beside !== undefined && { beside }),
    };
    const words = await board.words.ifKnown(planId);
    const known = words?.buckets.find(({ id }) => id === bucketId)?.name ?? bucketId;
    return { effect: `Change the bucket "${known}"`, prepared: { board, edit, account } };
  },
  perform: async (_deps, { board, edit, account }) => {
    const edited = await board.plans.updateBucket(edit);
    const { planId, bucketId } = edit;
    return {
      result: { bucket: edited.bucket },
      id: bucketId,
      undo: inAccount(
        {
          operation: 'planner_update_bucket',
          input: {
            plan: planId,
            bucket: bucketId,
            ...(edit.name !== undefined && { name: edited.before.name }),
            ...('beside' in edit && placeBefore(edited)),
          },
        },
        account,
      ),
    };
  },
});

/** Where it stood; nothing where it was the only one. */
function placeBefore({ before }: EditedBucket): {
  readonly after?: string;
  readonly before?: string;
} {
  if (before.after !== null) return { after: before.after };
  return before.next === null ? {} : { before: before.next };
}
