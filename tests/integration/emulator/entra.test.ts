import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForToken, overTls, startFixture, type Fixture, text } from './graph-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

describe('Entra ID', () => {
  it('describes itself in the discovery document', async () => {
    const { emulator } = fixture;
    const path = `/${emulator.tenantId}/v2.0/.well-known/openid-configuration`;
    const { status, body } = await overTls(emulator, 'GET', path);
    const base = `${emulator.graphUrl}/${emulator.tenantId}`;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
  });

  it('issues v1.0 tokens for Graph, signed with a published key', async () => {
    const { emulator } = fixture;
    const { status, body } = await askForToken(emulator, {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
    expect(body['refresh_token']).toBeUndefined();
    const keys = await overTls(emulator, 'GET', `/${emulator.tenantId}/discovery/v2.0/keys`);
    const token = text(body['access_token']);
    const { payload } = await jwtVerify(
      token,
      createLocalJWKSet(keys.body as unknown as JSONWebKeySet),
      { issuer: `https://sts.windows.net/${emulator.tenantId}/`, audience: emulator.graphUrl },
    );
    expect(payload).toMatchObject({
      appid: emulator.clientId,
      idtyp: 'app',
      tid: emulator.tenantId,
      ver: '1.0',
      roles: expect.arrayContaining(['Tasks.ReadWrite.All', 'User.Read.All']),
    });
    expect(payload['scp']).toBeUndefined();
    expect(payload['oid']).toMatch(/^[\da-f-]{36}$/);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(JSON.stringify(keys.body)).not.toContain('"d":');
  });

  it.each<[what: string, changes: Record<string, string | null>, answer: [number, string, number]]>(
    [
      ['a wrong secret', { client_secret: 'wrong' }, [401, 'invalid_client', 7000215]],
      ['no secret', { client_secret: null }, [401, 'invalid_client', 7000218]],
      ['an unknown app', { client_id: crypto.randomUUID() }, [400, 'unauthorized_client', 700016]],
      ['no app', { client_id: null }, [400, 'invalid_request', 900144]],
      ['no grant', { grant_type: null }, [400, 'invalid_request', 900144]],
      ['another grant', { grant_type: 'implicit' }, [400, 'unsupported_grant_type', 70003]],
      ['no scope', { scope: null }, [400, 'invalid_request', 900144]],
      ['single permissions', { scope: 'Tasks.ReadWrite.All' }, [400, 'invalid_scope', 70011]],
      [
        'another resource',
        { scope: 'https://management.azure.com/.default' },
        [400, 'invalid_resource', 500011],
      ],
    ],
  )('refuses %s as the real service does', async (_what, changes, [status, error, number]) => {
    const reply = await askForToken(fixture.emulator, changes);
    expect([reply.status, reply.body['error'], reply.body['error_codes']]).toEqual([
      status,
      error,
      [number],
    ]);
    expect(reply.body['error_description']).toMatch(
      new RegExp(
        `^AADSTS${number}: .*\\r\\nTrace ID: .*\\r\\nCorrelation ID: .*\\r\\nTimestamp: `,
        's',
      ),
    );
  });

  it('does not know other tenants, and needs one for an app', async () => {
    const unknown = await askForToken(fixture.emulator, {}, crypto.randomUUID());
    expect([unknown.status, unknown.body['error_codes']]).toEqual([400, [90002]]);
    const common = await askForToken(fixture.emulator, {}, 'common');
    expect(common.body['error_codes']).toEqual([50059]);
    const path = `/${crypto.randomUUID()}/v2.0/.well-known/openid-configuration`;
    expect((await overTls(fixture.emulator, 'GET', path)).status).toBe(400);
  });
});
