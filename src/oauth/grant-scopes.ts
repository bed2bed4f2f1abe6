import type { Provider } from 'oidc-provider';
import type { Grant } from 'oidc-provider';
import { scopes, type Scope } from '../domain/access/caller.js';
import type { Redirect } from '../domain/oauth/redirect.js';
import { consentIdOf, type Connections, type Host } from './connections.js';
import type { SignedInPerson } from './people.js';

/** A parameter of an authorization request; empty where there is none. */
export function textIn(
  params: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string {
  const value = params?.[name];
  return typeof value === 'string' ? value : '';
}

/** Ours among the scopes of a request; of others nothing is known. */
export function wantedScopes(
  params: Readonly<Record<string, unknown>> | undefined,
): readonly Scope[] {
  const named = textIn(params, 'scope').split(' ');
  return scopes.filter((scope) => named.includes(scope));
}

/** Lets a host in: makes the grant that its tokens come of, and the connection that people see. */
export async function grantAsked(asked: {
  readonly provider: Provider;
  readonly connections: Pick<Connections, 'make'>;
  readonly person: SignedInPerson;
  readonly host: Host;
  readonly redirect: Redirect;
  /** As the host has written it. */
  readonly resource: string;
  readonly asked: readonly Scope[];
  readonly allowed: readonly Scope[];
}): Promise<Grant> {
  const { provider, connections, person, host, redirect, resource, allowed } = asked;
  const { accountId, userName } = person;
  const grant = new provider.Grant({ accountId, clientId: host.clientId });
  grant.addResourceScope(resource, [...allowed]);
  const declined = asked.asked.filter((scope) => !allowed.includes(scope));
  if (declined.length > 0) grant.rejectResourceScope(resource, declined);
  const id = await grant.save();
  await connections.make({
    id,
    accountId,
    userName,
    host,
    target: redirect.target,
    consentId: consentIdOf(host.clientId, redirect.place),
    scopes: allowed,
  });
  return grant;
}
