import { createHash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture } from '../graph-fixture.js';
import {
  claimsOf,
  entraClient,
  refusalOf,
  REDIRECT_URI,
  type EntraClient,
} from './entra-client.js';

let fixture: Fixture;
let entra: EntraClient;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
});
afterAll(() => fixture.close());
afterEach(async () => {
  await fixture.control('PUT', '/settings', { body: { authorizationCodeSeconds: 60 } });
});

const aud = () => fixture.emulator.graphUrl;

describe('a sign-in with a code', () => {
  it('gives Graph and id tokens of the person, with what she consented to', async () => {
    const returned = await entra.signIn('Maya', { client_info: '1' });
    expect(returned.get('state')).toBe('state-1');
    expect(returned.get('session_state')).toMatch(/^[\da-f-]{36}$/);
    expect(returned.get('client_info')).toBeTruthy();
    const { status, body, headers } = await entra.redeem(returned.get('code') ?? '', {
      client_info: '1',
    });
    expect(status).toBe(200);
    expect(headers['cache-control']).toContain('no-store');
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3599,
      scope: 'openid profile User.Read Tasks.ReadWrite',
    });
    const maya = fixture.personId('Maya');
    expect(claimsOf(body['access_token'])).toMatchObject({
      aud: aud(),
      iss: `https://sts.windows.net/${fixture.emulator.tenantId}/`,
      appid: fixture.emulator.clientId,
      appidacr: '1',
      scp: 'openid profile User.Read Tasks.ReadWrite',
      oid: maya,
      ver: '1.0',
    });
    const keys = await entra.send('GET', `/${fixture.emulator.tenantId}/discovery/v2.0/keys`);
    const { payload } = await jwtVerify(
      String(body['id_token']),
      createLocalJWKSet(JSON.parse(keys.text) as JSONWebKeySet),
      {
        issuer: `${aud()}/${fixture.emulator.tenantId}/v2.0`,
        audience: fixture.emulator.clientId,
      },
    );
    expect(payload).toMatchObject({
      nonce: 'nonce-1',
      oid: maya,
      tid: fixture.emulator.tenantId,
      preferred_username: 'maya.okafor@tandem.example',
      ver: '2.0',
    });
    expect(JSON.parse(Buffer.from(String(body['client_info']), 'base64url').toString())).toEqual({
      uid: maya,
      utid: fixture.emulator.tenantId,
    });
    const graph = fixture.with(String(body['access_token']));
    expect((await graph('GET', '/me')).body['id']).toBe(maya);
    expect((await graph('GET', '/me/messages')).status).toBe(403);
  });

  it('gives no refresh token without offline_access and no id token without openid', async () => {
    const body = await entra.tokensOf('Jonas', { scope: 'User.Read' });
    expect(body['refresh_token']).toBeUndefined();
    expect(body['id_token']).toBeUndefined();
    expect(body['scope']).toBe('User.Read');
  });

  it('takes a code once, from its client alone, and for a minute', async () => {
    const code = (await entra.signIn('Maya')).get('code') ?? '';
    const [one, other] = await Promise.all([entra.redeem(code), entra.redeem(code)]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 400]));
    expect(refusalOf(await entra.redeem(code))).toEqual([400, 'invalid_grant', 54005]);

    const late = (await entra.signIn('Maya')).get('code') ?? '';
    await fixture.control('PUT', '/settings', { body: { clockSkewSeconds: 61 } });
    expect(refusalOf(await entra.redeem(late))).toEqual([400, 'invalid_grant', 70008]);
    await fixture.control('PUT', '/settings', { body: { clockSkewSeconds: 0 } });

    const { body: stranger } = await fixture.control('POST', '/apps', {
      body: { displayName: 'Other', secrets: [{ value: 'other' }] },
    });
    const stolen = (await entra.signIn('Maya')).get('code') ?? '';
    const theft = await entra.redeem(stolen, {
      client_id: text(stranger['appId']),
      client_secret: 'other',
    });
    expect(refusalOf(theft)).toEqual([400, 'invalid_grant', 70000]);
    expect(refusalOf(await entra.redeem('made-up'))).toEqual([400, 'invalid_grant', 70000]);
  });

  it.each<[string, Record<string, string | null>, [number, string, number]]>([
    ['no secret', { client_secret: null }, [401, 'invalid_client', 7000218]],
    ['a wrong secret', { client_secret: 'wrong' }, [401, 'invalid_client', 7000215]],
    ['no verifier', { code_verifier: null }, [400, 'invalid_grant', 50148]],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, [400, 'invalid_grant', 501481]],
    [
      'another redirect URI',
      { redirect_uri: 'http://localhost:3001/oauth/callback' },
      [400, 'invalid_grant', 500112],
    ],
    ['no redirect URI', { redirect_uri: null }, [400, 'invalid_request', 900144]],
    ['a scope without consent', { scope: 'Mail.Send' }, [400, 'invalid_grant', 65001]],
    ['an unknown scope', { scope: 'Mail.Teleport' }, [400, 'invalid_scope', 70011]],
  ])('refuses a code with %s', async (_what, changes, refusal) => {
    const code = (await entra.signIn('Maya')).get('code') ?? '';
    expect(refusalOf(await entra.redeem(code, changes))).toEqual(refusal);
    // What was wrong does not use up the code.
    expect((await entra.redeem(code)).status).toBe(200);
  });

  it('takes a plain challenge, and no verifier without one', async () => {
    const plain = { code_challenge: entra.verifier, code_challenge_method: null };
    const code = (await entra.signIn('Maya', plain)).get('code') ?? '';
    expect((await entra.redeem(code)).status).toBe(200);
    const bare = (await entra.signIn('Maya', { code_challenge: null })).get('code') ?? '';
    expect(refusalOf(await entra.redeem(bare))).toEqual([400, 'invalid_grant', 50148]);
    expect((await entra.redeem(bare, { code_verifier: null })).status).toBe(200);
  });

  it('sends the answer back as the request wants it', async () => {
    const ask = async (mode: string) =>
      await fixture.control('POST', '/sign-in', {
        body: { url: entra.authorizeUrl({ response_mode: mode }), person: 'Maya' },
      });
    const fragment = (await ask('fragment')).body;
    expect(text(fragment['redirectUrl'])).toMatch(
      /^http:\/\/localhost:3000\/oauth\/callback#code=/,
    );
    expect((await ask('form_post')).body).toMatchObject({
      kind: 'formPost',
      action: REDIRECT_URI,
      fields: { state: 'state-1', code: expect.any(String) },
    });
  });
});

describe('a single-page app', () => {
  it('proves itself by its origin and a verifier, and its refresh tokens end with the first', async () => {
    const redirect = 'http://localhost:5173/spa';
    const { body: app } = await fixture.control('POST', '/apps', {
      body: { displayName: 'Page', redirectUris: [{ uri: redirect, type: 'spa' }] },
    });
    const client = { client_id: text(app['appId']), redirect_uri: redirect };
    const code = async () => (await entra.signIn('Maya', client)).get('code') ?? '';
    const as = { ...client, client_secret: null, grant_type: 'authorization_code' };
    const first = { ...as, code: await code(), code_verifier: entra.verifier };
    expect(refusalOf(await entra.token(first))).toEqual([400, 'invalid_request', 9002327]);
    const origin = { Origin: 'http://localhost:5173' };
    const { status, body, headers } = await entra.token(first, origin);
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    const refresh = {
      ...client,
      client_secret: null,
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    };
    expect(refusalOf(await entra.token(refresh))).toEqual([400, 'invalid_request', 9002327]);
    expect((await entra.token(refresh, origin)).status).toBe(200);
  });

  it('alone gets tokens in a browser, by whatever grant', async () => {
    const { refresh_token } = await entra.tokensOf('Maya');
    const scope = `${fixture.emulator.graphUrl}/.default`;
    for (const form of [
      { grant_type: 'refresh_token', refresh_token: refresh_token ?? '' },
      { grant_type: 'client_credentials', scope },
      { grant_type: 'password', username: 'maya', password: 'x', scope },
    ]) {
      const refused = await entra.token(form, { Origin: 'http://localhost:5173' });
      expect(refusalOf(refused), form.grant_type).toEqual([400, 'invalid_request', 9002326]);
    }
  });

  it('is not what a web app may pretend to be', async () => {
    const code = (await entra.signIn('Maya')).get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: entra.verifier,
    };
    const refused = await entra.token(form, { Origin: 'http://localhost:5173' });
    expect(refusalOf(refused)).toEqual([400, 'invalid_request', 9002326]);
  });

  it('or a native one has no secret', async () => {
    const redirect_uri = 'http://localhost:4444';
    const code = (await entra.signIn('Maya', { redirect_uri })).get('code') ?? '';
    const refused = await entra.redeem(code, { redirect_uri });
    expect(refusalOf(refused)).toEqual([401, 'invalid_client', 700025]);
    expect((await entra.redeem(code, { redirect_uri, client_secret: null })).status).toBe(200);
  });
});

it('the challenge of the tests is the verifier’s', () => {
  const url = new URL(entra.authorizeUrl());
  const made = createHash('sha256').update(entra.verifier).digest('base64url');
  expect(url.searchParams.get('code_challenge')).toBe(made);
});
