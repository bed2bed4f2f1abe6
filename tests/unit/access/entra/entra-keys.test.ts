import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEntraKeys, type EntraKeys } from '../../../../src/access/entra/entra-keys.js';
import { verifyJwt } from '../../../../src/access/verify-jwt.js';

const authorityHost = 'https://login.example';
const tenantId = '11111111-2222-3333-4444-555555555555';
const issuer = `${authorityHost}/${tenantId}/v2.0`;
const minute = 60_000;
const hour = 60 * minute;

interface SigningKey {
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
}

async function aKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' }, privateKey };
}

const first = await aKey('first');
const second = await aKey('second');

/** Entra as far as its keys go. */
let published: readonly (JWK & { readonly issuer?: string })[];
let isAway: boolean;
let asked: number;
let clock: number;
let keys: EntraKeys;

beforeEach(() => {
  published = [first.jwk];
  isAway = false;
  asked = 0;
  clock = 0;
  keys = createEntraKeys({
    authorityHost,
    tenantId,
    logger: pino({ level: 'silent' }),
    now: () => clock,
    async fetch(input) {
      asked += 1;
      if (isAway) throw new TypeError('fetch failed');
      return Response.json(answerAt(input instanceof Request ? input.url : input.toString()));
    },
  });
});

function answerAt(url: string): unknown {
  const base = `${authorityHost}/${tenantId}`;
  switch (url) {
    case `${base}/v2.0/.well-known/openid-configuration`:
      return { issuer, jwks_uri: `${base}/discovery/v2.0/keys` };
    case `${base}/.well-known/openid-configuration`:
      return { issuer: `https://sts.example/${tenantId}/`, jwks_uri: `${base}/discovery/keys` };
    default:
      return { keys: published };
  }
}

async function verdict(by: SigningKey): Promise<string> {
  const { kid = '' } = by.jwk;
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .setAudience('us')
    .setExpirationTime('1h')
    .sign(by.privateKey);
  try {
    const wanted = { token, audiences: ['us'], algorithms: ['RS256'], now: Date.now };
    await verifyJwt({ ...wanted, issuer: await keys.issuers(), keys: keys.find });
    return 'good';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe("the tenant's keys", () => {
  it('are read once for many tokens', async () => {
    expect(await Promise.all([verdict(first), verdict(first)])).toEqual(['good', 'good']);
    expect(await verdict(first)).toBe('good');
    expect(asked).toBe(4);
  });

  it('say both spellings of the issuer', async () => {
    expect(await keys.issuers()).toEqual([issuer, `https://sts.example/${tenantId}/`]);
  });

  it('are read again at once for a key that is new', async () => {
    expect(await verdict(first)).toBe('good');
    published = [first.jwk, second.jwk];
    expect(await verdict(second)).toBe('good');
    expect([keys.isPublished('first'), keys.isPublished('second')]).toEqual([true, true]);
  });

  it('are not read again and again for a key that nobody has', async () => {
    await verdict(first);
    for (let count = 0; count < 10; count += 1) expect(await verdict(second)).toBe('unauthorized');
    expect(asked).toBe(8);
    clock += minute;
    published = [first.jwk, second.jwk];
    expect(await verdict(second)).toBe('good');
  });

  it('are forgotten when they are withdrawn', async () => {
    await verdict(first);
    published = [second.jwk];
    clock += 2 * hour;
    expect(await verdict(second)).toBe('good');
    expect(await verdict(first)).toBe('unauthorized');
    expect(keys.isPublished('first')).toBe(false);
  });

  it('are believed for a day while Entra is away', async () => {
    await verdict(first);
    isAway = true;
    clock += 23 * hour;
    expect(await verdict(first)).toBe('good');
    clock += 2 * hour;
    expect(await verdict(first)).toBe('sign_in_unavailable');
    isAway = false;
    expect(await verdict(first)).toBe('good');
  });

  it('that cannot be had at all refuse nobody for good', async () => {
    isAway = true;
    expect(await verdict(first)).toBe('sign_in_unavailable');
    isAway = false;
    expect(await verdict(first)).toBe('good');
  });

  it('of other issuers vouch for nobody of this tenant', async () => {
    const mine = `${authorityHost}/{tenantid}/v2.0`;
    published = [
      { ...first.jwk, issuer: mine },
      { ...second.jwk, issuer: `${authorityHost}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0` },
    ];
    expect(await verdict(first)).toBe('good');
    expect(await verdict(second)).toBe('unauthorized');
  });
});
