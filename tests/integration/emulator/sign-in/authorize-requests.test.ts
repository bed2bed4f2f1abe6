import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from '../graph-fixture.js';
import { claimsOf, entraClient, REDIRECT_URI, type EntraClient } from './entra-client.js';

let fixture: Fixture;
let entra: EntraClient;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
});
afterAll(() => fixture.close());

describe('a request that is wrong', () => {
  it.each<[string, Record<string, string | null>, number]>([
    ['an unknown client', { client_id: crypto.randomUUID() }, 700016],
    ['no client', { client_id: null }, 900144],
    ['another path', { redirect_uri: 'http://localhost:3000/oauth/callback/' }, 50011],
    ['another host', { redirect_uri: 'https://evil.example/oauth/callback' }, 50011],
    ['another scheme', { redirect_uri: 'https://localhost:3000/oauth/callback' }, 50011],
    [
      'a host that begins alike',
      { redirect_uri: 'http://localhost.evil.example/oauth/callback' },
      50011,
    ],
    [
      'a name before the host',
      { redirect_uri: 'http://localhost:1@evil.example/oauth/callback' },
      50011,
    ],
    [
      'a port that no address has',
      { redirect_uri: 'http://localhost:99999/oauth/callback' },
      50011,
    ],
    ['another case', { redirect_uri: 'http://localhost:3000/OAuth/callback' }, 50011],
    ['a query more', { redirect_uri: 'http://localhost:3000/oauth/callback?x=1' }, 50011],
  ])('with %s is shown to the person and sent nowhere', async (_what, changes, number) => {
    const url = new URL(entra.authorizeUrl(changes));
    const { status, text, headers } = await entra.send('GET', `${url.pathname}${url.search}`);
    expect(status).toBe(400);
    expect(headers['location']).toBeUndefined();
    expect(text).toContain(`AADSTS${number}`);
  });

  it.each<[string, Record<string, string | null>, [string, number]]>([
    ['no response type', { response_type: null }, ['invalid_request', 900144]],
    ['an implicit type', { response_type: 'id_token' }, ['unsupported_response_type', 700054]],
    ['no scope', { scope: null }, ['invalid_request', 900144]],
    ['an unknown scope', { scope: 'Mail.Teleport' }, ['invalid_scope', 70011]],
    [
      'everything of one and something of another',
      { scope: 'User.Read 00000003-0000-0000-c000-000000000000/.default' },
      ['invalid_scope', 70011],
    ],
    ['an unknown resource', { scope: 'api://nobody/read' }, ['invalid_resource', 500011]],
    ['an unknown prompt', { prompt: 'please' }, ['invalid_request', 90023]],
    ['a short challenge', { code_challenge: 'short' }, ['invalid_request', 501491]],
    ['an unknown method', { code_challenge_method: 'S512' }, ['invalid_request', 9002313]],
    ['an unknown mode', { response_mode: 'pigeon' }, ['invalid_request', 9002313]],
    ['nobody signed in and no page', { prompt: 'none' }, ['login_required', 50058]],
  ])('with %s goes back to the client', async (_what, changes, [error, number]) => {
    const url = new URL(entra.authorizeUrl(changes));
    const { status, headers } = await entra.send('GET', `${url.pathname}${url.search}`);
    expect(status).toBe(302);
    const back = new URL(String(headers['location']));
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT_URI);
    expect(back.searchParams.get('error')).toBe(error);
    expect(back.searchParams.get('state')).toBe('state-1');
    expect(back.searchParams.get('error_description')).toMatch(
      new RegExp(`^AADSTS${number}: .*\\r\\nTrace ID: .*\\r\\nCorrelation ID: `, 's'),
    );
  });

  it('uses common only for apps of several tenants', async () => {
    const url = new URL(entra.authorizeUrl({}, 'common'));
    const single = await entra.send('GET', `${url.pathname}${url.search}`);
    expect([single.status, single.text.includes('AADSTS50194')]).toEqual([400, true]);
    const path = `/apps/${fixture.emulator.clientId}`;
    await fixture.control('PATCH', path, { body: { isMultiTenant: true } });
    const several = await entra.send('GET', `${url.pathname}${url.search}`);
    expect(several.status).toBe(200);
    await fixture.control('PATCH', path, { body: { isMultiTenant: false } });
  });
});

describe('a session', () => {
  it('signs in again without a password, and silently', async () => {
    const browser = { browser: 'office' };
    await entra.signIn('Priya', {}, browser);
    const wrong = { ...browser, password: 'not needed' };
    expect((await entra.signIn('Priya', {}, wrong)).get('code')).toBeTruthy();
    const silent = await entra.signIn('Priya', { prompt: 'none' }, browser);
    expect(silent.get('code')).toBeTruthy();
    const { body } = await fixture.control('POST', '/sign-in', {
      body: { url: entra.authorizeUrl({ prompt: 'login' }), person: 'Priya', ...wrong },
    });
    expect(body).toMatchObject({ kind: 'page', page: 'signIn', number: 50126 });
  });

  it('is picked by hint when there are several', async () => {
    const browser = { browser: 'shared' };
    await entra.signIn('Priya', { prompt: 'login' }, browser);
    await entra.signIn('Jonas', { prompt: 'select_account' }, browser);
    const both = await entra.signIn('Jonas', { prompt: 'none' }, browser);
    expect(both.get('error')).toBe('interaction_required');
    const hinted = await entra.signIn(
      'Nobody',
      { prompt: 'none', login_hint: 'jonas.lindqvist@tandem.example' },
      browser,
    );
    const { body } = await entra.redeem(hinted.get('code') ?? '');
    expect(claimsOf(body['access_token'])['oid']).toBe(fixture.personId('Jonas'));
  });

  it('ends with a sign-out, which goes back to registered addresses only', async () => {
    const url = new URL(entra.authorizeUrl());
    const page = await entra.send('GET', `${url.pathname}${url.search}`);
    const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
    const logout = async (address: string) =>
      await entra.send(
        'GET',
        `/${fixture.emulator.tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(address)}&state=s`,
        { headers: { Cookie: cookie } },
      );
    expect((await logout(REDIRECT_URI)).headers['location']).toBe(`${REDIRECT_URI}?state=s`);
    const elsewhere = await logout('https://evil.example/');
    expect([elsewhere.status, elsewhere.headers['location']]).toEqual([200, undefined]);
  });
});
