import type { ClientProof } from '../access-tokens.js';
import type { AppRegistration, ClientSecret } from '../directory.js';
import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { isSameSecret } from '../secret-hash.js';
import { required } from '../token/form.js';
import { checkClientAssertion, type AssertionPlace } from './client-assertion.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A client's request to the token endpoint, as far as the client itself is concerned. */
export interface ClientRequest {
  readonly form: URLSearchParams;
  /** The Authorization header, for clients that send their secret as Basic. */
  readonly authorization: string | undefined;
  /** The tenant as the URL names it. */
  readonly tenant: string;
}

/** An app and how it proved to be it. */
export interface AuthenticatedClient {
  readonly app: AppRegistration;
  readonly proof: ClientProof;
}

/** Who asks, and whether the proof that came along is right; throws `EntraFailure`. No proof is no failure here. */
export async function authenticateClient(
  service: EntraService,
  request: ClientRequest,
  place: AssertionPlace,
): Promise<AuthenticatedClient> {
  const credentials = readCredentials(request);
  const app = findApp(service, credentials.clientId, request.tenant);
  if (credentials.assertion !== undefined) {
    if (credentials.assertionType !== JWT_BEARER) {
      throw new EntraFailure(
        400,
        'invalid_request',
        900144,
        "The request body must contain the following parameter: 'client_assertion_type'.",
      );
    }
    refusePublic(app);
    await checkClientAssertion(service, app, credentials.assertion, place);
    return { app, proof: 'assertion' };
  }
  if (credentials.secret === undefined || credentials.secret === '') return { app, proof: 'none' };
  refusePublic(app);
  checkSecret(app, credentials.secret, service.now());
  return { app, proof: 'secret' };
}

export function findApp(service: EntraService, clientId: string, tenant: string): AppRegistration {
  const app = service.apps.get(clientId.toLowerCase());
  if (app !== undefined) return app;
  throw new EntraFailure(
    400,
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );
}

export function credentialMissing(): EntraFailure {
  return new EntraFailure(
    401,
    'invalid_client',
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );
}

export function publicClientProvesNothing(): EntraFailure {
  return new EntraFailure(
    401,
    'invalid_client',
    700025,
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  );
}

interface Credentials {
  readonly clientId: string;
  readonly secret: string | undefined;
  readonly assertion: string | undefined;
  readonly assertionType: string | undefined;
}

function readCredentials({ form, authorization }: ClientRequest): Credentials {
  const assertion = form.get('client_assertion') ?? undefined;
  const assertionType = form.get('client_assertion_type') ?? undefined;
  const [scheme, encoded] = authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'basic' && encoded !== undefined) {
    const decoded = Buffer.from(encoded, 'base64').toString('utf8');
    const at = decoded.indexOf(':');
    const clientId = decodePart(at < 0 ? decoded : decoded.slice(0, at));
    const secret = at < 0 ? undefined : decodePart(decoded.slice(at + 1));
    return { clientId, secret, assertion, assertionType };
  }
  const secret = form.get('client_secret') ?? undefined;
  return { clientId: required(form, 'client_id'), secret, assertion, assertionType };
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function secretsOf(app: AppRegistration): readonly ClientSecret[] {
  return [...(app.secret === undefined ? [] : [{ value: app.secret }]), ...(app.secrets ?? [])];
}

function refusePublic(app: AppRegistration): void {
  const count =
    secretsOf(app).length +
    (app.certificates?.length ?? 0) +
    (app.federatedCredentials?.length ?? 0);
  if (count === 0) throw publicClientProvesNothing();
}

function checkSecret(app: AppRegistration, given: string, now: Date): void {
  const secret = secretsOf(app).find(({ value }) => isSameSecret(given, value));
  if (secret === undefined) {
    throw new EntraFailure(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.appId}'.`,
    );
  }
  if (secret.expiresAt !== undefined && Date.parse(secret.expiresAt) <= now.getTime()) {
    throw new EntraFailure(
      401,
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${app.appId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.`,
    );
  }
}
