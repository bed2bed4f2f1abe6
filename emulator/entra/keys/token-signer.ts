import { randomBytes } from 'node:crypto';
import { generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Tenant } from '../directory.js';
import type { SigningKeys } from './signing-keys.js';

/** What a token made by hand gets wrong. */
export const tokenFlaws = [
  'expired',
  'notYetValid',
  'wrongAudience',
  'wrongIssuer',
  'wrongTenant',
  'wrongSignature',
  'unknownKey',
  'noAlgorithm',
] as const;
export type TokenFlaw = (typeof tokenFlaws)[number];

export interface TokenDraft {
  readonly issuer: string;
  readonly audience: string;
  readonly lifetimeSeconds: number;
  readonly version: '1.0' | '2.0';
  readonly claims: JWTPayload;
  readonly flaw?: TokenFlaw | undefined;
}

export interface TokenSigner {
  sign(draft: TokenDraft): Promise<string>;
}

/** Signs what Entra ID issues. `nextOrder`: numbers that only grow, so that a token is before or after a revocation. */
export function createTokenSigner(options: {
  readonly tenant: Tenant;
  readonly keys: SigningKeys;
  readonly now: () => Date;
  readonly nextOrder: () => number;
}): TokenSigner {
  const { tenant, keys, now, nextOrder } = options;
  let stranger: Promise<CryptoKey> | undefined;
  const strangerKey = async (): Promise<CryptoKey> => {
    stranger ??= generateKeyPair('RS256').then(({ privateKey }) => privateKey);
    return await stranger;
  };
  return {
    async sign({ issuer, audience, lifetimeSeconds, version, claims, flaw }) {
      const shift = flaw === 'expired' ? -lifetimeSeconds - 600 : flaw === 'notYetValid' ? 3600 : 0;
      const issuedAt = Math.floor(now().getTime() / 1000) + shift;
      const kid = flaw === 'unknownKey' ? randomBytes(32).toString('base64url') : keys.current.kid;
      const isForged = flaw === 'wrongSignature' || flaw === 'unknownKey';
      const payload: JWTPayload = {
        ...claims,
        aud: flaw === 'wrongAudience' ? tenant.boardAppId : audience,
        iss: flaw === 'wrongIssuer' ? issuer.replace(tenant.id, tenant.boardAppId) : issuer,
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + lifetimeSeconds,
        // Opaque to clients; here it holds the place of the token in the order of events.
        aio: Buffer.from(String(nextOrder())).toString('base64url'),
        tid: flaw === 'wrongTenant' ? tenant.boardAppId : tenant.id,
        uti: randomBytes(16).toString('base64url'),
        ver: version,
      };
      if (flaw === 'noAlgorithm') return unsigned(payload);
      return await new SignJWT(payload)
        .setProtectedHeader({
          typ: 'JWT',
          alg: 'RS256',
          kid,
          ...(version === '1.0' ? { x5t: kid } : {}),
        })
        .sign(isForged ? await strangerKey() : keys.current.privateKey);
    },
  };
}

/** The place of a token in the order of events. */
export function orderOf(claims: JWTPayload): number {
  const aio = claims['aio'];
  return typeof aio === 'string' ? Number(Buffer.from(aio, 'base64url').toString('utf8')) : 0;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function unsigned(payload: JWTPayload): string {
  return `${encode({ typ: 'JWT', alg: 'none' })}.${encode(payload)}.`;
}
