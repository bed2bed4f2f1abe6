import { errors, type ClientMetadata, type KoaContextWithOIDC } from 'oidc-provider';
import { readRedirect } from '../domain/oauth/redirect.js';
import type { Host } from './connections.js';

const longestName = 80;
const mostRedirects = 32;

/** What of a host's metadata is kept at all. */
const keptFields: ReadonlySet<string> = new Set([
  'application_type',
  'client_id',
  'client_id_issued_at',
  'client_name',
  'grant_types',
  'redirect_uris',
  'response_types',
  'token_endpoint_auth_method',
]);

/**
 * Makes of what a host says of itself what it is here: a public client with PKCE, a code and a refresh token, and
 * redirects that people may be sent to. Of a document that serves other servers too, the rest is passed over; who
 * registers is told what does not go.
 */
export function settleHost(ctx: KoaContextWithOIDC | undefined, metadata: ClientMetadata): void {
  for (const field of Object.keys(metadata)) if (!keptFields.has(field)) delete metadata[field];
  const given: unknown = metadata.redirect_uris;
  const uris = Array.isArray(given) ? given.filter((uri) => typeof uri === 'string') : [];
  const allowed = uris.filter((uri) => readRedirect(uri) !== null);
  const isRegistering = ctx?.oidc.route === 'registration';
  if (allowed.length === 0 || (isRegistering && allowed.length < uris.length)) {
    throw new errors.InvalidClientMetadata(
      'redirect_uris must be https, a loopback address, or a scheme of your own (a reversed domain)',
    );
  }
  if (uris.length > mostRedirects) {
    throw new errors.InvalidClientMetadata(`redirect_uris may be ${mostRedirects} at most`);
  }
  const name = cleanName(metadata.client_name);
  if (name === null) delete metadata.client_name;
  else metadata.client_name = name;
  Object.assign(metadata, {
    redirect_uris: allowed,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    // A loopback address at any port; whether somebody is asked again does not hang on it.
    application_type: 'native',
  });
}

/** `clientId`: of a host that has registered itself, or the address of its metadata document. */
export function hostOf(client: {
  readonly clientId: string;
  readonly clientName?: string | undefined;
}): Host {
  const { clientId, clientName } = client;
  const isDocument = clientId.startsWith('https://') && URL.canParse(clientId);
  return {
    clientId,
    name: cleanName(clientName),
    domain: isDocument ? new URL(clientId).host : null,
  };
}

/** Nothing that turns, hides or breaks text: the name stands in a sentence that people decide by. */
function cleanName(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const name = given
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .trim();
  return name === '' ? null : name;
}
