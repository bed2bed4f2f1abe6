import type { AccountKind, PermissionNeed } from './permission-need.js';
import { isPersonal } from './personal-permission.js';

/** Who can give a permission, and how. */
export interface Granter {
  readonly who: 'administrator' | 'person';
  readonly how: string;
}

export interface ReviewedNeed {
  /** The least that is enough; null: impossible for an account of this kind. */
  readonly permission: string | null;
  /** Others that are enough, too. */
  readonly alternatives: readonly string[];
  readonly purpose: string;
  readonly operations: readonly string[];
  readonly isRequired: boolean;
  readonly state: 'granted' | 'missing' | 'impossible';
  /** Which of them the account has. */
  readonly grantedAs: string | null;
  /** Null where nothing is missing. */
  readonly granter: Granter | null;
}

export interface PermissionReview {
  readonly kind: AccountKind;
  readonly granted: readonly string[];
  readonly needs: readonly ReviewedNeed[];
  /** Granted, but nothing that is used here needs it. */
  readonly unneeded: readonly string[];
}

/** Scopes of every sign-in; they give nothing of Graph's. */
const signInScopes = new Set(['openid', 'profile', 'email', 'offline_access', 'User.Read']);

/** What an account may do, compared with what is needed. */
export function reviewPermissions(
  needs: readonly PermissionNeed[],
  account: { readonly kind: AccountKind; readonly granted: readonly string[] },
): PermissionReview {
  const { kind, granted } = account;
  const held = new Map(granted.map((name) => [name.toLowerCase(), name]));
  const useful = new Set<string>();
  const reviewed = needs.map((need): ReviewedNeed => {
    const enough = need.permissions[kind];
    const grantedAs = enough.flatMap((name) => held.get(name.toLowerCase()) ?? [])[0] ?? null;
    if (grantedAs !== null) useful.add(grantedAs);
    const [permission = null, ...alternatives] = enough;
    const { purpose, operations, isRequired } = need;
    const state =
      permission === null ? 'impossible' : grantedAs === null ? 'missing' : ('granted' as const);
    const granter = permission !== null && state === 'missing' ? granterOf(kind, permission) : null;
    return {
      permission,
      alternatives,
      purpose,
      operations,
      isRequired,
      state,
      grantedAs,
      granter,
    };
  });
  const unneeded = granted.filter((name) => !useful.has(name) && !signInScopes.has(name));
  return { kind, granted, needs: reviewed, unneeded };
}

function granterOf(kind: AccountKind, permission: string): Granter {
  if (kind === 'application') {
    return {
      who: 'administrator',
      how: `Add the application permission ${permission} to the app registration (API permissions > Microsoft Graph) and have an administrator grant admin consent.`,
    };
  }
  if (isPersonal(permission)) {
    return {
      who: 'person',
      how: `Add the delegated permission ${permission} to the app registration; the person agrees to it at the next sign-in, or an administrator for everybody.`,
    };
  }
  return {
    who: 'administrator',
    how: `Add the delegated permission ${permission} to the app registration and have an administrator grant admin consent; then sign in again.`,
  };
}
