import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';

/**
 * Whether another token would put it right. That is the client's to get and not the model's, so that it is told in HTTP:
 * 401 or 403 with `WWW-Authenticate`. Keys can be exchanged for no better ones, and stay with words for the model.
 */
export function wantsBetterToken(error: unknown, { kind }: Caller): error is ProblemError {
  if (!(error instanceof ProblemError) || kind === 'key' || kind === 'anonymous') return false;
  if (error.status === 401) return true;
  return error.code === 'insufficient_scope' && error.challenge.scope !== null;
}
