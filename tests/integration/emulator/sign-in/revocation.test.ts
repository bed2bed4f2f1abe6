import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from '../graph-fixture.js';
import {
  claimsOf,
  entraClient,
  passwordOfReadme,
  refusalOf,
  type EntraClient,
} from './entra-client.js';

const CP1 = '{"access_token":{"xms_cc":{"values":["CP1"]}}}';

let fixture: Fixture;
let entra: EntraClient;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await account({ password: passwordOfReadme(), mfa: 'none', isDisabled: false, isBlocked: false });
  await fixture.control('PUT', '/settings', {
    body: { signInFrequencySeconds: 0, clockSkewSeconds: 0, refreshTokenDays: 90 },
  });
});

async function account(change: object): Promise<void> {
  await fixture.control('PATCH', '/people/Tomás/sign-in', { body: change });
}

async function refresh(token: string | undefined, claims: string | null = null) {
  return await entra.token({
    grant_type: 'refresh_token',
    refresh_token: token ?? '',
    claims,
  });
}

const readMe = async (token: unknown) => await fixture.with(String(token))('GET', '/me');

/** The claims that Graph's 401 asks for. */
function challengeIn(headers: Headers): string {
  const said = headers.get('www-authenticate') ?? '';
  expect(said).toContain('error="insufficient_claims"');
  return Buffer.from(/claims="([^"]+)"/.exec(said)?.[1] ?? '', 'base64').toString();
}

describe('refresh tokens end', () => {
  it.each<[string, () => Promise<unknown>, number]>([
    [
      'when sessions are revoked',
      () => fixture.control('POST', '/people/Tomás/revoke', { body: {} }),
      50173,
    ],
    ['when the password changes', () => account({ password: 'new' }), 50173],
    [
      'when they were left unused for too long',
      () => fixture.control('POST', '/people/Tomás/revoke', { body: { as: 'inactive' } }),
      700082,
    ],
    ['when the account is disabled', () => account({ isDisabled: true }), 50057],
    ['when a second factor is wanted', () => account({ mfa: 'registered' }), 50076],
    ['when conditional access says no', () => account({ isBlocked: true }), 53003],
    [
      'when the consent is taken back',
      () =>
        fixture.control(
          'DELETE',
          `/consents?appId=${fixture.emulator.clientId}&principal=${encodeURIComponent('Tomás')}`,
        ),
      65001,
    ],
  ])('%s, and a new sign-in helps', async (_when, happen, number) => {
    const { refresh_token: token } = await entra.tokensOf('Tomás');
    await happen();
    const refused = await refresh(token);
    expect(refusalOf(refused)).toEqual([400, 'invalid_grant', number]);
    await account({ isDisabled: false, isBlocked: false });
    const again = await entra.tokensOf('Tomás');
    expect((await refresh(again['refresh_token'])).status).toBe(200);
  });

  it('when a sign-in may only be so old', async () => {
    const { refresh_token: token } = await entra.tokensOf('Tomás');
    await fixture.control('PUT', '/settings', { body: { signInFrequencySeconds: 3600 } });
    expect((await refresh(token)).status).toBe(200);
    await fixture.control('PUT', '/settings', { body: { clockSkewSeconds: 3700 } });
    expect(refusalOf(await refresh(token))).toEqual([400, 'invalid_grant', 70043]);
  });
});

describe('continuous access evaluation', () => {
  it('gives clients that understand it long tokens, which are renewed at half their life', async () => {
    const { access_token: token, ...answer } = await entra.tokensOf('Tomás', { claims: CP1 });
    expect(answer).toMatchObject({ expires_in: 86_399, refresh_in: 43_199 });
    expect(claimsOf(token)['xms_cc']).toEqual(['cp1']);
  });

  it('answers tokens from before with claims, and takes one that was asked for with them', async () => {
    const before = await entra.tokensOf('Tomás', { claims: CP1 });
    const { access_token: plain } = await entra.tokensOf('Tomás');
    await fixture.control('POST', '/people/Tomás/challenge', { body: {} });
    const refused = await readMe(before['access_token']);
    expect([refused.status, refused.body['error']?.['code']]).toEqual([
      401,
      'InvalidAuthenticationToken',
    ]);
    const challenge = JSON.parse(challengeIn(refused.headers)) as {
      access_token: Record<string, unknown>;
    };
    expect(challenge).toHaveProperty('access_token.nbf.essential', true);
    const claims = { access_token: { ...challenge.access_token, xms_cc: { values: ['cp1'] } } };
    const fresh = await refresh(before['refresh_token'], JSON.stringify(claims));
    expect(fresh.status).toBe(200);
    expect((await readMe(fresh.body['access_token'])).status).toBe(200);
    expect((await readMe(plain)).status).toBe(200);
  });

  it('after a revocation asks for a sign-in', async () => {
    const before = await entra.tokensOf('Tomás', { claims: CP1 });
    await fixture.control('POST', '/people/Tomás/revoke', { body: {} });
    challengeIn((await readMe(before['access_token'])).headers);
    expect(refusalOf(await refresh(before['refresh_token'], CP1))).toEqual([
      400,
      'invalid_grant',
      50173,
    ]);
    const again = await entra.tokensOf('Tomás', { claims: CP1 });
    expect((await readMe(again['access_token'])).status).toBe(200);
  });

  it('holds for a disabled account, and in a batch', async () => {
    const { access_token: token } = await entra.tokensOf('Tomás', { claims: CP1 });
    await account({ isDisabled: true });
    const { headers } = await fixture.with(String(token))('POST', '/$batch', {
      body: { requests: [{ id: '1', method: 'GET', url: '/me' }] },
    });
    challengeIn(headers);
  });
});

describe('the clock and the keys', () => {
  it('may be wrong together: everything Microsoft says is early then', async () => {
    await fixture.control('PUT', '/settings', { body: { clockSkewSeconds: 900 } });
    const { access_token: token } = await entra.tokensOf('Tomás');
    const early = Number(claimsOf(token)['iat']) - Date.now() / 1000;
    expect(early).toBeGreaterThan(890);
    const { status, headers } = await readMe(token);
    expect(status).toBe(200);
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(890_000);
  });

  it('rotate: both are published until the older one is retired', async () => {
    const { access_token: before } = await entra.tokensOf('Tomás');
    const published = async () => {
      const { text } = await entra.send('GET', `/${fixture.emulator.tenantId}/discovery/v2.0/keys`);
      return (JSON.parse(text) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    const [old] = await published();
    await fixture.control('POST', '/keys/rotate', { body: {} });
    expect(await published()).toHaveLength(2);
    expect(await published()).toContain(old);
    expect((await readMe(before)).status).toBe(200);
    const { access_token: after } = await entra.tokensOf('Tomás');
    expect((await readMe(after)).status).toBe(200);
    await fixture.control('POST', '/keys/rotate', { body: { retire: true } });
    expect(await published()).toHaveLength(1);
    expect((await readMe(before)).status).toBe(401);
  });
});

it('userinfo tells who a token with openid is about', async () => {
  const { access_token: token, id_token: idToken } = await entra.tokensOf('Tomás', {
    scope: 'openid profile email User.Read',
  });
  const ask = async (bearer: unknown) =>
    await entra.send('GET', '/oidc/userinfo', {
      headers: { Authorization: `Bearer ${String(bearer)}` },
    });
  const { status, text } = await ask(token);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    sub: claimsOf(idToken)['sub'],
    name: 'Tomás Herrera',
    email: 'tomas.herrera@tandem.example',
  });
  expect((await ask(await fixture.appToken())).status).toBe(401);
  expect((await ask('nonsense')).status).toBe(401);
});

it('the log of sign-ins tells what was asked for, and no secret', async () => {
  await fixture.control('DELETE', '/sign-ins');
  const { refresh_token: token, access_token: access } = await entra.tokensOf('Tomás');
  await refresh(token);
  await refresh('wrong');
  const { body } = await fixture.control('GET', '/sign-ins');
  const rows = body['signIns'] as unknown as Record<string, unknown>[];
  expect(rows.map(({ grantType, status, number }) => [grantType, status, number])).toEqual([
    ['authorization_code', 200, null],
    ['refresh_token', 200, null],
    ['refresh_token', 400, 70000],
  ]);
  expect(rows[1]?.['personId']).toBe(fixture.personId('Tomás'));
  const told = JSON.stringify(body);
  for (const secret of [token, access, fixture.emulator.clientSecret]) {
    expect(told).not.toContain(secret);
  }
});
