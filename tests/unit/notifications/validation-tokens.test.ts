import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { createValidationTokens } from '../../../src/notifications/validation-tokens.js';

const authorityHost = 'https://login.example.com';
const clientId = '11111111-2222-4333-8444-555555555555';
const tenantId = '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10';
const publisher = '0bf30f3b-4a52-48df-9a82-234910c4a086';
const now = Date.parse('2026-11-26T12:00:00Z');

let privateKey: CryptoKey;
let published: JWK[];
let asked: string[];
let isAway: boolean;

beforeEach(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  ({ privateKey } = pair);
  published = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }];
  asked = [];
  isAway = false;
});

/** The sign-in service as far as it is asked. */
const signIn = async (input: string | URL | Request): Promise<Response> => {
  const url = input instanceof Request ? input.url : String(input);
  asked.push(url);
  if (isAway) throw new TypeError('fetch failed');
  if (url === `${authorityHost}/keys`) return Response.json({ keys: published });
  return Response.json({
    jwks_uri: `${authorityHost}/keys`,
    issuer: 'https://sts.example.com/{tenantid}/',
  });
};
const make = () => createValidationTokens({ authorityHost, clientId, fetch: signIn });

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly appid?: string;
  readonly azp?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly kid?: string;
}

function aToken(given: Claims = {}, key = privateKey): Promise<string> {
  const { kid = 'k1', ...claims } = given;
  return new SignJWT({
    iss: `https://sts.windows.net/${tenantId}/`,
    aud: clientId,
    exp: now / 1_000 + 3_600,
    ...(given.azp === undefined && { appid: publisher }),
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(key);
}

describe('what vouches for encrypted content', () => {
  it('is a token of Microsoft’s publisher for us and that tenant', async () => {
    expect(await make().verify([await aToken()], tenantId, now)).toBe('valid');
    expect(await make().verify([await aToken({ azp: publisher })], tenantId, now)).toBe('valid');
    const national = await aToken({ iss: `https://sts.example.com/${tenantId}/` });
    expect(await make().verify([national], tenantId, now)).toBe('valid');
    expect(asked[0]).toBe(`${authorityHost}/common/.well-known/openid-configuration`);
  });

  it('may be one of several, for several tenants', async () => {
    const tokens = [await aToken({ iss: 'https://sts.windows.net/other/' }), await aToken()];
    expect(await make().verify(tokens, tenantId, now)).toBe('valid');
  });

  it.each([
    ['for another app', { aud: 'another' }],
    ['of another tenant', { iss: 'https://sts.windows.net/other/' }],
    ['of another publisher', { appid: clientId }],
    ['of another publisher, v2.0', { azp: clientId }],
    ['that has ended', { exp: now / 1_000 - 301 }],
  ] as const)('is no token %s', async (_what, claims) => {
    expect(await make().verify([await aToken(claims)], tenantId, now)).toBe('invalid');
  });

  it('is no token that somebody else has signed, and no text', async () => {
    const { privateKey: foreign } = await generateKeyPair('RS256');
    expect(await make().verify([await aToken({}, foreign)], tenantId, now)).toBe('invalid');
    expect(await make().verify(['nonsense', ''], tenantId, now)).toBe('invalid');
    expect(await make().verify([], tenantId, now)).toBe('invalid');
    expect(await make().verify([await aToken()], null, now)).toBe('invalid');
  });

  it('is judged by the time at which it came', async () => {
    const token = await aToken({ exp: now / 1_000 + 60 });
    expect(await make().verify([token], tenantId, now)).toBe('valid');
    expect(await make().verify([token], tenantId, now + 600_000)).toBe('invalid');
  });

  it('may be minutes ahead of our clock, and behind it', async () => {
    const early = await aToken({ nbf: now / 1_000 + 60 });
    expect(await make().verify([early], tenantId, now)).toBe('valid');
    const late = await aToken({ exp: now / 1_000 - 60 });
    expect(await make().verify([late], tenantId, now)).toBe('valid');
  });

  it('is not known while the sign-in service is away, and known when it is back', async () => {
    const tokens = make();
    isAway = true;
    expect(await tokens.verify([await aToken()], tenantId, now)).toBe('unknown');
    isAway = false;
    expect(await tokens.verify([await aToken()], tenantId, now)).toBe('valid');
  });

  it('is signed by a key that may be new; keys are asked for once', async () => {
    const tokens = make();
    expect(await tokens.verify([await aToken()], tenantId, now)).toBe('valid');
    const before = asked.length;
    expect(await tokens.verify([await aToken(), await aToken()], tenantId, now)).toBe('valid');
    expect(asked).toHaveLength(before);
    expect(await tokens.verify([await aToken({ kid: 'k2' })], tenantId, now)).toBe('unknownKey');
  });
});
