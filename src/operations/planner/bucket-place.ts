import type { Board } from '../../boards/boards.js';
import { ProblemError } from '../../domain/problem.js';
import { bucketInput } from './planner-inputs.js';
import { requireBucket } from './planner-names.js';

/** Where a bucket is to stand. */
export const bucketPlaceInputs = {
  before: bucketInput.optional().describe('To stand left of this bucket.'),
  after: bucketInput.optional().describe('To stand right of this bucket.'),
};

export type Beside = { readonly side: 'before' | 'after'; readonly id: string };

/** Undefined: nothing is said. ProblemError invalid_input. */
export async function readBucketPlace(
  board: Board,
  planId: string,
  { before, after }: { readonly before?: string | undefined; readonly after?: string | undefined },
): Promise<Beside | undefined> {
  if (before !== undefined && after !== undefined) throw both();
  if (before !== undefined) {
    const id = await requireBucket(board, planId, { bucket: before, field: 'before' });
    return { side: 'before', id };
  }
  if (after === undefined) return undefined;
  const id = await requireBucket(board, planId, { bucket: after, field: 'after' });
  return { side: 'after', id };
}

export function both(): ProblemError {
  const message = 'cannot stand beside before; send one of the two';
  return new ProblemError('invalid_input', `after: ${message}`, {
    errors: [{ field: 'after', message }],
  });
}
