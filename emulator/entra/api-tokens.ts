import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { proofClaim, type ClientProof } from './access-tokens.js';
import type { AppRegistration, ExposedApi, Person } from './directory.js';
import { EntraFailure } from './entra-failure.js';
import type { EntraService } from './entra-service.js';
import type { TokenFlaw } from './keys/token-signer.js';
import { pairwiseSubject } from './pairwise-subject.js';

/** For whose API a token is, by which client, with what. */
export interface ApiTokenGrant {
  readonly api: { readonly app: AppRegistration; readonly exposed: ExposedApi };
  readonly client: AppRegistration;
  readonly proof: ClientProof;
  readonly lifetimeSeconds: number;
  readonly understandsClaims: boolean;
  readonly flaw?: TokenFlaw | undefined;
}

export interface PersonApiGrant extends ApiTokenGrant {
  readonly scopes: readonly string[];
  readonly session: { readonly id: string; readonly isMfa: boolean };
}

/** A token for an app's own API in the name of the app: `roles` that it was given, no scopes. */
export async function issueApiTokenForApp(
  service: EntraService,
  grant: ApiTokenGrant,
): Promise<string> {
  const { client } = grant;
  return await sign(service, grant, {
    idtyp: 'app',
    oid: client.objectId,
    sub: client.objectId,
    ...rolesOf(grant.api.exposed, client.objectId),
  });
}

/** A token for an app's own API in the name of a person. */
export async function issueApiTokenForPerson(
  service: EntraService,
  person: Person,
  grant: PersonApiGrant,
): Promise<string> {
  const { exposed, app } = grant.api;
  const isFirst = exposed.tokenVersion === 1;
  return await sign(service, grant, {
    name: person.displayName,
    oid: person.id,
    scp: grant.scopes.join(' '),
    sub: pairwiseSubject(app.appId, person.id),
    sid: grant.session.id,
    ...(isFirst
      ? {
          acr: '1',
          amr: grant.session.isMfa ? ['pwd', 'mfa'] : ['pwd'],
          unique_name: person.mail,
          upn: person.mail,
        }
      : { preferred_username: person.mail }),
    ...rolesOf(exposed, person.id),
  });
}

/** A token that a client shows to get another on behalf of its person. */
export interface Assertion {
  readonly personId: string;
  readonly sessionId: string | null;
  readonly claims: JWTPayload;
}

/** Whether the assertion is ours, still good, for this client and a person's; throws `EntraFailure`. */
export async function readAssertion(
  service: EntraService,
  assertion: string,
  client: AppRegistration,
): Promise<Assertion> {
  const claims = await verified(service, assertion);
  const audiences = [client.appId, ...(client.api?.identifierUris ?? [])];
  if (typeof claims.aud !== 'string' || !audiences.includes(claims.aud)) {
    throw new EntraFailure(
      400,
      'invalid_grant',
      500131,
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${String(claims.aud)}' and the expected audience is '${audiences.join("' or '")}' or one of the Application Uris of this application with App ID '${client.appId}'(${client.displayName}). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`,
    );
  }
  const oid = claims['oid'];
  if (typeof claims['scp'] !== 'string' || claims['idtyp'] === 'app' || typeof oid !== 'string') {
    throw new EntraFailure(
      400,
      'invalid_grant',
      50013,
      'Assertion failed validation: an app-only token cannot be used on behalf of a user.',
    );
  }
  const sid = claims['sid'];
  return { personId: oid, sessionId: typeof sid === 'string' ? sid : null, claims };
}

async function verified(service: EntraService, assertion: string): Promise<JWTPayload> {
  const { tenant, origin } = service;
  try {
    const { payload } = await jwtVerify(
      assertion,
      ({ kid }) => {
        const key = service.keys.find(kid);
        if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
        return key;
      },
      {
        algorithms: ['RS256'],
        issuer: [`${origin}/${tenant.id}/v2.0`, `https://sts.windows.net/${tenant.id}/`],
        currentDate: service.now(),
      },
    );
    return payload;
  } catch (error) {
    const isLate = error instanceof errors.JWTExpired;
    const isEarly = error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf';
    if (isLate || isEarly) {
      const { exp = 0 } = decodeJwt(assertion);
      throw new EntraFailure(
        400,
        'invalid_grant',
        500133,
        `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Current time: ${service.now().toISOString()}, expiry time of assertion ${new Date(exp * 1000).toISOString()}.`,
      );
    }
    throw new EntraFailure(
      400,
      'invalid_grant',
      50013,
      'Assertion failed signature validation. [Reason - The key was not found.]',
    );
  }
}

async function sign(
  service: EntraService,
  grant: ApiTokenGrant,
  claims: JWTPayload,
): Promise<string> {
  const { tenant, origin } = service;
  const { api, client, proof, lifetimeSeconds, flaw } = grant;
  const isFirst = api.exposed.tokenVersion === 1;
  const firstIssuer = `https://sts.windows.net/${tenant.id}/`;
  return await service.signer.sign({
    issuer: isFirst ? firstIssuer : `${origin}/${tenant.id}/v2.0`,
    audience: isFirst ? (api.exposed.identifierUris[0] ?? api.app.appId) : api.app.appId,
    version: isFirst ? '1.0' : '2.0',
    lifetimeSeconds,
    flaw,
    claims: {
      ...claims,
      ...(isFirst
        ? { appid: client.appId, appidacr: proofClaim(proof), idp: firstIssuer }
        : { azp: client.appId, azpacr: proofClaim(proof) }),
      ...(grant.understandsClaims ? { xms_cc: ['cp1'] } : {}),
    },
  });
}

function rolesOf(api: ExposedApi, principalId: string): { readonly roles?: readonly string[] } {
  const roles = api.assignments[principalId] ?? [];
  return roles.length === 0 ? {} : { roles };
}
