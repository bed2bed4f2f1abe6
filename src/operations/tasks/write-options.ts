import { ProblemError, type FieldProblem } from '../../domain/problem.js';
import type { WriteContext } from '../../tasks/task-store.js';
import { summary } from '../check-input.js';
import type { OperationCall } from '../define-operation.js';

/** A task write's body, and what stood beside its fields. */
export interface SeparatedWrite {
  readonly body: unknown;
  readonly context: WriteContext;
}

/**
 * Takes `expectedRev` and `idempotencyKey` out of the input; all else stays as it came, for the Redis function to
 * judge. The input is the caller's own parsed JSON and is changed in place: this is the hot path.
 */
export function separateWriteOptions(call: OperationCall): SeparatedWrite {
  const { input, actor, idempotencyKey: headerKey } = call;
  const plain: WriteContext =
    headerKey === undefined ? { actor } : { actor, idempotencyKey: headerKey };
  if (!isRecord(input)) return { body: input ?? {}, context: plain };
  const expectedRev = input['expectedRev'];
  const bodyKey = input['idempotencyKey'];
  if (expectedRev === undefined && bodyKey === undefined) return { body: input, context: plain };

  delete input['expectedRev'];
  delete input['idempotencyKey'];
  const problems: FieldProblem[] = [];
  if (expectedRev !== undefined && !isRevision(expectedRev)) {
    problems.push({ field: 'expectedRev', message: 'must be a whole number, 1 or more' });
  }
  if (bodyKey !== undefined && !isIdempotencyKey(bodyKey)) {
    problems.push({ field: 'idempotencyKey', message: 'must be text of 1 to 255 characters' });
  } else if (bodyKey !== undefined && headerKey !== undefined && bodyKey !== headerKey) {
    problems.push({
      field: 'idempotencyKey',
      message: 'differs from the header Idempotency-Key; send one of the two',
    });
  }
  if (problems.length > 0)
    throw new ProblemError('invalid_input', summary(problems), { errors: problems });
  return {
    body: input,
    context: {
      ...plain,
      ...(isIdempotencyKey(bodyKey) ? { idempotencyKey: bodyKey } : {}),
      ...(isRevision(expectedRev) ? { expectedRev } : {}),
    },
  };
}

/** The id of the task that a call is about; throws ProblemError where it is missing. */
export function requireTaskId(call: OperationCall): string {
  if (typeof call.id === 'string' && call.id !== '') return call.id;
  const message = call.id === undefined ? 'is missing' : 'must be text';
  throw new ProblemError('invalid_input', `id: ${message}`, { errors: [{ field: 'id', message }] });
}

export function isIdempotencyKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 255;
}

function isRevision(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
