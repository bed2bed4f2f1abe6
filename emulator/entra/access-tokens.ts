import { createHash, randomBytes } from 'node:crypto';
import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { AppRegistration, Person, Tenant } from './directory.js';
import type { Caller } from './caller.js';

/** Graph's well-known resource id; tokens may name it instead of the origin. */
export const GRAPH_RESOURCE_ID = '00000003-0000-0000-c000-000000000000';
const MAX_REMEMBERED = 500;

export interface AccessTokens {
  issueForApp(app: AppRegistration, grant: TokenGrant): Promise<string>;
  issueForPerson(person: Person, grant: TokenGrant): Promise<string>;
  /** The caller that a token speaks for; throws `InvalidToken`. */
  verify(token: string): Promise<Caller>;
  readonly publicKeys: { readonly keys: readonly JWK[] };
}

interface TokenGrant {
  /** App roles (application tokens) or scopes (people's tokens). */
  readonly permissions: readonly string[];
  readonly lifetimeSeconds: number;
}

/** Why a token was refused, in Graph's words. */
export class InvalidToken extends Error {}

export interface AccessTokenOptions {
  readonly tenant: Tenant;
  /** The private signing key, kept with the state so that tokens outlive a restart. */
  readonly signingKey: JWK;
  /** Graph's origin: the audience. */
  readonly audience: string;
  readonly now: () => Date;
}

export async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

/** Graph's access tokens are of the v1.0 format even when they come from the v2.0 endpoint. */
export async function createAccessTokens(options: AccessTokenOptions): Promise<AccessTokens> {
  const { tenant, signingKey, audience, now } = options;
  const { n, e, kid } = signingKey;
  if (kid === undefined || n === undefined || e === undefined) {
    throw new Error('The stored signing key is not an RSA key with an id');
  }
  const publicJwk: JWK = { kty: 'RSA', n, e, kid, use: 'sig', x5t: kid };
  const privateKey = await importJWK(signingKey, 'RS256');
  const publicKey = await importJWK(publicJwk, 'RS256');
  const issuer = `https://sts.windows.net/${tenant.id}/`;
  const remembered = new Map<string, Caller>();

  const sign = async (claims: JWTPayload, lifetimeSeconds: number): Promise<string> => {
    const issuedAt = Math.floor(now().getTime() / 1000);
    return await new SignJWT({
      ...claims,
      tid: tenant.id,
      uti: randomBytes(16).toString('base64url'),
      ver: '1.0',
    })
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, x5t: kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(privateKey);
  };

  const verify = async (token: string): Promise<Caller> => {
    const known = remembered.get(token);
    if (known !== undefined && known.tokenExpiresAt > now().getTime()) return known;
    remembered.delete(token);
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: ['RS256'],
        issuer,
        audience: [audience, GRAPH_RESOURCE_ID],
        currentDate: now(),
        requiredClaims: ['exp', 'appid', 'oid'],
      });
      const caller = toCaller(payload);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(token, caller);
      return caller;
    } catch (error) {
      throw new InvalidToken(reasonOf(error), { cause: error });
    }
  };

  return {
    issueForApp: (app, grant) =>
      sign(
        {
          appid: app.appId,
          app_displayname: app.displayName,
          appidacr: '1',
          idp: issuer,
          idtyp: 'app',
          oid: app.objectId,
          sub: app.objectId,
          roles: [...grant.permissions],
        },
        grant.lifetimeSeconds,
      ),
    issueForPerson: (person, grant) =>
      sign(
        {
          acr: '1',
          amr: ['pwd'],
          appid: tenant.boardAppId,
          app_displayname: 'Planner board',
          appidacr: '0',
          idtyp: 'user',
          name: person.displayName,
          oid: person.id,
          scp: grant.permissions.join(' '),
          sub: createHash('sha256').update(`${tenant.boardAppId}/${person.id}`).digest('base64url'),
          unique_name: person.mail,
          upn: person.mail,
        },
        grant.lifetimeSeconds,
      ),
    verify,
    publicKeys: { keys: [publicJwk] },
  };
}

function toCaller(claims: JWTPayload): Caller {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === 'string' ? value : '';
  };
  const token = {
    objectId: text('oid'),
    appId: text('appid'),
    tokenExpiresAt: (claims.exp ?? 0) * 1000,
  };
  if (claims['idtyp'] === 'app') {
    const roles = claims['roles'];
    return {
      ...token,
      kind: 'app',
      id: text('appid'),
      displayName: text('app_displayname'),
      permissions: new Set(Array.isArray(roles) ? roles.map(String) : []),
    };
  }
  return {
    ...token,
    kind: 'person',
    id: text('oid'),
    displayName: text('name'),
    permissions: new Set(text('scp').split(' ')),
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) {
    return 'Lifetime validation failed, the token is expired.';
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return 'Access token validation failure. Invalid audience.';
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') {
    return 'Access token validation failure. Invalid issuer.';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'Access token validation failure. Invalid signature.';
  }
  return 'CompactToken parsing failed with error code: 80049217';
}
