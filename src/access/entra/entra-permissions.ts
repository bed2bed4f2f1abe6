import { scopes, type Scope } from '../../domain/access/caller.js';

/** What each name opens that the app registration defines, be it a delegated scope or an app role. */
export type EntraPermissions = ReadonlyMap<string, readonly Scope[]>;

const looking = scopes.filter((scope) => scope.endsWith(':read'));
/** What people do every day. */
const everyday: readonly Scope[] = [...looking, 'tasks:write', 'accounts:manage'];

/** Without configuration; `userScope` is the delegated scope in which an app may do all that its person may. */
export function usualPermissions(userScope: string): EntraPermissions {
  return new Map([
    [userScope, everyday],
    ['Tandem.Read', looking],
    ['Tandem.Write', everyday],
    ['Tandem.Operate', [...everyday, 'sync:operate', 'webhook:operate']],
    ['Tandem.Admin', scopes],
  ]);
}

export interface EntraGrant {
  /** Delegated scopes (`scp`); null: no person is behind the token. */
  readonly scopes: readonly string[] | null;
  /** App roles, of the person or of the app. */
  readonly roles: readonly string[];
}

/** What the caller may do, and what it could with a better token. */
export interface EntraRights {
  readonly scopes: ReadonlySet<Scope>;
  /** What the same person's token could open that has the scope for all that the person may. */
  readonly attainable: ReadonlySet<Scope>;
}

/**
 * A person may do what people usually do, and what their roles add; of that the app that acts for them gets what its
 * scopes say, so that neither a scope raises a person nor a role an app. An app alone has its roles.
 */
export function rightsOf(
  grant: EntraGrant,
  permissions: EntraPermissions,
  userScope: string,
): EntraRights {
  const open = (names: readonly string[]): Set<Scope> =>
    new Set(names.flatMap((name) => permissions.get(name) ?? []));
  if (grant.scopes === null) {
    const opened = open(grant.roles);
    return { scopes: opened, attainable: opened };
  }
  const ofPerson = open([userScope, ...grant.roles]);
  if (grant.scopes.includes(userScope)) return { scopes: ofPerson, attainable: ofPerson };
  const ofApp = open(grant.scopes);
  const both = scopes.filter((scope) => ofApp.has(scope) && ofPerson.has(scope));
  return { scopes: new Set(both), attainable: ofPerson };
}

/** The names that open a scope, to tell an administrator. */
export function namesThatOpen(scope: Scope, permissions: EntraPermissions): readonly string[] {
  return [...permissions].filter(([, opened]) => opened.includes(scope)).map(([name]) => name);
}
