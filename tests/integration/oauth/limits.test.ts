import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';
import { ownRedis } from '../http/own-redis.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { answered, aHost, register } from './host.js';

const env = {
  AUTH_MODE: 'oauth',
  AZURE_TENANT_ID: '11111111-2222-3333-4444-555555555555',
  PUBLIC_BASE_URL: 'https://tandem.example.com',
  WEBHOOK_TRUSTED_PROXIES: '1',
};
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env,
  });
});
afterAll(() => server.close());

const metadataFrom = (path: string, headers: Record<string, string> = {}) =>
  answered(fetch(server.origin + path, { headers }));

describe('the metadata', () => {
  it.each([
    '/.well-known/oauth-authorization-server',
    '/.well-known/oauth-authorization-server/mcp',
    '/.well-known/openid-configuration',
    '/.well-known/openid-configuration/mcp',
    '/mcp/.well-known/oauth-authorization-server',
  ])('is at %s, and of our public address whatever a request says', async (path) => {
    const { status, headers, body } = await metadataFrom(path, {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
    });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body).toMatchObject({
      issuer: 'https://tandem.example.com',
      authorization_endpoint: 'https://tandem.example.com/oauth/authorize',
      token_endpoint: 'https://tandem.example.com/oauth/token',
      registration_endpoint: 'https://tandem.example.com/oauth/register',
      revocation_endpoint: 'https://tandem.example.com/oauth/revoke',
      jwks_uri: 'https://tandem.example.com/oauth/jwks',
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      response_types_supported: ['code'],
      token_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
      client_id_metadata_document_supported: true,
    });
    expect(body['scopes_supported']).toContain('tasks:write');
  });

  it('is named by who asks without a token', async () => {
    const refused = await fetch(`${server.origin}/mcp`, { method: 'POST' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain(
      'resource_metadata="https://tandem.example.com/.well-known/oauth-protected-resource/mcp"',
    );
    const { body } = await metadataFrom('/.well-known/oauth-protected-resource/mcp');
    expect(body).toMatchObject({
      resource: 'https://tandem.example.com/mcp',
      authorization_servers: ['https://tandem.example.com'],
    });
  });

  it('has public keys alone', async () => {
    const { body } = await metadataFrom('/oauth/jwks');
    const keys = body['keys'] as Record<string, unknown>[];
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).not.toHaveProperty('d');
  });
});

describe('a page of any origin', () => {
  it.each(['/oauth/token', '/oauth/register', '/oauth/revoke'])('may call %s', async (path) => {
    const response = await fetch(server.origin + path, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://inspector.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may not post to our pages', async () => {
    const response = await fetch(`${server.origin}/account/sign-out`, {
      method: 'POST',
      headers: { Origin: 'https://inspector.example' },
    });
    expect(response.status).toBe(403);
    const own = await fetch(`${server.origin}/account/sign-out`, {
      method: 'POST',
      headers: { Origin: 'https://tandem.example.com' },
      body: new URLSearchParams({ token: 'x' }),
    });
    expect(own.status).toBe(200);
  });
});

it('gives cookies that only https and this host have', async () => {
  const host = await aHost({ origin: server.origin });
  const url = host.authorizeUrl({ resource: 'https://tandem.example.com/mcp' });
  const response = await fetch(url, { redirect: 'manual' });
  expect(response.status).toBe(303);
  const cookies = response.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__(?:Secure|Host)-tandem_/);
    expect(cookie).toMatch(/; secure/i);
    expect(cookie).toMatch(/; httponly/i);
    expect(cookie).toMatch(/; samesite=lax/i);
  }
});

it('says that Redis is away in the words of OAuth, and goes on when it is back', async () => {
  const redis = await ownRedis('kept');
  await redis.start();
  const own = await startTestServer({ redisUrl: redis.url, env });
  try {
    const host = await aHost(own);
    const refresh = () => host.refresh('made up');
    expect(await refresh()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    await redis.stop();
    const away = await refresh();
    expect(away).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    await redis.start();
    await expect.poll(async () => (await refresh()).status, { timeout: 10_000 }).toBe(400);
  } finally {
    await own.close();
    await redis.close();
  }
});

describe('strangers', () => {
  const registerFrom = (address: string) =>
    answered(
      fetch(`${server.origin}/oauth/register`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': address },
        body: JSON.stringify({ redirect_uris: ['https://host.example/cb'] }),
      }),
    );

  it('register so often from one address and no more, in the words of OAuth', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => registerFrom('198.51.100.1')),
    );
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(21);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ error: 'temporarily_unavailable' });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await registerFrom('198.51.100.2')).status).toBe(201);
  });

  it('are not kept without number: the oldest that nobody has let in go', async () => {
    const keys = createKeys(server.namespace);
    const first = await registerFrom('198.51.100.3');
    const crowd = Array.from(
      { length: 5_000 },
      (_, at) => [Date.now() + 1, `crowd-${at}`] as const,
    );
    await server.redis.zadd(keys.oauthNewClients, ...crowd.flat());
    await registerFrom('198.51.100.3');
    expect(await server.redis.zcard(keys.oauthNewClients)).toBe(5_000);
    expect(await server.redis.exists(keys.oauthClient(String(first.body['client_id'])))).toBe(0);
    await server.redis.del(keys.oauthNewClients);
  });

  it('cannot send what is too long or of another kind', async () => {
    const long = await register(
      { origin: server.origin },
      { redirect_uris: ['https://host.example/cb'], client_name: 'x'.repeat(60_000) },
    );
    expect(long.status).toBe(400);
    const kind = await answered(
      fetch(`${server.origin}/oauth/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      }),
    );
    expect(kind).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
});
