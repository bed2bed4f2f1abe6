import { X509Certificate } from 'node:crypto';
import { exportJWK, generateKeyPair, importPKCS8, SignJWT, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from '../graph-fixture.js';
import { makeClientCertificate, type ClientCertificate } from './client-certificate.js';
import { claimsOf, entraClient, refusalOf, type EntraClient } from './entra-client.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ISSUER = 'https://tokens.example/clusters/1';
const SUBJECT = 'system:serviceaccount:tandem:worker';

let fixture: Fixture;
let entra: EntraClient;
let registered: ClientCertificate;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
  registered = await makeClientCertificate();
  await change({ certificates: [registered.certificate] });
});
afterAll(() => fixture.close());
afterEach(async () => {
  await fixture.control('DELETE', '/faults');
  await fixture.control('PUT', '/settings', { body: { assertionReplay: 'allow' } });
});

async function change(body: object): Promise<void> {
  const { status } = await fixture.control('PATCH', `/apps/${fixture.emulator.clientId}`, { body });
  expect(status).toBe(200);
}

async function asApp(assertion: string) {
  return await entra.token({
    grant_type: 'client_credentials',
    scope: `${fixture.emulator.graphUrl}/.default`,
    client_secret: null,
    client_assertion_type: JWT_BEARER,
    client_assertion: assertion,
  });
}

/** An assertion as the documentation describes it, with something changed. */
async function assertionWith(
  made: {
    readonly certificate?: ClientCertificate;
    readonly header?: object;
    readonly claims?: object;
  } = {},
): Promise<string> {
  const { certificate, privateKey } = made.certificate ?? registered;
  const now = Math.floor(Date.now() / 1000);
  const { clientId, graphUrl, tenantId } = fixture.emulator;
  return await new SignJWT({
    aud: `${graphUrl}/${tenantId}/oauth2/v2.0/token`,
    iss: clientId,
    sub: clientId,
    jti: crypto.randomUUID(),
    nbf: now,
    exp: now + 600,
    ...made.claims,
  })
    .setProtectedHeader({
      alg: 'PS256',
      'x5t#S256': thumbprint(new X509Certificate(certificate).fingerprint256),
      ...made.header,
    })
    .sign(await importPKCS8(privateKey, 'PS256'));
}

function thumbprint(fingerprint: string): string {
  return Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
}

describe('a client with a certificate', () => {
  it('is known by either thumbprint', async () => {
    const { status, body } = await asApp(await assertionWith());
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])).toMatchObject({ appidacr: '2', idtyp: 'app' });
    const { fingerprint } = new X509Certificate(registered.certificate);
    const sha1 = { 'x5t#S256': undefined, x5t: thumbprint(fingerprint) };
    expect((await asApp(await assertionWith({ header: sha1 }))).status).toBe(200);
  });

  it('is refused with what is wrong', async () => {
    const { privateKey } = await makeClientCertificate();
    const seconds = Math.floor(Date.now() / 1000);
    const wrong: [number, Parameters<typeof assertionWith>[0]][] = [
      [700027, { certificate: await makeClientCertificate() }],
      [700027, { certificate: { ...registered, privateKey } }],
      [700023, { claims: { aud: 'https://login.example/token' } }],
      [700024, { claims: { nbf: seconds - 900, exp: seconds - 300 } }],
      [700024, { claims: { nbf: seconds + 900, exp: seconds + 1800 } }],
      [700021, { claims: { iss: 'somebody' } }],
      [700211, { claims: { iss: 'somebody', sub: 'somebody' } }],
    ];
    for (const [number, made] of wrong) {
      const refusal = refusalOf(await asApp(await assertionWith(made)));
      expect(refusal).toEqual([401, 'invalid_client', number]);
    }
    expect(refusalOf(await asApp('nonsense'))).toEqual([401, 'invalid_client', 50027]);
    const ended = await makeClientCertificate(-1);
    await change({ certificates: [registered.certificate, ended.certificate] });
    const late = await asApp(await assertionWith({ certificate: ended }));
    expect(refusalOf(late)).toEqual([401, 'invalid_client', 1000502]);
  });

  it('may send an assertion again, as MSAL does, unless replay is refused', async () => {
    const assertion = await assertionWith();
    expect((await asApp(assertion)).status).toBe(200);
    expect((await asApp(assertion)).status).toBe(200);
    await fixture.control('PUT', '/settings', { body: { assertionReplay: 'refuse' } });
    expect((await asApp(assertion)).status).toBe(200);
    expect(refusalOf(await asApp(assertion))).toEqual([401, 'invalid_client', 700027]);
    const without = await assertionWith({ claims: { jti: undefined } });
    expect(refusalOf(await asApp(without))).toEqual([401, 'invalid_client', 700027]);
  });
});

describe('a workload with somebody else’s token', () => {
  let key: CryptoKey;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    key = pair.privateKey;
    const publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'cluster' };
    await change({
      federatedCredentials: [{ issuer: ISSUER, subject: SUBJECT, keys: [publicKey] }],
    });
  });

  const tokenWith = async (claims: object = {}, signingKey: CryptoKey = key) =>
    await new SignJWT({
      iss: ISSUER,
      sub: SUBJECT,
      aud: 'api://AzureADTokenExchange',
      exp: Math.floor(Date.now() / 1000) + 600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'cluster' })
      .sign(signingKey);

  it('is taken for the app when issuer, subject and audience are the registered ones', async () => {
    expect((await asApp(await tokenWith())).status).toBe(200);
    const refused: [number, object][] = [
      [700211, { iss: `${ISSUER}/` }],
      [700213, { sub: `${SUBJECT}2` }],
      [700212, { aud: 'api://other' }],
      [700024, { exp: 1 }],
    ];
    for (const [number, claims] of refused) {
      const refusal = refusalOf(await asApp(await tokenWith(claims)));
      expect(refusal).toEqual([401, 'invalid_client', number]);
    }
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await asApp(await tokenWith({}, privateKey));
    expect(refusalOf(forged)).toEqual([401, 'invalid_client', 700027]);
  });
});

describe('secrets', () => {
  it('may be several, may end, and are refused to apps that have none', async () => {
    const ask = async (client_secret: string, client_id = fixture.emulator.clientId) =>
      await entra.token({
        grant_type: 'client_credentials',
        scope: `${fixture.emulator.graphUrl}/.default`,
        client_id,
        client_secret,
      });
    const ended = { value: 'old', expiresAt: new Date(Date.now() - 1000).toISOString() };
    await change({ secrets: [{ value: 'one' }, { value: 'two' }, ended] });
    expect((await ask('one')).status).toBe(200);
    expect((await ask('two')).status).toBe(200);
    expect(refusalOf(await ask('old'))).toEqual([401, 'invalid_client', 7000222]);
    const seeded = await ask(fixture.emulator.clientSecret);
    expect(refusalOf(seeded)).toEqual([401, 'invalid_client', 7000215]);
    await change({ secrets: [{ value: fixture.emulator.clientSecret }] });
    const { body } = await fixture.control('POST', '/apps', { body: { displayName: 'Bare' } });
    const bare = await ask('any', String(body['appId']));
    expect(refusalOf(bare)).toEqual([401, 'invalid_client', 700025]);
  });
});

describe('the API of an app', () => {
  const api = () => `api://${fixture.emulator.clientId}`;

  it('gets tokens of the v2.0 format: of people with scopes, of apps with roles', async () => {
    const { body: client } = await fixture.control('POST', '/apps', {
      body: {
        displayName: 'Host',
        secrets: [{ value: 'host' }],
        redirectUris: [{ uri: 'http://localhost/cb' }],
      },
    });
    await change({
      api: {
        identifierUris: [api()],
        scopes: [{ name: 'access_as_user', description: 'Use it as you' }],
        roles: ['Tandem.Operate'],
        assignments: {
          [String(client['objectId'])]: ['Tandem.Operate'],
          [fixture.personId('Maya')]: ['Tandem.Operate'],
        },
      },
    });
    const host = { client_id: String(client['appId']), client_secret: 'host' };
    const issuer = `${fixture.emulator.graphUrl}/${fixture.emulator.tenantId}/v2.0`;
    const asHost = await entra.token({
      ...host,
      grant_type: 'client_credentials',
      scope: `${api()}/.default`,
    });
    expect(claimsOf(asHost.body['access_token'])).toMatchObject({
      aud: fixture.emulator.clientId,
      iss: issuer,
      azp: host.client_id,
      azpacr: '1',
      roles: ['Tandem.Operate'],
      oid: client['objectId'],
      ver: '2.0',
    });
    const redirect_uri = 'http://localhost:5000/cb';
    const code = (
      await entra.signIn('Maya', {
        client_id: host.client_id,
        redirect_uri,
        scope: `openid offline_access ${api()}/access_as_user`,
      })
    ).get('code');
    const { body } = await entra.redeem(code ?? '', { ...host, redirect_uri });
    expect(body['scope']).toBe(`${api()}/access_as_user`);
    const claims = claimsOf(body['access_token']);
    expect(claims).toMatchObject({
      aud: fixture.emulator.clientId,
      iss: issuer,
      azp: host.client_id,
      scp: 'access_as_user',
      roles: ['Tandem.Operate'],
      oid: fixture.personId('Maya'),
      tid: fixture.emulator.tenantId,
      preferred_username: 'maya.okafor@tandem.example',
      ver: '2.0',
    });
    // Nobody but this API takes them.
    const graph = fixture.with(String(body['access_token']));
    expect((await graph('GET', '/me')).status).toBe(401);
  });

  it.each([
    ['expired'],
    ['notYetValid'],
    ['wrongAudience'],
    ['wrongIssuer'],
    ['wrongTenant'],
    ['wrongSignature'],
    ['unknownKey'],
    ['noAlgorithm'],
  ])('can be shown a token that is %s', async (flaw) => {
    const { status, body } = await fixture.control('POST', '/tokens', {
      body: { audience: api(), person: 'Maya', permissions: ['access_as_user'], flaw },
    });
    expect(status).toBe(200);
    expect(claimsOf(body['accessToken'])).toHaveProperty('scp', 'access_as_user');
    const traded = await entra.token({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: String(body['accessToken']),
      requested_token_use: 'on_behalf_of',
      scope: 'User.Read',
    });
    expect(traded.status).toBe(400);
  });
});

describe('consent', () => {
  it('of an administrator counts for everybody; others are stopped', async () => {
    const scope = 'openid Group.Read.All';
    const url = entra.authorizeUrl({ scope });
    const ask = async (person: string, how: object = {}) =>
      (await fixture.control('POST', '/sign-in', { body: { url, person, ...how } })).body;
    expect(await ask('Lena')).toMatchObject({ kind: 'page', page: 'adminApproval', number: 90094 });
    const back = await entra.signIn('Lena', { scope }, { consent: 'decline' });
    expect([back.get('error'), back.get('error_subcode')]).toEqual(['access_denied', 'cancel']);
    await ask('Maya', { consent: 'organisation' });
    expect(await ask('Lena')).toHaveProperty('kind', 'redirect');
    expect(await ask('Aiko', { consent: 'decline' })).toHaveProperty('kind', 'redirect');
    const { access_token: token } = await entra.tokensOf('Lena', { scope });
    expect(claimsOf(token)['scp']).toBe('openid Group.Read.All');
  });

  it('is asked for silently in vain, and again where the request wants it', async () => {
    const browser = { browser: 'home' };
    await entra.signIn('Jonas', { scope: 'User.Read' }, browser);
    const silent = await entra.signIn('Jonas', { scope: 'Mail.Read', prompt: 'none' }, browser);
    expect(silent.get('error')).toBe('consent_required');
    const again = await entra.signIn(
      'Jonas',
      { scope: 'User.Read', prompt: 'consent' },
      { ...browser, consent: 'decline' },
    );
    expect(again.get('error')).toBe('access_denied');
  });

  it('does not open an app that is for others', async () => {
    await change({ assignedPeople: [fixture.personId('Maya')] });
    const { body } = await fixture.control('POST', '/sign-in', {
      body: { url: entra.authorizeUrl(), person: 'Jonas' },
    });
    expect(body).toMatchObject({ kind: 'page', page: 'refused', number: 50105 });
    expect((await entra.signIn('Maya')).get('code')).toBeTruthy();
  });
});

describe('faults', () => {
  it('of the token endpoint need its path', async () => {
    const effect = { kind: 'status', status: 429, retryAfter: 7 };
    await fixture.control('POST', '/faults', { body: { effect } });
    const ask = async () =>
      await entra.token({
        grant_type: 'client_credentials',
        scope: `${fixture.emulator.graphUrl}/.default`,
      });
    expect((await ask()).status).toBe(200);
    const fault = { match: { path: '^/oauth2/v2.0/token$' }, effect, times: 1 };
    await fixture.control('POST', '/faults', { body: fault });
    const throttled = await ask();
    expect(refusalOf(throttled)).toEqual([429, 'temporarily_unavailable', 90055]);
    expect(throttled.headers['retry-after']).toBe('7');
    expect((await ask()).status).toBe(200);
    await fixture.control('POST', '/faults', {
      body: { ...fault, effect: { kind: 'status', status: 503 } },
    });
    expect((await ask()).status).toBe(503);
    await fixture.control('POST', '/faults', { body: { ...fault, effect: { kind: 'close' } } });
    await expect(ask()).rejects.toThrow();
  });

  it('that lose the answer leave the code used', async () => {
    const { emulator } = fixture;
    await change({ assignedPeople: [fixture.personId('Maya')] });
    const code = (await entra.signIn('Maya')).get('code') ?? '';
    await fixture.control('POST', '/faults', {
      body: { match: { path: '/token$' }, effect: { kind: 'dropAnswer' }, times: 1 },
    });
    await expect(entra.redeem(code)).rejects.toThrow();
    expect(refusalOf(await entra.redeem(code))).toEqual([400, 'invalid_grant', 54005]);
    expect(emulator.clientId).toBeTruthy();
  });
});
