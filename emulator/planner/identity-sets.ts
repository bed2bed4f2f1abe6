import type { Caller } from '../entra/caller.js';

interface Identity {
  readonly displayName: string | null;
  readonly id: string;
}

/** Graph leaves the names empty in Planner's identity sets. */
export interface IdentitySet {
  readonly user?: Identity;
  readonly application?: Identity;
}

/** Who acts: a person, or with application permissions the app itself. */
export function identitySetOf(caller: Caller): IdentitySet {
  return caller.kind === 'person'
    ? { user: { displayName: null, id: caller.id } }
    : { application: { displayName: null, id: caller.appId } };
}

/** Plans name the person and the app through which the person acted. */
export function planCreatorOf(caller: Caller): IdentitySet {
  return { ...identitySetOf(caller), application: { displayName: null, id: caller.appId } };
}
