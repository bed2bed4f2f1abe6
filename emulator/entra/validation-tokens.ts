import { randomBytes } from 'node:crypto';
import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type { Tenant } from './directory.js';
import type { SigningKeys } from './keys/signing-keys.js';

/** The app that change notifications come from: https://learn.microsoft.com/graph/change-notifications-with-resource-data */
const PUBLISHER_APP_ID = '0bf30f3b-4a52-48df-9a82-234910c4a086';
const LIFETIME_SECONDS = 3600;

/** What a forged token gets wrong. */
export const tokenFlaws = [
  'expired',
  'wrongAudience',
  'wrongIssuer',
  'wrongPublisher',
  'wrongSignature',
] as const;
export type TokenFlaw = (typeof tokenFlaws)[number];

export interface ValidationTokens {
  /** Proves to an app (`audience`) that a notification with resource data comes from Graph. */
  issue(audience: string, flaw?: TokenFlaw): Promise<string>;
}

/** Tokens of the v1.0 format, signed with the key that the discovery document lists. */
export function createValidationTokens(options: {
  readonly tenant: Tenant;
  readonly keys: SigningKeys;
  readonly now: () => Date;
}): ValidationTokens {
  const { tenant, keys, now } = options;
  let strangerKey: Promise<CryptoKey> | undefined;
  const stranger = async (): Promise<CryptoKey> => {
    strangerKey ??= generateKeyPair('RS256').then(({ privateKey }) => privateKey);
    return await strangerKey;
  };
  return {
    async issue(audience, flaw) {
      const { kid, privateKey } = keys.current;
      const issuedAt = Math.floor(now().getTime() / 1000) - (flaw === 'expired' ? 7200 : 0);
      const appId = flaw === 'wrongPublisher' ? tenant.boardAppId : PUBLISHER_APP_ID;
      return await new SignJWT({
        appid: appId,
        appidacr: '2',
        idp: `https://sts.windows.net/${tenant.id}/`,
        tid: tenant.id,
        uti: randomBytes(16).toString('base64url'),
        ver: '1.0',
      })
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, x5t: kid })
        .setIssuer(
          flaw === 'wrongIssuer'
            ? `https://sts.windows.net/${tenant.boardAppId}/`
            : `https://sts.windows.net/${tenant.id}/`,
        )
        .setAudience(flaw === 'wrongAudience' ? tenant.boardAppId : audience)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .sign(flaw === 'wrongSignature' ? await stranger() : privateKey);
    },
  };
}
