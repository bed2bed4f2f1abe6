import { randomUUID } from 'node:crypto';
import { Router, text, type Request, type Response } from 'express';
import type { AccessTokens } from './access-tokens.js';
import { checkClientCredentials, tenantNotFound } from './client-credentials.js';
import type { AppRegistration, Tenant } from './directory.js';
import { EntraFailure, toEntraErrorBody } from './entra-failure.js';

const MAX_BODY = '256kb';

export interface EntraOptions {
  /** Origin of both Graph and Entra ID here. */
  readonly origin: string;
  readonly tenant: Tenant;
  readonly tokens: AccessTokens;
  readonly now: () => Date;
  findApp(appId: string): AppRegistration | undefined;
  /** What a new app token may do and how long it lives. */
  appGrant(): { readonly permissions: readonly string[]; readonly lifetimeSeconds: number };
}

/** Entra ID v2.0: discovery, keys and the token endpoint. */
export function createEntraRouter(options: EntraOptions): Router {
  const { origin, tenant, tokens, now } = options;
  const tenantNames = [tenant.id, tenant.domain];
  const router = Router();

  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    const name = request.params.tenant;
    if (!isKnownTenant(name, tenantNames)) {
      sendFailure(response, tenantNotFound(name), now());
      return;
    }
    response.json(discoveryOf(origin, tenantPath(name, tenant)));
  });

  router.get('/:tenant/discovery/v2.0/keys', (request, response) => {
    if (!isKnownTenant(request.params.tenant, tenantNames)) {
      sendFailure(response, tenantNotFound(request.params.tenant), now());
      return;
    }
    const issuer = `${origin}/${tenant.id}/v2.0`;
    response.json({ keys: tokens.publicKeys.keys.map((key) => ({ ...key, issuer })) });
  });

  // The documents of the v1.0 endpoint: the tokens in change notifications are checked with them.
  router.get('/:tenant/.well-known/openid-configuration', (request, response) => {
    const name = request.params.tenant;
    if (!isKnownTenant(name, tenantNames)) {
      sendFailure(response, tenantNotFound(name), now());
      return;
    }
    response.json(firstDiscoveryOf(origin, tenantPath(name, tenant)));
  });

  router.get('/:tenant/discovery/keys', (request, response) => {
    if (!isKnownTenant(request.params.tenant, tenantNames)) {
      sendFailure(response, tenantNotFound(request.params.tenant), now());
      return;
    }
    response.json({ keys: tokens.publicKeys.keys });
  });

  router.post(
    '/:tenant/oauth2/v2.0/token',
    text({ type: () => true, limit: MAX_BODY }),
    (request, response, next) => {
      answerToken(options, request, response).catch(next);
    },
  );
  return router;
}

async function answerToken(
  options: EntraOptions,
  request: Request<{ tenant: string }>,
  response: Response,
): Promise<void> {
  const { tenant, origin, tokens } = options;
  response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
  try {
    const app = checkClientCredentials(
      {
        tenant: request.params.tenant,
        form: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
        authorization: request.get('authorization'),
      },
      {
        tenantNames: [tenant.id, tenant.domain],
        graphOrigin: origin,
        findApp: (appId) => options.findApp(appId),
      },
    );
    const grant = options.appGrant();
    response.json({
      token_type: 'Bearer',
      expires_in: grant.lifetimeSeconds,
      ext_expires_in: grant.lifetimeSeconds,
      access_token: await tokens.issueForApp(app, grant),
    });
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    sendFailure(response, error, options.now(), request.get('client-request-id'));
  }
}

function sendFailure(
  response: Response,
  failure: EntraFailure,
  now: Date,
  correlationId: string = randomUUID(),
): void {
  response.status(failure.status).json(toEntraErrorBody(failure, correlationId, now));
}

function isKnownTenant(name: string, tenantNames: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return tenantNames.includes(lower) || lower === 'common' || lower === 'organizations';
}

function tenantPath(name: string, tenant: Tenant): string {
  return ['common', 'organizations'].includes(name.toLowerCase()) ? name.toLowerCase() : tenant.id;
}

function discoveryOf(origin: string, path: string): Record<string, unknown> {
  // For common and organizations the real issuer is a template.
  const issuerTenant = ['common', 'organizations'].includes(path) ? '{tenantid}' : path;
  return {
    token_endpoint: `${origin}/${path}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: `${origin}/${path}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${issuerTenant}/v2.0`,
    // MSAL refuses a document without this; the flow behind it belongs to a later issue.
    authorization_endpoint: `${origin}/${path}/oauth2/v2.0/authorize`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'ver', 'oid', 'name', 'nonce'],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  };
}

function firstDiscoveryOf(origin: string, path: string): Record<string, unknown> {
  const issuerTenant = ['common', 'organizations'].includes(path) ? '{tenantid}' : path;
  return {
    token_endpoint: `${origin}/${path}/oauth2/token`,
    jwks_uri: `${origin}/${path}/discovery/keys`,
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
    scopes_supported: ['openid'],
    issuer: `https://sts.windows.net/${issuerTenant}/`,
    authorization_endpoint: `${origin}/${path}/oauth2/authorize`,
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  };
}
