import type { AppRegistration } from '../directory.js';
import type { EntraService } from '../entra-service.js';
import { GRAPH_RESOURCE_ID, type DelegatedPermission } from './graph-scopes.js';
import type { RequestedScopes, ResourceRequest } from './requested-scopes.js';
import { graphResource, type TokenResource } from './resources.js';

export const ORGANISATION = 'organisation';

/** A permission that nobody has consented to yet. */
export interface MissingPermission extends DelegatedPermission {
  readonly resourceId: string;
  readonly resourceName: string;
}

/** What an app may do in the name of a person at a resource: her own consent and the organisation's. */
export function grantedScopes(
  service: EntraService,
  app: AppRegistration,
  personId: string,
  resource: TokenResource,
): readonly string[] {
  if (resource.app?.api?.preauthorizedApps.includes(app.appId) === true) {
    return resource.permissions.map(({ name }) => name);
  }
  const granted = new Set<string>();
  for (const principalId of [personId, ORGANISATION]) {
    const consent = service.state.consents.get(consentId(app.appId, principalId, resource.id));
    for (const name of consent?.scopes ?? []) granted.add(name);
  }
  return [...granted];
}

/** What a sign-in page has to ask for before the request may have its tokens. */
export function missingPermissions(
  service: EntraService,
  app: AppRegistration,
  personId: string,
  scopes: RequestedScopes,
): readonly MissingPermission[] {
  const graph = graphResource();
  const wanted: ResourceRequest[] = [...scopes.resources];
  if (scopes.identity.size > 0) {
    const names = [...scopes.identity];
    wanted.unshift({ resource: graph, prefix: '', names, isDefault: false });
  }
  return wanted.flatMap((request) => {
    const { resource } = request;
    const granted = grantedScopes(service, app, personId, resource);
    // With `.default`, any consent is enough: what the registration got since then is not asked for.
    if (request.isDefault && granted.some((name) => !isIdentity(name))) return [];
    return toAskFor(request, app)
      .filter((name) => !granted.includes(name))
      .flatMap((name) => resource.permissions.filter((known) => known.name === name))
      .map((permission) => ({
        ...permission,
        resourceId: resource.id,
        resourceName: resource.displayName,
      }));
  });
}

/** All permissions that a request may be about, granted or not: what `prompt=consent` shows. */
export function askedPermissions(
  app: AppRegistration,
  scopes: RequestedScopes,
): readonly MissingPermission[] {
  const graph = graphResource();
  const identity = { resource: graph, prefix: '', names: [...scopes.identity], isDefault: false };
  return [identity, ...scopes.resources].flatMap((request) =>
    toAskFor(request, app)
      .flatMap((name) => request.resource.permissions.filter((known) => known.name === name))
      .map((permission) => ({
        ...permission,
        resourceId: request.resource.id,
        resourceName: request.resource.displayName,
      })),
  );
}

export function addConsent(
  service: EntraService,
  appId: string,
  principalId: string,
  permissions: readonly { readonly resourceId: string; readonly name: string }[],
): void {
  for (const { resourceId, name } of permissions) {
    const id = consentId(appId, principalId, resourceId);
    const before = service.state.consents.get(id)?.scopes ?? [];
    const scopes = [...new Set([...before, name])];
    service.state.consents.put(id, { appId, principalId, resourceId, scopes });
  }
}

/** Takes back what was consented to; everything of the app that matches. Answers how many consents ended. */
export function removeConsents(
  service: EntraService,
  match: { readonly appId: string; readonly principalId?: string | undefined },
): number {
  const { consents } = service.state;
  const ended = [...consents.entries()].filter(
    ([, consent]) =>
      consent.appId === match.appId &&
      (match.principalId === undefined || consent.principalId === match.principalId),
  );
  for (const [id] of ended) consents.remove(id);
  return ended.length;
}

function toAskFor(request: ResourceRequest, app: AppRegistration): readonly string[] {
  if (!request.isDefault) return request.names;
  if (request.resource.id === GRAPH_RESOURCE_ID) return app.delegatedPermissions ?? [];
  return request.resource.permissions.map(({ name }) => name);
}

function isIdentity(name: string): boolean {
  return ['openid', 'profile', 'email', 'offline_access'].includes(name);
}

function consentId(appId: string, principalId: string, resourceId: string): string {
  return `${appId}/${principalId}/${resourceId}`;
}
