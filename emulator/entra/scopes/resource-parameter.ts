import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { GRAPH_RESOURCE_ID } from './graph-scopes.js';
import type { RequestedScopes } from './requested-scopes.js';

/**
 * `resource` (RFC 8707), which the v2.0 endpoints do not know but compare: it must name the resource of the scopes, letter by
 * letter. MCP clients send the address of their server, so that this has to be an App ID URI of its registration.
 */
export function checkResource(
  service: EntraService,
  parameters: URLSearchParams,
  scopes: RequestedScopes,
): void {
  const resource = parameters.get('resource');
  const [asked] = scopes.resources;
  if (resource === null || asked === undefined) return;
  const { app } = asked.resource;
  const known =
    app === null
      ? [service.origin, `${service.origin}/`, GRAPH_RESOURCE_ID]
      : [app.appId, ...(app.api?.identifierUris ?? [])];
  if (known.includes(resource)) return;
  throw new EntraFailure(
    400,
    'invalid_target',
    9010010,
    "The resource parameter provided in the request doesn't match with the requested scopes.",
  );
}
