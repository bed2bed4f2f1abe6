import type { AppRegistration } from '../directory.js';
import type { EntraService } from '../entra-service.js';
import {
  GRAPH_RESOURCE_ID,
  graphScopes,
  identityScopes,
  type DelegatedPermission,
} from './graph-scopes.js';

/** Something that access tokens are for: Graph, or the API of an app. */
export interface TokenResource {
  /** Its client id. */
  readonly id: string;
  readonly displayName: string;
  /** Delegated permissions that it knows. */
  readonly permissions: readonly DelegatedPermission[];
  /** Null for Graph. */
  readonly app: AppRegistration | null;
}

export function graphResource(): TokenResource {
  return {
    id: GRAPH_RESOURCE_ID,
    displayName: 'Microsoft Graph',
    permissions: [...identityScopes, ...graphScopes],
    app: null,
  };
}

/** The resource of that address or client id. */
export function findResource(service: EntraService, name: string): TokenResource | undefined {
  const wanted = name.replace(/\/$/, '').toLowerCase();
  if (wanted === service.origin || wanted === GRAPH_RESOURCE_ID) return graphResource();
  for (const app of service.apps.values()) {
    const { api } = app;
    if (api === undefined) continue;
    if (![app.appId, ...api.identifierUris].some((known) => known.toLowerCase() === wanted)) {
      continue;
    }
    return {
      id: app.appId,
      displayName: app.displayName,
      permissions: api.scopes,
      app,
    };
  }
  return undefined;
}
