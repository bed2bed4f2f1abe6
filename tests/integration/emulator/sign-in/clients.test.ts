import { X509Certificate } from 'node:crypto';
import { exportJWK, generateKeyPair, importPKCS8, SignJWT, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture } from '../graph-fixture.js';
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
      [700024, { claims: { nbf: seconds - 900, exp: seconds - 320 } }],
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
    const bare = await ask('any', text(body['appId']));
    expect(refusalOf(bare)).toEqual([401, 'invalid_client', 700025]);
  });
});
