import type { ClientProof } from '../access-tokens.js';
import { issueApiTokenForPerson } from '../api-tokens.js';
import type { AuthenticatedClient } from '../clients/authenticate-client.js';
import type { AppRegistration, Person } from '../directory.js';
import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import type { SessionRecord } from '../entra-state.js';
import { issueIdToken } from '../id-tokens.js';
import { grantedScopes, missingPermissions } from '../scopes/consents.js';
import {
  singleResource,
  type RequestedScopes,
  type ResourceRequest,
} from '../scopes/requested-scopes.js';
import { graphResource } from '../scopes/resources.js';
import { readClaims } from './claims-request.js';
import { accessTokenSeconds, lifetimeFields } from './lifetimes.js';
import { issueRefreshToken, type RefreshFamily } from './refresh-tokens.js';
import type { TokenService } from './token-service.js';

/** The body of a successful answer. */
export type TokenAnswer = Readonly<Record<string, unknown>>;

/** What a grant has made sure of: this person, through this client, in this session. */
export interface PersonTokens {
  readonly client: AuthenticatedClient;
  readonly person: Person;
  readonly session: SessionRecord;
  readonly scopes: RequestedScopes;
  readonly form: URLSearchParams;
  readonly nonce: string | null;
  /** The refresh token to come along; null for none. */
  readonly refresh: Omit<RefreshFamily, 'appId' | 'personId' | 'sessionId'> | null;
}

/** Throws AADSTS65001 when nobody has consented. */
export async function answerForPerson(
  service: TokenService,
  wanted: PersonTokens,
): Promise<TokenAnswer> {
  const { client, person, session, scopes, form } = wanted;
  const { app } = client;
  const { request, granted } = checkConsent(service, { app, personId: person.id, scopes });
  const { understandsClaims } = readClaims(form.get('claims'));
  const seconds = accessTokenSeconds(service.settings(), understandsClaims);
  // Before anything waits: two redemptions at once must not both get here unseen.
  const refreshToken =
    wanted.refresh === null
      ? null
      : issueRefreshToken(service, {
          ...wanted.refresh,
          appId: app.appId,
          personId: person.id,
          sessionId: session.id,
        });
  return {
    token_type: 'Bearer',
    scope: answeredScope(request, granted, scopes.identity),
    ...lifetimeFields(seconds),
    access_token: await accessToken(service, wanted, request, {
      granted,
      seconds,
      understandsClaims,
      proof: client.proof,
    }),
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    ...(scopes.identity.has('openid')
      ? {
          id_token: await issueIdToken(
            service,
            { person, client: app, session },
            { identity: scopes.identity, nonce: wanted.nonce },
          ),
        }
      : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(person, service) } : {}),
  };
}

/** What a request may have; a grant that can be used once asks before it is used up. Throws AADSTS65001. */
export function checkConsent(
  service: EntraService,
  wanted: {
    readonly app: AppRegistration;
    readonly personId: string;
    readonly scopes: RequestedScopes;
  },
): { readonly request: ResourceRequest; readonly granted: readonly string[] } {
  const { app, personId, scopes } = wanted;
  const request = singleResource(scopes) ?? bareGraph();
  if (missingPermissions(service, app, personId, scopes).length > 0) throw consentMissing(app);
  const granted = grantedScopes(service, app, personId, request.resource).filter(
    (name) => name !== 'offline_access',
  );
  if (granted.length === 0) throw consentMissing(app);
  return { request, granted };
}

/** Who signed in, for MSAL's cache. */
export function clientInfo(person: Person, service: Pick<TokenService, 'tenant'>): string {
  return Buffer.from(JSON.stringify({ uid: person.id, utid: service.tenant.id })).toString(
    'base64url',
  );
}

function consentMissing(app: AppRegistration): EntraFailure {
  return new EntraFailure(
    400,
    'invalid_grant',
    65001,
    `The user or administrator has not consented to use the application with ID '${app.appId}' named '${app.displayName}'. Send an interactive authorization request for this user and resource.`,
  ).with({ suberror: 'consent_required' });
}

async function accessToken(
  service: TokenService,
  { client, person, session }: PersonTokens,
  { resource }: ResourceRequest,
  grant: {
    readonly granted: readonly string[];
    readonly seconds: number;
    readonly understandsClaims: boolean;
    readonly proof: ClientProof;
  },
): Promise<string> {
  const { understandsClaims, proof, granted } = grant;
  if (resource.app?.api === undefined) {
    return await service.tokens.issueForPerson(person, {
      client: client.app,
      permissions: granted,
      lifetimeSeconds: grant.seconds,
      proof,
      session,
      understandsClaims,
    });
  }
  return await issueApiTokenForPerson(service, person, {
    api: { app: resource.app, exposed: resource.app.api },
    client: client.app,
    scopes: granted,
    lifetimeSeconds: grant.seconds,
    proof,
    session,
    understandsClaims,
  });
}

/** With bare names when they were asked for so, else with what stood before them. */
function answeredScope(
  request: ResourceRequest,
  granted: readonly string[],
  identity: ReadonlySet<string>,
): string {
  const { prefix, isDefault } = request;
  const named = granted.map((name) => {
    const isIdentity = ['openid', 'profile', 'email'].includes(name);
    return prefix === '' || isIdentity ? name : `${prefix}/${name}`;
  });
  const further = isDefault && prefix !== '' ? [`${prefix}/.default`] : [];
  const known = [...identity].filter((name) => name !== 'offline_access');
  return [...new Set([...named, ...(prefix === '' ? known : []), ...further])].join(' ');
}

function bareGraph(): ResourceRequest {
  return { resource: graphResource(), prefix: '', names: [], isDefault: false };
}
