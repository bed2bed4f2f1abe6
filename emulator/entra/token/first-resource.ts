import type { RequestedScopes } from '../scopes/requested-scopes.js';

/** What a token request without `scope` is for: the first resource of the sign-in. */
export function firstResourceOf(scopes: RequestedScopes): RequestedScopes {
  return { ...scopes, resources: scopes.resources.slice(0, 1) };
}
