import { exportSPKI, importJWK, SignJWT, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';
import { nextClient } from '../mcp/mcp-clients.js';
import { startEntraServer, type EntraServer } from './entra-server.js';

let server: EntraServer;

beforeAll(async () => {
  server = await startEntraServer();
});
afterAll(() => server.close());

const status = '/api/sync/health';
const asUser = { person: 'Maya', permissions: ['access_as_user'] };

/** The parts of `WWW-Authenticate`. */
function challenge(headers: Headers): Record<string, string> {
  const header = headers.get('www-authenticate') ?? '';
  const [, scheme = '', rest = ''] = /^(\S+) (.*)$/.exec(header) ?? [];
  const found = [...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return { scheme, ...Object.fromEntries(found) };
}

describe('tokens of the tenant', () => {
  it('let people do what people do, under their own names', async () => {
    const maya = await server.caller(asUser);
    const task = await maya.create({ title: 'By a person' });
    expect(task.createdBy).toEqual({ kind: 'agent', id: 'maya.okafor@tandem.example' });
  });

  it('open nothing more to people without a role, and name the role', async () => {
    const maya = await server.caller(asUser);
    const { status: code, problem, headers } = await maya.send('POST', '/api/sync/pause', {});
    expect([code, problem.code, problem.scope]).toEqual([
      403,
      'insufficient_scope',
      'sync:operate',
    ]);
    expect(problem.detail).toContain('Tandem.Operate or Tandem.Admin');
    // A client that asked for another token would get the same one.
    expect(headers.get('www-authenticate')).toBeNull();
  });

  it('of the first format are the same persons', async () => {
    const old = await startEntraServer();
    try {
      await old.exposeApi({ tokenVersion: 1 });
      const maya = await old.caller(asUser);
      const task = await maya.create({ title: 'With a token v1.0' });
      expect(task.createdBy.id).toBe('maya.okafor@tandem.example');
    } finally {
      await old.close();
    }
  });

  it('of apps open what their roles say', async () => {
    const bot = await server.makeApp('Planner bot', ['Tandem.Write']);
    const caller = await server.caller({ appId: bot.appId });
    const task = await caller.create({ title: 'By an app' });
    expect(task.createdBy.id).toBe(`app:${bot.appId}`);
    expect((await caller.send('POST', '/api/sync/pause', {})).status).toBe(403);
    const operator = await server.makeApp('Operator', ['Tandem.Operate']);
    const { status: code } = await (
      await server.caller({ appId: operator.appId })
    ).send('POST', '/api/sync/run-now', {});
    expect(code).toBe(200);
  });

  it('of apps without a role open nothing, though the tenant gives them to every app', async () => {
    const stranger = await server.makeApp('Any app', []);
    const caller = await server.caller({ appId: stranger.appId });
    const { status: code, problem, headers } = await caller.send('GET', status);
    expect([code, problem.code]).toEqual([403, 'insufficient_scope']);
    expect(problem.detail).toContain('Tandem.Read');
    expect(headers.get('www-authenticate')).toBeNull();
  });

  it('with a smaller scope lead to a step up, in the words of Entra', async () => {
    const reader = await server.caller({ person: 'Maya', permissions: ['Tandem.Read'] });
    expect((await reader.send('GET', status)).status).toBe(200);
    const { status: code, headers, problem } = await reader.send('POST', '/api/agent/tasks', {});
    expect([code, problem.scope]).toEqual([403, 'tasks:write']);
    expect(challenge(headers)).toMatchObject({
      error: 'insufficient_scope',
      scope: `api://${server.emulator.clientId}/access_as_user`,
      resource_metadata: `${server.origin}/.well-known/oauth-protected-resource/mcp`,
    });
  });

  it('with a scope that opens nothing are told which one does', async () => {
    const caller = await server.caller({ person: 'Maya', permissions: ['something.else'] });
    const { status: code, headers } = await caller.send('GET', status);
    expect(code).toBe(403);
    expect(challenge(headers)['scope']).toBe(`api://${server.emulator.clientId}/access_as_user`);
  });
});

describe('people’s things', () => {
  it.each([
    '/api/todo/lists',
    '/api/mail/messages',
    '/api/calendar/calendars',
    '/api/teams/chats',
    '/api/planner/plans',
    '/api/work',
    '/api/people/me',
    '/api/files',
    '/api/files/search?query=plan',
  ])('are not read by a person with the app: %s', async (path) => {
    const maya = await server.caller(asUser);
    const named = `${path}${path.includes('?') ? '&' : '?'}account=app`;
    const { status: code, problem } = await maya.send('GET', named);
    expect([code, problem.code]).toEqual([403, 'account_forbidden']);
  });
});

it('a person hears of changes in the own mailbox only', async () => {
  const { headers } = await server.caller(asUser);
  const [own, others] = await Promise.all(['Maya', 'Jonas'].map((name) => server.personId(name)));
  const client = await nextClient(server.origin, { pin: '2026-07-28' }, headers);
  const uris: string[] = [];
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
    uris.push(params.uri);
  });
  const wanted = ['own', 'others', 'last'].map((id) => `tandem://mail/${id}`);
  await client.listen({ resourceSubscriptions: wanted });
  const channel = createKeys(server.namespace).notificationsChannel('mail');
  await expect.poll(() => server.redis.pubsub('NUMSUB', channel)).toEqual([channel, 1]);
  for (const [person, id] of [
    [own, 'own'],
    [others, 'others'],
    [own, 'last'],
  ]) {
    const event = { kind: 'mail', resource: `users/${person}/messages/${id}`, resourceData: null };
    await server.redis.publish(channel, JSON.stringify(event));
  }
  await expect.poll(() => uris).toEqual([wanted[0], wanted[2]]);
  await client.close();
});

describe('what is no good token', () => {
  it.each([
    ['expired', 'The token has expired'],
    ['notYetValid', 'The token is not yet valid'],
    ['wrongAudience', 'The token is for another audience'],
    ['wrongIssuer', 'The token is of another issuer'],
    ['wrongTenant', 'The token is of another tenant, or names nobody'],
    ['wrongSignature', 'The signature of the token is not valid'],
    ['unknownKey', 'The signature of the token is not valid'],
    ['noAlgorithm', 'The token is signed in a way that is not accepted'],
  ])('%s is told so', async (flaw, detail) => {
    const caller = await server.caller({ ...asUser, flaw });
    const { status: code, problem, headers } = await caller.send('GET', status);
    expect([code, problem.code, problem.detail]).toEqual([401, 'unauthorized', detail]);
    expect(challenge(headers)).toMatchObject({
      scheme: 'Bearer',
      error: 'invalid_token',
      error_description: detail,
      scope: `api://${server.emulator.clientId}/access_as_user`,
      resource_metadata: `${server.origin}/.well-known/oauth-protected-resource/mcp`,
    });
  });

  it('for Graph is none for us', async () => {
    const { emulator, origin } = server;
    const caller = await server.caller({
      person: 'Maya',
      audience: emulator.graphUrl,
      permissions: ['User.Read'],
    });
    const { status: code, problem } = await caller.send('GET', status);
    expect([code, problem.detail, origin]).toEqual([
      401,
      'The token is for another audience',
      server.origin,
    ]);
  });

  /** The public key as a shared secret, keys that the token itself brings, ids that lead elsewhere. */
  it.each(['HS256', 'jwk', 'jku', 'kid', 'two signatures', 'changed claims', 'crit', 'garbage'])(
    'is what somebody made of a good one: %s',
    async (trick) => {
      const good = await server.token(asUser);
      const token = await forged(trick, good);
      const { status: code, body } = await server.holderOf(token).send('GET', status);
      expect([code, body['code']]).toEqual([401, 'unauthorized']);
      expect(JSON.stringify(body)).not.toContain(token.split('.')[1] ?? token);
    },
  );

  async function forged(trick: string, good: string): Promise<string> {
    const [head = '', payload = '', signature = ''] = good.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as JWK;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const own = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ['sign', 'verify'],
    );
    const signed = (protectedHeader: object): Promise<string> =>
      new SignJWT(claims)
        .setProtectedHeader({ ...header, alg: 'RS256', ...protectedHeader })
        .sign(own.privateKey);
    switch (trick) {
      case 'HS256': {
        const { emulator } = server;
        const url = `${emulator.graphUrl}/${emulator.tenantId}/discovery/v2.0/keys`;
        const { keys } = (await (await fetch(url)).json()) as { keys: JWK[] };
        const key = await importJWK({ ...keys[0], ext: true }, 'RS256');
        if (key instanceof Uint8Array) throw new TypeError('No public key');
        return new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', kid: String(header.kid) })
          .sign(Buffer.from(await exportSPKI(key)));
      }
      case 'jwk':
        return signed({ jwk: await crypto.subtle.exportKey('jwk', own.publicKey) });
      case 'jku':
        return signed({
          jku: `${server.emulator.boardUrl}/keys`,
          x5u: 'https://example.com/c.pem',
        });
      case 'kid':
        return signed({ kid: "../../../dev/null' OR '1'='1" });
      case 'two signatures':
        return `${head}.${payload}.${signature}.${signature}`;
      case 'changed claims':
        return `${head}.${encode({ ...claims, roles: ['Tandem.Admin'] })}.${signature}`;
      case 'crit':
        return `${encode({ ...header, crit: ['exp'] })}.${payload}.${signature}`;
      default:
        return `${head}.${payload}`;
    }
  }
});

describe('who issues tokens', () => {
  it.each(['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource'])(
    'is told at %s, to pages of any site too',
    async (path) => {
      const { emulator, origin } = server;
      const response = await fetch(origin + path, { headers: { Origin: 'https://host.example' } });
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await response.json()).toEqual({
        resource: `${origin}/mcp`,
        authorization_servers: [`${emulator.graphUrl}/${emulator.tenantId}/v2.0`],
        scopes_supported: [`api://${emulator.clientId}/access_as_user`],
        bearer_methods_supported: ['header'],
        resource_name: 'Tandem',
      });
    },
  );

  it.each([
    ['GET', '/api/agent/tasks', 'application/json'],
    ['GET', '/api/agent/events', 'text/event-stream'],
    ['GET', '/metrics', '*/*'],
    ['POST', '/mcp', 'application/json, text/event-stream'],
  ])('is told to who brings nothing: %s %s', async (method, path, accept) => {
    const response = await fetch(server.origin + path, { method, headers: { Accept: accept } });
    expect(response.status).toBe(401);
    expect(challenge(response.headers)).toEqual({
      scheme: 'Bearer',
      realm: 'tandem',
      scope: `api://${server.emulator.clientId}/access_as_user`,
      resource_metadata: `${server.origin}/.well-known/oauth-protected-resource/mcp`,
    });
  });
});
