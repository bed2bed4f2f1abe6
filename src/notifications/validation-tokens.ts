import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import * as z from 'zod';

/** Microsoft's application that sends change notifications. https://learn.microsoft.com/graph/change-notifications-with-resource-data */
const publisherId = '0bf30f3b-4a52-48df-9a82-234910c4a086';

export interface ValidationTokensOptions {
  /** Origin of the sign-in service, without tenant. */
  readonly authorityHost: string;
  /** Our application: whom the tokens are for. */
  readonly clientId: string;
  readonly fetch?: typeof fetch;
}

/**
 * `unknown`: the sign-in service's keys cannot be had now. `unknownKey`: signed by none of them; they may have been
 * exchanged a moment ago, and are fetched anew after half a minute.
 */
export type Verdict = 'valid' | 'invalid' | 'unknown' | 'unknownKey';

export interface ValidationTokens {
  /** Whether one of the tokens vouched, when it came (ms since the epoch), for what was sent for this tenant. */
  verify(tokens: readonly string[], tenantId: string | null, at: number): Promise<Verdict>;
}

interface Authority {
  readonly keys: JWTVerifyGetKey;
  /** As the sign-in service writes it, with `{tenantid}` for the tenant. */
  readonly issuers: readonly string[];
}

const discoverySchema = z.object({ jwks_uri: z.url(), issuer: z.string() });
const discoveryMs = 24 * 60 * 60_000;
const timeoutMs = 5_000;
/** As Microsoft's own libraries allow: what is refused for a clock that is slow is lost. */
const clockToleranceS = 300;
/** Tokens of the v1.0 format, which Graph sends, name the tenant here: https://learn.microsoft.com/entra/identity-platform/access-tokens */
const v1Issuer = 'https://sts.windows.net/{tenantid}/';

export function createValidationTokens(options: ValidationTokensOptions): ValidationTokens {
  const { authorityHost, clientId } = options;
  const httpFetch = options.fetch ?? fetch;
  let authority: { readonly of: Promise<Authority>; readonly at: number } | null = null;

  const discover = async (): Promise<Authority> => {
    const response = await httpFetch(`${authorityHost}/common/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The sign-in service answered ${response.status}`);
    const { jwks_uri, issuer } = discoverySchema.parse(await response.json());
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: timeoutMs,
      cacheMaxAge: discoveryMs,
      [customFetch]: (url, init) => httpFetch(url, init),
    });
    return { keys, issuers: [v1Issuer, ...(issuer.includes('{tenantid}') ? [issuer] : [])] };
  };

  const authorityNow = async (): Promise<Authority> => {
    if (authority === null || Date.now() - authority.at > discoveryMs) {
      authority = { of: discover(), at: Date.now() };
    }
    const reading = authority;
    try {
      return await reading.of;
    } catch (error) {
      if (authority === reading) authority = null;
      throw error;
    }
  };

  const judge = async (token: string, tenantId: string, at: number): Promise<Verdict> => {
    try {
      const { keys, issuers } = await authorityNow();
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: clientId,
        issuer: issuers.map((issuer) => issuer.replace('{tenantid}', tenantId)),
        requiredClaims: ['exp'],
        currentDate: new Date(at),
        clockTolerance: clockToleranceS,
      });
      return publisherOf(payload) === publisherId ? 'valid' : 'invalid';
    } catch (error) {
      return afterError(error);
    }
  };

  return {
    async verify(tokens, tenantId, at) {
      if (tenantId === null) return 'invalid';
      const verdicts = await Promise.all(tokens.map((token) => judge(token, tenantId, at)));
      const order = ['valid', 'unknown', 'unknownKey'] as const;
      return order.find((verdict) => verdicts.includes(verdict)) ?? 'invalid';
    },
  };
}

/** Tokens of the v1.0 format say `appid`, those of v2.0 `azp`. */
function publisherOf({ appid, azp }: JWTPayload): unknown {
  return appid ?? azp;
}

/** Whether the token itself was judged, or only could not be. */
function afterError(error: unknown): Verdict {
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknownKey';
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return 'unknown';
  const isJudged = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
  return isJudged ? 'invalid' : 'unknown';
}
