import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture } from '../graph-fixture.js';
import {
  claimsOf,
  entraClient,
  passwordOfReadme,
  refusalOf,
  type EntraClient,
} from './entra-client.js';

const OBO = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const BAD_NAME = 'not-a-guid\r\nX-Injected: 1';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

let fixture: Fixture;
let entra: EntraClient;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
  for (const scope of ['.default', 'openid profile offline_access']) {
    const prefix = scope === '.default' ? `${fixture.emulator.graphUrl}/` : '';
    await fixture.control('POST', '/consents', {
      body: {
        appId: fixture.emulator.clientId,
        principal: 'organisation',
        scope: `${prefix}${scope}`,
      },
    });
  }
});
afterAll(() => fixture.close());
afterEach(async () => {
  await settings({ refreshReuse: 'allow', clockSkewSeconds: 0, deviceCodeIntervalSeconds: 5 });
  for (const person of ['Aiko', 'Lena']) await account(person, normal);
});

const normal = {
  password: passwordOfReadme(),
  passwordState: 'ok',
  mfa: 'none',
  isBlocked: false,
  isDisabled: false,
};

async function settings(change: object): Promise<void> {
  await fixture.control('PUT', '/settings', { body: change });
}

async function account(person: string, change: object): Promise<void> {
  const { status } = await fixture.control('PATCH', `/people/${person}/sign-in`, { body: change });
  expect(status).toBe(200);
}

describe('a refresh token', () => {
  const refresh = async (refreshToken: unknown, changes: Record<string, string | null> = {}) =>
    await entra.token({
      grant_type: 'refresh_token',
      refresh_token: String(refreshToken),
      ...changes,
    });

  it('brings a new one, and goes on working itself', async () => {
    const first = await entra.tokensOf('Maya');
    const second = await refresh(first['refresh_token']);
    expect(second.status).toBe(200);
    expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
    expect(second.body['id_token']).toBeTruthy();
    expect((await refresh(first['refresh_token'])).status).toBe(200);
    expect((await refresh(second.body['refresh_token'])).status).toBe(200);
  });

  it('that is used twice ends with all of its sign-in, where the setting says so', async () => {
    await settings({ refreshReuse: 'revoke' });
    const first = await entra.tokensOf('Maya');
    const second = await refresh(first['refresh_token']);
    expect(refusalOf(await refresh(first['refresh_token']))).toEqual([400, 'invalid_grant', 70000]);
    const after = await refresh(second.body['refresh_token']);
    expect(refusalOf(after)).toEqual([400, 'invalid_grant', 70000]);
  });

  it('serves every resource that was consented to, one at a time', async () => {
    const api = `api://${fixture.emulator.clientId}/access_as_user`;
    const { refresh_token: token } = await entra.tokensOf('Maya', {
      scope: `openid offline_access User.Read ${api}`,
    });
    const ours = await refresh(token, { scope: api });
    expect(claimsOf(ours.body['access_token'])['aud']).toBe(fixture.emulator.clientId);
    expect(ours.body['scope']).toBe(api);
    const both = await refresh(token, { scope: `User.Read ${api}` });
    expect(refusalOf(both)).toEqual([400, 'invalid_request', 28000]);
    expect(refusalOf(await refresh(token, { scope: 'Group.Read.All' }))).toEqual([
      400,
      'invalid_grant',
      65001,
    ]);
  });

  it('is its client’s alone, who has to prove itself', async () => {
    const { refresh_token: token } = await entra.tokensOf('Maya');
    const bare = await refresh(token, { client_secret: null });
    expect(refusalOf(bare)).toEqual([401, 'invalid_client', 7000218]);
    expect(refusalOf(await refresh('made-up'))).toEqual([400, 'invalid_grant', 70000]);
    expect(refusalOf(await refresh(token, { client_secret: 'no' }))).toEqual([
      401,
      'invalid_client',
      7000215,
    ]);
  });
});

describe('user name and password', () => {
  const signIn = async (changes: Record<string, string | null> = {}) =>
    await entra.token({
      grant_type: 'password',
      username: 'aiko.tanaka@tandem.example',
      password: passwordOfReadme(),
      scope: 'openid offline_access User.Read Tasks.ReadWrite',
      ...changes,
    });

  it('give tokens without a page, also to a public client', async () => {
    const { status, body } = await signIn({ client_secret: null });
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])).toMatchObject({
      oid: fixture.personId('Aiko'),
      appidacr: '0',
    });
    expect([body['refresh_token'], body['id_token']].every(Boolean)).toBe(true);
  });

  it.each<[string, Record<string, string>, [number, string, number]]>([
    ['a wrong password', { password: 'wrong' }, [400, 'invalid_grant', 50126]],
    ['nobody', { username: 'nobody@tandem.example' }, [400, 'invalid_grant', 50034]],
    ['common', { tenant: 'common' }, [400, 'invalid_request', 9001023]],
    ['a scope without consent', { scope: 'Group.Read.All' }, [400, 'invalid_grant', 65001]],
  ])('are refused with %s', async (_what, changes, refusal) => {
    expect(refusalOf(await signIn(changes))).toEqual(refusal);
  });

  it.each<[object, number]>([
    [{ passwordState: 'expired' }, 50055],
    [{ passwordState: 'locked' }, 50053],
    [{ isDisabled: true }, 50057],
    [{ mfa: 'registered' }, 50076],
    [{ mfa: 'enrol' }, 50079],
    [{ isBlocked: true }, 53003],
    [{ password: 'another' }, 50126],
  ])('meet %j as AADSTS%i', async (change, number) => {
    await account('Aiko', change);
    expect(refusalOf(await signIn())).toEqual([400, 'invalid_grant', number]);
  });
});

describe('on behalf of', () => {
  const trade = async (assertion: unknown, changes: Record<string, string | null> = {}) =>
    await entra.token({
      grant_type: OBO,
      assertion: String(assertion),
      requested_token_use: 'on_behalf_of',
      scope: `${fixture.emulator.graphUrl}/User.Read offline_access`,
      ...changes,
    });
  const assertionOf = async (person: string) => {
    const scope = `api://${fixture.emulator.clientId}/access_as_user`;
    return (await entra.tokensOf(person, { scope }))['access_token'];
  };

  it('trades a token for this app for one of Graph, of the same person', async () => {
    const { status, body } = await trade(await assertionOf('Lena'));
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])).toMatchObject({
      oid: fixture.personId('Lena'),
      appid: fixture.emulator.clientId,
    });
    expect(body['refresh_token']).toBeTruthy();
    expect(String(body['scope']).split(' ')).toContain(`${fixture.emulator.graphUrl}/User.Read`);
  });

  it('takes no token of Graph, of an app, of another key, or one that has ended', async () => {
    const graph = (await entra.tokensOf('Lena'))['access_token'];
    expect(refusalOf(await trade(graph))).toEqual([400, 'invalid_grant', 500131]);
    const made = async (body: object) =>
      (
        await fixture.control('POST', '/tokens', {
          body: { audience: fixture.emulator.clientId, permissions: ['access_as_user'], ...body },
        })
      ).body['accessToken'];
    expect(refusalOf(await trade(await made({})))).toEqual([400, 'invalid_grant', 50013]);
    const forged = await made({ person: 'Lena', flaw: 'wrongSignature' });
    expect(refusalOf(await trade(forged))).toEqual([400, 'invalid_grant', 50013]);
    const old = await made({ person: 'Lena', flaw: 'expired' });
    expect(refusalOf(await trade(old))).toEqual([400, 'invalid_grant', 500133]);
    const bare = await trade(await assertionOf('Lena'), { client_secret: null });
    expect(refusalOf(bare)).toEqual([401, 'invalid_client', 7000218]);
  });

  it('asks for a second factor with claims, and takes the token that has it', async () => {
    const before = await assertionOf('Lena');
    await account('Lena', { mfa: 'registered' });
    const refused = await trade(before);
    expect(refusalOf(refused)).toEqual([400, 'interaction_required', 50076]);
    const claims = String(refused.body['claims']);
    expect(JSON.parse(claims)).toHaveProperty('access_token.polids.essential', true);
    const scope = `api://${fixture.emulator.clientId}/access_as_user`;
    const code = (await entra.signIn('Lena', { scope, claims })).get('code') ?? '';
    const { body } = await entra.redeem(code, { claims });
    expect((await trade(body['access_token'])).status).toBe(200);
  });
});

describe('a device code', () => {
  const begin = async () => {
    const { text } = await entra.send(
      'POST',
      `/${fixture.emulator.tenantId}/oauth2/v2.0/devicecode`,
      {
        form: { client_id: fixture.emulator.clientId, scope: 'openid offline_access User.Read' },
      },
    );
    return JSON.parse(text) as Record<string, string>;
  };
  const poll = async (code: string | undefined, grantType = DEVICE) =>
    await entra.token({
      grant_type: grantType,
      device_code: code ?? '',
      client_secret: null,
    });
  const type = async (userCode: string | undefined, how: object = {}) =>
    await fixture.control('POST', '/sign-in', { body: { userCode, person: 'Jonas', ...how } });

  it('is pending until somebody has typed it and signed in', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ expires_in: 900, interval: 5 });
    expect(begun['message']).toContain(begun['user_code']);
    expect(refusalOf(await poll(begun['device_code']))).toEqual([
      400,
      'authorization_pending',
      70016,
    ]);
    expect(refusalOf(await poll(begun['device_code']))).toEqual([400, 'slow_down', 70016]);
    const typed = ` ${begun['user_code']?.toLowerCase()} `;
    expect((await type(typed)).body).toEqual({ kind: 'device', isApproved: true });
    const { status, body } = await poll(begun['device_code'], 'device_code');
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])['oid']).toBe(fixture.personId('Jonas'));
    expect(body['refresh_token']).toBeTruthy();
    expect(refusalOf(await poll(begun['device_code']))).toEqual([400, 'invalid_grant', 54005]);
  });

  it('may be declined, may end, and may be unknown', async () => {
    const declined = await begin();
    await fixture.control('DELETE', `/consents?appId=${fixture.emulator.clientId}`);
    await type(declined['user_code'], { consent: 'decline' });
    expect(refusalOf(await poll(declined['device_code']))).toEqual([
      400,
      'authorization_declined',
      65004,
    ]);
    const late = await begin();
    await settings({ clockSkewSeconds: 901 });
    expect(refusalOf(await poll(late['device_code']))).toEqual([400, 'expired_token', 70020]);
    expect((await type(late['user_code'])).body).toMatchObject({ kind: 'page', page: 'error' });
    expect(refusalOf(await poll('made-up'))).toEqual([400, 'bad_verification_code', 70018]);
  });

  it('needs a credential where the app allows no public clients', async () => {
    const path = `/apps/${fixture.emulator.clientId}`;
    await fixture.control('PATCH', path, { body: { allowPublicClientFlows: false } });
    const { device_code: code } = await begin();
    expect(refusalOf(await poll(code))).toEqual([401, 'invalid_client', 7000218]);
    await fixture.control('PATCH', path, { body: { allowPublicClientFlows: true } });
  });
});

describe('a request to the token endpoint', () => {
  it('keeps the name that the client gave it where that is a GUID, and no other', async () => {
    const name = crypto.randomUUID();
    const named = await entra.token({ grant_type: 'x', 'client-request-id': name });
    expect([named.headers['client-request-id'], named.body['correlation_id']]).toEqual([
      name,
      name,
    ]);
    const odd = await entra.token({ grant_type: 'x', 'client-request-id': BAD_NAME });
    expect(refusalOf(odd)).toEqual([400, 'unsupported_grant_type', 70003]);
    expect(odd.headers['client-request-id']).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('a token made by hand', () => {
  it('may be traded on behalf of its person', async () => {
    const { clientId, graphUrl } = fixture.emulator;
    await fixture.control('POST', '/consents', {
      body: { appId: clientId, principal: 'Aiko', scope: 'User.Read' },
    });
    const { body } = await fixture.control('POST', '/tokens', {
      body: { person: 'Aiko', audience: clientId, permissions: ['access_as_user'] },
    });
    const traded = await entra.token({
      grant_type: OBO,
      requested_token_use: 'on_behalf_of',
      assertion: text(body['accessToken']),
      scope: `${graphUrl}/User.Read`,
    });
    expect([traded.status, traded.body['error_description']]).toEqual([200, undefined]);
  });
});
