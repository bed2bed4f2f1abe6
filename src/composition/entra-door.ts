import type { Logger } from 'pino';
import { createEntraKeys } from '../access/entra/entra-keys.js';
import { usualPermissions } from '../access/entra/entra-permissions.js';
import type { Config } from '../config/config.js';
import type { Authenticator } from '../http/authenticator.js';
import { createEntraTokens } from '../http/entra-tokens.js';
import type { TokenIssuer } from '../http/protected-resource.js';

/** Takes the tokens that the tenant's Entra has issued for our app registration. */
export function composeEntra(parts: {
  readonly config: Config;
  readonly logger: Logger;
}): Authenticator {
  const { auth, azure, entra } = parts.config;
  const hasOthers = auth.mode === 'guarded' && auth.ways.has('oauth');
  const tenantId = azure.tenantId.toLowerCase();
  const { authorityHost, clientId } = azure;
  return createEntraTokens({
    keys: createEntraKeys({
      authorityHost,
      tenantId,
      logger: parts.logger,
      now: () => performance.now(),
    }),
    access: {
      tenantId,
      permissions: new Map([...usualPermissions(entra.userScope), ...entra.permissions]),
      userScope: entra.userScope,
      userScopeUri: userScopeUri(parts.config),
      appNames: entra.appNames,
    },
    audiences: [clientId, ...entra.appIdUris],
    isEntras: (issuer) =>
      !hasOthers || issuer.startsWith(`${authorityHost}/`) || v1Issuer.test(issuer),
    now: Date.now,
  });
}

/** Where hosts with a client of their own in the tenant get tokens. */
export function entraIssuer(config: Config): TokenIssuer {
  const { authorityHost, tenantId } = config.azure;
  const issuer = `${authorityHost}/${tenantId.toLowerCase()}/v2.0`;
  return { issuer: () => issuer, scopes: [userScopeUri(config)] };
}

/** Tokens v1.0 name the tenant so, in China too. */
const v1Issuer = /^https:\/\/sts\.(windows\.net|chinacloudapi\.cn)\//;

function userScopeUri({ entra, azure }: Config): string {
  const [uri = `api://${azure.clientId}`] = entra.appIdUris;
  // Entra doubles the slash of a URI that ends with one.
  return `${uri}/${entra.userScope}`;
}
