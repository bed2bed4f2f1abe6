import { errors, jwtVerify, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { AppRegistration, Person, Tenant } from './directory.js';
import type { Caller } from './caller.js';
import type { SigningKeys } from './keys/signing-keys.js';
import { orderOf, type TokenFlaw, type TokenSigner } from './keys/token-signer.js';
import { pairwiseSubject } from './pairwise-subject.js';
import { GRAPH_RESOURCE_ID } from './scopes/graph-scopes.js';

const MAX_REMEMBERED = 500;

export interface AccessTokens {
  issueForApp(app: AppRegistration, grant: TokenGrant): Promise<string>;
  issueForPerson(person: Person, grant: PersonGrant): Promise<string>;
  /** The caller that a token speaks for; throws `InvalidToken`. */
  verify(token: string): Promise<Caller>;
}

/** How the client proved itself: not at all, with a secret, with a certificate or with somebody's token. */
export type ClientProof = 'none' | 'secret' | 'assertion';

export interface TokenGrant {
  /** App roles (application tokens) or scopes (people's tokens). */
  readonly permissions: readonly string[];
  readonly lifetimeSeconds: number;
  readonly proof?: ClientProof;
  /** The client understands claims challenges: `xms_cc`. */
  readonly understandsClaims?: boolean;
  readonly flaw?: TokenFlaw | undefined;
}

export interface PersonGrant extends TokenGrant {
  /** The client that acts for the person; the Planner web client when left out. */
  readonly client?: AppRegistration;
  readonly session?: { readonly id: string; readonly isMfa: boolean };
}

/** Why a token was refused, in Graph's words. */
export class InvalidToken extends Error {
  /** What a fresh token has to prove, JSON. */
  readonly claims: string | undefined;

  constructor(
    message: string,
    { claims, ...options }: { readonly cause?: unknown; readonly claims?: string } = {},
  ) {
    super(message, options);
    this.claims = claims;
  }
}

export interface AccessTokenOptions {
  readonly tenant: Tenant;
  readonly keys: SigningKeys;
  readonly signer: TokenSigner;
  /** Graph's origin: the audience. */
  readonly audience: string;
  readonly now: () => Date;
}

/** Graph's access tokens are of the v1.0 format even when they come from the v2.0 endpoint. */
export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  const { tenant, keys, signer, audience, now } = options;
  const issuer = `https://sts.windows.net/${tenant.id}/`;
  const remembered = new Map<string, { readonly caller: Caller; readonly key: CryptoKey }>();

  const sign = async (claims: JWTPayload, grant: TokenGrant): Promise<string> =>
    await signer.sign({
      issuer,
      audience,
      version: '1.0',
      lifetimeSeconds: grant.lifetimeSeconds,
      flaw: grant.flaw,
      claims: { ...claims, ...(grant.understandsClaims === true ? { xms_cc: ['cp1'] } : {}) },
    });

  const verify = async (token: string): Promise<Caller> => {
    const known = remembered.get(token);
    const isKeyKnown = [...keys.published].some(({ kid }) => keys.find(kid) === known?.key);
    if (known !== undefined && isKeyKnown && known.caller.tokenExpiresAt > now().getTime()) {
      return known.caller;
    }
    remembered.delete(token);
    try {
      const keyOf = ({ kid }: JWTHeaderParameters): CryptoKey => {
        const key = keys.find(kid);
        if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
        return key;
      };
      const { payload, key } = await jwtVerify(token, keyOf, {
        algorithms: ['RS256'],
        issuer,
        audience: [audience, GRAPH_RESOURCE_ID],
        currentDate: now(),
        requiredClaims: ['exp', 'appid', 'oid'],
      });
      const caller = toCaller(payload);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(token, { caller, key });
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
          appidacr: proofClaim(grant.proof ?? 'secret'),
          idp: issuer,
          idtyp: 'app',
          oid: app.objectId,
          sub: app.objectId,
          roles: [...grant.permissions],
        },
        grant,
      ),
    issueForPerson(person, grant) {
      const client = grant.client ?? { appId: tenant.boardAppId, displayName: 'Planner board' };
      return sign(
        {
          acr: '1',
          amr: grant.session?.isMfa === true ? ['pwd', 'mfa'] : ['pwd'],
          appid: client.appId,
          app_displayname: client.displayName,
          appidacr: proofClaim(grant.proof ?? 'none'),
          idtyp: 'user',
          name: person.displayName,
          oid: person.id,
          scp: grant.permissions.join(' '),
          ...(grant.session === undefined ? {} : { sid: grant.session.id }),
          sub: pairwiseSubject(client.appId, person.id),
          unique_name: person.mail,
          upn: person.mail,
        },
        grant,
      );
    },
    verify,
  };
}

/** `appidacr` and `azpacr`. */
export function proofClaim(proof: ClientProof): '0' | '1' | '2' {
  if (proof === 'none') return '0';
  return proof === 'secret' ? '1' : '2';
}

function toCaller(claims: JWTPayload): Caller {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === 'string' ? value : '';
  };
  const capabilities = claims['xms_cc'];
  const token = {
    objectId: text('oid'),
    appId: text('appid'),
    tokenExpiresAt: (claims.exp ?? 0) * 1000,
    order: orderOf(claims),
    understandsClaims: Array.isArray(capabilities) && capabilities.includes('cp1'),
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
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') {
    return 'Lifetime validation failed, the token is not yet valid.';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'Access token validation failure. Invalid signature.';
  }
  return 'CompactToken parsing failed with error code: 80049217';
}
