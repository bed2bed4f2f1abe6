import { ProblemError, type FieldProblem } from '../../domain/problem.js';
import type { WriteContext } from '../../tasks/task-store.js';
import { summary } from '../check-input.js';
import type { OperationCall } from '../operation-call.js';
import { nearestName } from '../nearest-name.js';

/** Who writes, and the key of the header. What stands in the body is the Redis function's to read. */
export function toWriteContext({ actor, idempotencyKey }: OperationCall): WriteContext {
  return idempotencyKey === undefined ? { actor } : { actor, idempotencyKey };
}

/** The id of the task that a call is about; throws ProblemError where it is missing. */
export function requireTaskId(call: OperationCall): string {
  const id = call.params?.['id'];
  if (typeof id === 'string' && id !== '') return id;
  const message = id === undefined ? 'is missing' : 'must be text';
  throw new ProblemError('invalid_input', `id: ${message}`, { errors: [{ field: 'id', message }] });
}

/**
 * The context of a deletion, which has no body that the Redis function would read: takes `expectedRev` and
 * `idempotencyKey` and refuses all else.
 */
export function toDeleteContext(call: OperationCall): WriteContext {
  const context = toWriteContext(call);
  const { input } = call;
  const problems: FieldProblem[] = [];
  if (!isRecord(input)) {
    problems.push({ field: 'body', message: 'must be an object' });
    throw new ProblemError('invalid_input', summary(problems), { errors: problems });
  }
  const { expectedRev, idempotencyKey, ...others } = input;
  problems.push(...Object.keys(others).map(toUnknown));
  if (expectedRev !== undefined && !isRevision(expectedRev)) {
    problems.push({ field: 'expectedRev', message: 'must be a whole number, 1 or more' });
  }
  if (idempotencyKey !== undefined && !isIdempotencyKey(idempotencyKey)) {
    problems.push({ field: 'idempotencyKey', message: 'must be a text of 1 to 255 characters' });
  } else if (!agree(idempotencyKey, context.idempotencyKey)) {
    problems.push({ field: 'idempotencyKey', message: 'is given twice, with different values' });
  }
  if (problems.length > 0) {
    throw new ProblemError('invalid_input', summary(problems), { errors: problems });
  }
  return {
    ...context,
    ...(isIdempotencyKey(idempotencyKey) ? { idempotencyKey } : {}),
    ...(isRevision(expectedRev) ? { expectedRev } : {}),
  };
}

export function isIdempotencyKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 255;
}

function toUnknown(field: string): FieldProblem {
  const suggestion = nearestName(field, ['expectedRev', 'idempotencyKey']);
  return { field, message: 'is not known', ...(suggestion === undefined ? {} : { suggestion }) };
}

function agree(inBody: unknown, inHeader: string | undefined): boolean {
  return inBody === undefined || inHeader === undefined || inBody === inHeader;
}

function isRevision(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
