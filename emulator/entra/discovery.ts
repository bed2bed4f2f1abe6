import { isSharedName } from './tenant-names.js';

export interface DiscoveryPlaces {
  readonly origin: string;
  /** Where people's pages are. */
  readonly pagesOrigin: string;
  /** The tenant in the documents' addresses. */
  readonly path: string;
}

/** `/v2.0/.well-known/openid-configuration` */
export function discoveryDocument(places: DiscoveryPlaces): Record<string, unknown> {
  const { origin, pagesOrigin, path } = places;
  return {
    token_endpoint: `${origin}/${path}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${origin}/${path}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${issuerTenant(path)}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${origin}/oidc/userinfo`,
    authorization_endpoint: `${pagesOrigin}/${path}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${origin}/${path}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${pagesOrigin}/${path}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'at_hash',
      'c_hash',
      'email',
    ],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
    rbac_url: 'https://pas.windows.net',
  };
}

/** The document of the v1.0 endpoint: the tokens in change notifications are checked with it. */
export function firstDiscoveryDocument({ origin, path }: DiscoveryPlaces): Record<string, unknown> {
  return {
    token_endpoint: `${origin}/${path}/oauth2/token`,
    jwks_uri: `${origin}/${path}/discovery/keys`,
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
    scopes_supported: ['openid'],
    issuer: `https://sts.windows.net/${issuerTenant(path)}/`,
    authorization_endpoint: `${origin}/${path}/oauth2/authorize`,
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  };
}

/** For common and organizations the real issuer is a template. */
function issuerTenant(path: string): string {
  return isSharedName(path) ? '{tenantid}' : path;
}
