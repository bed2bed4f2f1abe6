import {
  Provider,
  errors,
  interactionPolicy,
  type ClientMetadata,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { scopes as allScopes } from '../domain/access/caller.js';
import { readRedirect } from '../domain/oauth/redirect.js';
import { consentIdOf, type Connections } from './connections.js';
import { grantAsked, textIn, wantedScopes } from './grant-scopes.js';
import type { FetchDocument } from './fetch-document.js';
import { settleHost, hostOf } from './host-metadata.js';
import type { OauthConfig } from '../config/oauth.js';
import { resourceOf, scopesOf } from './oauth-rules.js';
import type { FindPerson } from './people.js';
import type { ServerKeys } from './server-keys.js';
import { lifetimes } from './lifetimes.js';

export interface ProviderParts {
  readonly settings: OauthConfig;
  readonly keys: ServerKeys;
  readonly adapter: NonNullable<Configuration['adapter']>;
  readonly connections: Connections;
  readonly findPerson: FindPerson;
  readonly fetchDocument: FetchDocument;
  /** Whether one more document is fetched for this address now. */
  readonly mayFetch: (address: string) => boolean;
  readonly renderError: NonNullable<Configuration['renderError']>;
}

export const paths = {
  authorize: '/oauth/authorize',
  token: '/oauth/token',
  register: '/oauth/register',
  revoke: '/oauth/revoke',
  jwks: '/oauth/jwks',
  interaction: '/oauth/interaction',
} as const;

/** The protocol: oidc-provider, set up for public clients with PKCE that ask for tokens of our MCP endpoint. */
export function createProvider(parts: ProviderParts): Provider {
  const { settings, keys, connections, findPerson, fetchDocument, mayFetch } = parts;
  const { issuer } = settings;
  const isSecure = issuer.startsWith('https:');
  const [signing] = keys.signing;
  if (signing === undefined) throw new Error('There is no key to sign with');
  const cookie = { httpOnly: true, sameSite: 'lax', secure: isSecure, signed: true } as const;
  const tokensFor = tokensForResource(settings, signing.jwk.kid);

  const provider = new Provider(issuer, {
    adapter: parts.adapter,
    jwks: { keys: keys.signing.map(({ jwk }) => jwk) },
    cookies: {
      names: cookieNames(isSecure),
      keys: keys.cookies.map(({ secret }) => secret),
      long: cookie,
      short: cookie,
    },
    routes: {
      authorization: paths.authorize,
      token: paths.token,
      registration: paths.register,
      revocation: paths.revoke,
      jwks: paths.jwks,
    },
    interactions: {
      url: (_ctx, { uid }) => `${paths.interaction}/${uid}`,
      policy: interactions(),
    },
    // Of OpenID Connect nothing is offered: the identity is Microsoft's, and stays there.
    scopes: [],
    claims: {},
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    clientDefaults: {
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    extraClientMetadata: {
      // Is called for every client, wherever its metadata comes from.
      properties: ['tandem'],
      validator: (ctx, _name, _value, metadata: ClientMetadata) => settleHost(ctx, metadata),
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      registration: { enabled: true, issueRegistrationAccessToken: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => client.clientId === token.clientId,
      },
      clientIdMetadataDocument: {
        enabled: true,
        ack: 'draft-02',
        // Without a request of the protocol one of our pages asks, and those are counted as such.
        allowFetch: (ctx: KoaContextWithOIDC | undefined) => ctx === undefined || mayFetch(ctx.ip),
        allowClient: () => true,
        cacheDuration: { min: 60, max: 3_600 },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resourceOf(settings),
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => tokensFor(resource),
      },
    },
    // Only documents of hosts are fetched, and those by their address as text.
    fetch: (url) => fetchDocument(typeof url === 'string' ? url : ''),
    findAccount: async (_ctx, accountId) => {
      const person = await findPerson(accountId);
      if (person === null) return undefined;
      return { accountId, claims: () => ({ sub: accountId }) };
    },
    loadExistingGrant: (ctx) => grantOf(ctx),
    extraTokenClaims: (_ctx, token) =>
      'grantId' in token && typeof token.grantId === 'string'
        ? { grant_id: token.grantId }
        : undefined,
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    revokeGrantPolicy: () => true,
    clientBasedCORS: () => true,
    renderError: parts.renderError,
    ttl: lifetimes,
  });
  // Who is asked is set before by us: see the endpoint.
  provider.proxy = true;
  return provider;

  /** What the person has just allowed; or has allowed before, where nobody else can have taken the host's place. */
  async function grantOf(ctx: KoaContextWithOIDC) {
    const { result, client, params, account } = ctx.oidc;
    const allowed = result?.consent?.grantId;
    if (allowed !== undefined) return provider.Grant.find(allowed);
    const redirect = readRedirect(textIn(params, 'redirect_uri'));
    // Whoever listens on a loopback port or has taken a scheme is not known: RFC 8252, section 8.6.
    if (client === undefined || account === undefined || redirect?.kind !== 'web') return undefined;
    if (ctx.oidc.prompts.has('consent') || !isSignedInNow(ctx)) return undefined;
    const consentId = consentIdOf(client.clientId, redirect.place);
    const consent = await connections.consentOf(account.accountId, consentId);
    const person = await findPerson(account.accountId);
    if (consent === null || person === null) return undefined;
    const offered = new Set(scopesOf(settings, person));
    const wanted = wantedScopes(params).filter((scope) => offered.has(scope));
    if (wanted.length === 0 || !wanted.every((scope) => consent.scopes.includes(scope)))
      return undefined;
    return grantAsked({
      provider,
      connections,
      person,
      host: hostOf(client),
      redirect,
      resource: textIn(params, 'resource'),
      asked: wantedScopes(params),
      allowed: wanted,
    });
  }
}

function tokensForResource(settings: OauthConfig, kid: string) {
  const ours = resourceOf(settings);
  return (resource: string) => {
    // Some clients write a slash behind it.
    if (new URL(resource).href.replace(/\/$/, '') !== ours) {
      throw new errors.InvalidTarget(`the resource must be ${ours}`);
    }
    return {
      audience: ours,
      scope: allScopes.join(' '),
      accessTokenFormat: 'jwt',
      accessTokenTTL: lifetimes.AccessToken,
      jwt: { sign: { alg: 'ES256', kid } },
    } as const;
  };
}

/** Otherwise they are sent to Microsoft first, and may come back as somebody else. */
function isSignedInNow({ oidc }: KoaContextWithOIDC): boolean {
  if (oidc.result?.login !== undefined) return true;
  return !oidc.promptPending('login') && oidc.session?.past(lifetimes.Session) === false;
}

/** The prefixes bind a cookie to this host and to https, which no page of a neighbouring one can then overwrite. */
function cookieNames(isSecure: boolean) {
  return {
    session: isSecure ? '__Host-tandem_session' : 'tandem_session',
    interaction: isSecure ? '__Secure-tandem_interaction' : 'tandem_interaction',
    resume: isSecure ? '__Secure-tandem_resume' : 'tandem_resume',
  };
}

/** People sign in once an hour, and are asked about every host whose grant is not there yet. */
function interactions() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    new Check('session_age', 'the sign-in is too old', ({ oidc }) => {
      const { session, result } = oidc;
      if (session?.accountId === undefined || result?.login !== undefined) return false;
      // Their account has to be signed in again.
      return oidc.account === undefined || session.past(lifetimes.Session);
    }),
  );
  const consent = policy.get('consent');
  consent?.checks.clear();
  consent?.checks.add(
    new Check('not_allowed_yet', 'the person has to be asked', 'consent_required', ({ oidc }) => {
      return oidc.result?.consent === undefined && oidc.grant?.jti === undefined;
    }),
  );
  return policy;
}
