import { createHash, timingSafeEqual } from 'node:crypto';
import type { AppRegistration } from './directory.js';
import { EntraFailure } from './entra-failure.js';
import { GRAPH_RESOURCE_ID } from './access-tokens.js';

export interface ClientCredentialsRequest {
  /** The tenant as the URL names it. */
  readonly tenant: string;
  readonly form: URLSearchParams;
  /** The Authorization header, for clients that send their secret as Basic. */
  readonly authorization: string | undefined;
}

export interface ClientCredentialsRules {
  readonly tenantNames: readonly string[];
  readonly graphOrigin: string;
  findApp(appId: string): AppRegistration | undefined;
}

/** The app that may have a token; throws `EntraFailure` with the real service's codes otherwise. */
export function checkClientCredentials(
  request: ClientCredentialsRequest,
  rules: ClientCredentialsRules,
): AppRegistration {
  checkTenant(request.tenant, rules.tenantNames);
  const grantType = required(request.form, 'grant_type');
  if (grantType !== 'client_credentials') {
    throw new EntraFailure(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grantType}'.`,
    );
  }
  const credentials = readCredentials(request);
  const app = rules.findApp(credentials.clientId);
  if (app === undefined) {
    throw new EntraFailure(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${credentials.clientId}' was not found in the directory '${request.tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    );
  }
  checkSecret(app, credentials.secret);
  checkScope(required(request.form, 'scope'), rules.graphOrigin);
  return app;
}

function checkTenant(tenant: string, names: readonly string[]): void {
  if (['common', 'organizations', 'consumers'].includes(tenant.toLowerCase())) {
    throw new EntraFailure(
      400,
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  }
  if (!names.includes(tenant.toLowerCase())) throw tenantNotFound(tenant);
}

export function tenantNotFound(tenant: string): EntraFailure {
  return new EntraFailure(
    400,
    'invalid_request',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );
}

function readCredentials(request: ClientCredentialsRequest): {
  clientId: string;
  secret: string | undefined;
} {
  const [scheme, encoded] = request.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'basic' && encoded !== undefined) {
    const [clientId = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return { clientId: decodeURIComponent(clientId), secret: decodeURIComponent(secret) };
  }
  return {
    clientId: required(request.form, 'client_id'),
    secret: request.form.get('client_secret') ?? undefined,
  };
}

function checkSecret(app: AppRegistration, secret: string | undefined): void {
  if (secret === undefined || secret === '') {
    throw new EntraFailure(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (!timingSafeEqual(digest(secret), digest(app.secret))) {
    throw new EntraFailure(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.appId}'.`,
    );
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function checkScope(scope: string, graphOrigin: string): void {
  const invalid = new EntraFailure(
    400,
    'invalid_scope',
    70011,
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  );
  const resources = scope.split(' ').filter((part) => !isIdentityScope(part));
  const [only] = resources;
  if (resources.length !== 1 || only === undefined || !only.endsWith('/.default')) throw invalid;
  const resource = only.slice(0, -'/.default'.length).replace(/\/$/, '');
  if (resource !== graphOrigin && resource !== GRAPH_RESOURCE_ID) {
    throw new EntraFailure(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    );
  }
}

/** MSAL adds these to every request; they say nothing about a resource. */
function isIdentityScope(scope: string): boolean {
  return ['openid', 'profile', 'offline_access', 'email', ''].includes(scope);
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') {
    throw new EntraFailure(
      400,
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    );
  }
  return value;
}
