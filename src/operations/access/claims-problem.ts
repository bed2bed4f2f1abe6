import { ClaimsRequiredError } from '../../domain/claims-required-error.js';
import { ProblemError } from '../../domain/problem.js';

/**
 * Where Microsoft wants more of the caller's own sign-in (a second factor, say), the caller is told like somebody without a
 * good token: 401 with the claims, which its host takes to Entra ID. Every other failure stays what it is.
 */
export function toClaimsProblem(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (!(at instanceof ClaimsRequiredError)) continue;
    const detail = `${at.message}. ${at.advice}`;
    return new ProblemError('unauthorized', detail, {}, { claims: at.claims() });
  }
  return error;
}
