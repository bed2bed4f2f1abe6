import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture } from '../graph-fixture.js';
import { claimsOf, entraClient, type EntraClient } from './entra-client.js';

let fixture: Fixture;
let entra: EntraClient;

beforeAll(async () => {
  fixture = await startFixture();
  entra = entraClient(fixture);
});
afterAll(() => fixture.close());

async function change(body: object): Promise<void> {
  const { status } = await fixture.control('PATCH', `/apps/${fixture.emulator.clientId}`, { body });
  expect(status).toBe(200);
}

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
          [text(client['objectId'])]: ['Tandem.Operate'],
          [fixture.personId('Maya')]: ['Tandem.Operate'],
        },
      },
    });
    const host = { client_id: text(client['appId']), client_secret: 'host' };
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

  it('compares the resource of RFC 8707 with its App ID URIs, letter by letter', async () => {
    const mcp = 'https://tandem.example/mcp';
    await change({
      api: {
        identifierUris: [api(), mcp],
        scopes: [{ name: 'access_as_user', description: 'Use it as you' }],
        preauthorizedApps: [fixture.emulator.clientId],
      },
    });
    const asked = { scope: `openid ${mcp}/access_as_user` };
    const refused = { resource: `${mcp}/`, ...asked };
    expect((await entra.signIn('Maya', refused)).get('error')).toBe('invalid_target');
    const code = (await entra.signIn('Maya', { resource: mcp, ...asked })).get('code') ?? '';
    const { status, body } = await entra.redeem(code, { resource: 'https://tandem.example' });
    expect([status, body['error_codes']]).toEqual([400, [9_010_010]]);
    expect((await entra.redeem(code, { resource: mcp })).status).toBe(200);
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
      assertion: text(body['accessToken']),
      requested_token_use: 'on_behalf_of',
      scope: 'User.Read',
    });
    expect(traded.status).toBe(400);
  });
});
