import { GraphError, type GraphErrorDetails } from './graph-error.js';

/**
 * Microsoft wants more of the caller's own sign-in than their token holds. Whoever answers them says so with the claims, in
 * `WWW-Authenticate`; they are a function, so that nothing prints them.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export class ClaimsRequiredError extends GraphError {
  constructor(
    details: GraphErrorDetails,
    /** JSON. */
    readonly claims: () => string,
  ) {
    super(details);
  }
}
