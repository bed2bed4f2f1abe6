import type { components } from './schema.js';

/** What went wrong (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** A failed request. */
export class TandemError extends Error {
  override readonly name = 'TandemError';

  constructor(
    /** Null: what answered was not Tandem. */
    readonly problem: Problem | null,
    readonly status: number,
  ) {
    super(problem?.detail ?? problem?.title ?? `The answer had status ${status}`);
  }
}

/** The value of an answer. Throws TandemError for a failure. */
export function valueOf<Value>(answer: {
  readonly data?: Value;
  readonly error?: unknown;
  readonly response: Response;
}): Value {
  const { data, error, response } = answer;
  if (error === undefined && response.ok) return data as Value;
  throw new TandemError(isProblem(error) ? error : null, response.status);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}
