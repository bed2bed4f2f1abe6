import { ProblemError } from '../domain/problem.js';

/** What a caller can put right, named by their own field. */
export function wrongInput(field: string, message: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
