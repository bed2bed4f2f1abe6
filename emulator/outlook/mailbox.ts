import type { Caller } from '../entra/caller.js';
import type { Person } from '../entra/directory.js';
import type { GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { TenantContext } from '../graph/tenant-context.js';
import { accessDenied, invalidUser } from './outlook-failures.js';

/** Permissions that open something, of which one is enough. */
export interface OutlookPermissions {
  readonly app: readonly string[];
  readonly person: readonly string[];
}

/**
 * The mailbox that a path names: `users/{id or sign-in name}` or `me`. A person opens only her own; nobody here has shared
 * one. The token's permission is looked at before the mailbox.
 */
export function openMailbox(
  context: TenantContext,
  call: GraphCall,
  permissions: OutlookPermissions,
): Person {
  requireOutlookPermission(call.caller, permissions);
  const [root, name = ''] = call.segments;
  if (root === 'me') return ownMailbox(context, call.caller);
  const person = findPerson(context, name);
  if (person === undefined) throw invalidUser(name);
  if (call.caller.kind === 'person' && call.caller.id !== person.id) throw accessDenied();
  return person;
}

export function requireOutlookPermission(caller: Caller, permissions: OutlookPermissions): void {
  if (!permissions[caller.kind].some((name) => caller.permissions.has(name))) throw accessDenied();
}

/** Somebody of the tenant by object id, sign-in name or address, in any case. */
export function findPerson(context: TenantContext, name: string): Person | undefined {
  const wanted = name.toLowerCase();
  return (
    context.people.get(wanted) ?? [...context.people.values()].find(({ mail }) => mail === wanted)
  );
}

function ownMailbox(context: TenantContext, caller: Caller): Person {
  if (caller.kind === 'app') {
    throw new GraphFailure(
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    );
  }
  const person = context.people.get(caller.id);
  if (person === undefined) throw invalidUser(caller.id);
  return person;
}
