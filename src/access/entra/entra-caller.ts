import * as z from 'zod';
import type { Caller, Scope, StepUp } from '../../domain/access/caller.js';
import { ProblemError } from '../../domain/problem.js';
import {
  namesThatOpen,
  rightsOf,
  type EntraPermissions,
  type EntraRights,
} from './entra-permissions.js';
import { actorOfPerson } from '../person-actor.js';

export interface EntraAccess {
  readonly tenantId: string;
  readonly permissions: EntraPermissions;
  /** The delegated scope in which an app may do all that its person may. */
  readonly userScope: string;
  /** The same as clients ask for it: with the App ID URI. */
  readonly userScopeUri: string;
  /** Names for apps by their client ids: their tokens do not say what they are called. */
  readonly appNames: ReadonlyMap<string, string>;
}

const guid = z.guid().transform((id) => id.toLowerCase());
const text = z.string().min(1);

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const claimsSchema = z.object({
  tid: guid,
  oid: guid,
  scp: text.optional(),
  roles: z.array(z.string()).default([]),
  idtyp: text.optional(),
  /** The app that asks: v2.0. */
  azp: guid.optional(),
  /** The same in v1.0. */
  appid: guid.optional(),
  preferred_username: text.optional(),
  upn: text.optional(),
  unique_name: text.optional(),
});

/**
 * Who calls with a token whose signature, issuer, audience and lifetime are right. ProblemError `unauthorized`: it is none of
 * the tenant's people or apps; `insufficient_scope`: it opens nothing here, as tokens of any app of the tenant do that
 * was given no role.
 */
export function toEntraCaller(claims: unknown, token: string, access: EntraAccess): Caller {
  const { data } = claimsSchema.safeParse(claims);
  if (data?.tid !== access.tenantId) {
    throw new ProblemError('unauthorized', 'The token is of another tenant, or names nobody');
  }
  const { tid, oid, scp, idtyp, roles } = data;
  const isPerson = scp !== undefined && idtyp !== 'app';
  const appId = data.azp ?? data.appid;
  if (!isPerson && appId === undefined) {
    throw new ProblemError('unauthorized', 'The token names neither a person nor an app');
  }
  const grant = { scopes: isPerson ? scp.split(' ') : null, roles };
  const rights = rightsOf(grant, access.permissions, access.userScope);
  const stepUp = stepUpOf(rights, isPerson, access);
  if (rights.scopes.size === 0) throw nothingOpened(isPerson, access);
  const common = {
    keyId: null,
    scopes: rights.scopes,
    plans: null,
    policy: 'all',
    stepUp,
  } as const;
  if (isPerson) {
    const userName = data.preferred_username ?? data.upn ?? data.unique_name ?? null;
    return {
      ...common,
      kind: 'person',
      actor: actorOfPerson({ oid, userName }),
      owner: `person:${oid}.${tid}`,
      person: { oid, tid },
      assertion: () => token,
    };
  }
  const id = appId ?? oid;
  return {
    ...common,
    kind: 'app',
    actor: access.appNames.get(id) ?? `app:${id}`,
    owner: `app:${id}.${tid}`,
    person: null,
    assertion: null,
  };
}

/** Scopes a person's client can ask for; roles only an administrator can give. */
function stepUpOf(
  { attainable }: EntraRights,
  isPerson: boolean,
  { permissions, userScope, userScopeUri }: EntraAccess,
): (scope: Scope) => StepUp {
  return (scope) => {
    if (isPerson && attainable.has(scope)) return { scope: userScopeUri, advice: null };
    const roles = namesThatOpen(scope, permissions).filter((name) => name !== userScope);
    const advice =
      roles.length === 0
        ? `ENTRA_PERMISSIONS opens it to nobody`
        : `an administrator of the tenant gives it with the app role ${roles.join(' or ')}`;
    return { scope: null, advice };
  };
}

function nothingOpened(isPerson: boolean, access: EntraAccess): ProblemError {
  const { permissions, userScope, userScopeUri } = access;
  const roles = [...permissions.keys()].filter((name) => name !== userScope);
  return isPerson
    ? new ProblemError(
        'insufficient_scope',
        `The token has no scope that opens anything here; ask for ${userScopeUri}`,
        {},
        { scope: userScopeUri },
      )
    : new ProblemError(
        'insufficient_scope',
        `The app has no role that opens anything here; an administrator gives it one of ${roles.join(', ')}`,
        {},
        { scope: null },
      );
}
