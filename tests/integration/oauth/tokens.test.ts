import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfId } from '../../../src/oauth/model-store.js';
import { scopesIn, textOf, type Browser } from './browser.js';
import { aHost, register, type PlainHost, type Tokens } from './host.js';
import { startOauthStand, type OauthStand } from './oauth-stand.js';

let stand: OauthStand;
/** Signed in once: what is tried here comes after it. */
const browsers = new Map<string, Browser>();

function browserOf(person: string): Browser {
  const browser = browsers.get(person) ?? stand.browserOf(person);
  browsers.set(person, browser);
  return browser;
}

beforeAll(async () => {
  stand = await startOauthStand({ env: { OAUTH_OPERATORS: 'jonas.lindqvist@tandem.example' } });
});
afterAll(() => stand.close());

async function connected(
  options: { readonly person?: string; readonly scope?: string; readonly scopes?: string[] } = {},
): Promise<{ host: PlainHost; tokens: Tokens }> {
  const { person = 'Maya', scope = 'tasks:read tasks:write', scopes } = options;
  const host = await aHost(stand);
  const { to } = await browserOf(person).allow(host.authorizeUrl({ scope }), {
    answer: 'allow',
    ...(scopes && { scopes }),
  });
  const { status, body } = await host.redeem(to);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { host, tokens: body };
}

const claimsOf = ({ access_token: token }: Tokens) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;

/** A refresh token was used up long ago rather than a moment ago. */
async function passGrace(refreshToken: string): Promise<void> {
  const name = stand.keys.oauthModel('RefreshToken', hashOfId(refreshToken));
  await stand.redis.hset(name, 'consumedAt', String(Date.now() - 60_000));
}

/** Revocation reaches every replica within a second. */
async function untilRefused(host: PlainHost, token: string): Promise<number> {
  const began = Date.now();
  for (;;) {
    const answers = await Promise.all([host.call(token), host.call(token)]);
    if (answers.every(({ status }) => status === 401)) return Date.now() - began;
    if (Date.now() - began > 5_000) throw new Error('Still taken');
  }
}

describe('an access token', () => {
  it('is a JWT for our endpoint that lives ten minutes (RFC 9068)', async () => {
    const { host, tokens } = await connected();
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect(tokens.scope).toBe('tasks:read tasks:write');
    const [header = ''] = tokens.access_token.split('.');
    const head = JSON.parse(Buffer.from(header, 'base64url').toString()) as unknown;
    expect(head).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    expect(claimsOf(tokens)).toMatchObject({
      iss: stand.origin,
      aud: `${stand.origin}/mcp`,
      client_id: host.clientId,
      scope: 'tasks:read tasks:write',
      sub: expect.stringMatching(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/),
    });
    expect((await host.call(tokens.access_token)).status).toBe(200);
  });

  it('opens REST as well, for the person', async () => {
    const { tokens } = await connected();
    const response = await fetch(`${stand.origin}/api/agent/tasks`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${tokens.access_token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ title: 'Of a person' }),
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      createdBy: { id: expect.stringMatching(/^maya\..*@/) },
    });
  });

  it('shows only what it may, and 403 names all scopes to ask for', async () => {
    const { host, tokens } = await connected({ scopes: ['tasks:read'] });
    const { body } = await host.call(tokens.access_token);
    const { tools } = body['result'] as { tools: { name: string }[] };
    const names = tools.map(({ name }) => name);
    expect(names).toContain('planner_get_task');
    expect(names).not.toContain('planner_create_task');
    const refused = await fetch(`${stand.origin}/api/agent/tasks`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${tokens.access_token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ title: 'Not allowed' }),
    });
    expect(refused.status).toBe(403);
    const challenge = refused.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_scope"');
    expect(challenge).toContain('scope="tasks:read tasks:write"');
  });

  it('is told over MCP as well what it lacks', async () => {
    const { host, tokens } = await connected({ scopes: ['tasks:read'] });
    const wanted = { name: 'task_create', arguments: { title: 'Not allowed' } };
    const { status, headers } = await host.call(tokens.access_token, 'tools/call', wanted);
    expect(status).toBe(403);
    expect(headers.get('www-authenticate')).toContain('scope="tasks:read tasks:write"');
  });

  it('is not taken once a letter of it is another', async () => {
    const { host, tokens } = await connected();
    const [head = '', payload = '', signature = ''] = tokens.access_token.split('.');
    const wider = { ...claimsOf(tokens), scope: 'admin' };
    const forged = Buffer.from(JSON.stringify(wider)).toString('base64url');
    const none = Buffer.from(JSON.stringify({ typ: 'at+jwt', alg: 'none' })).toString('base64url');
    const wrong = [
      `${head}.${forged}.${signature}`,
      `${none}.${payload}.`,
      `${head}.${payload}.${signature.slice(0, -4)}AAAA`,
      tokens.refresh_token,
    ];
    for (const token of wrong) expect((await host.call(token)).status).toBe(401);
  });
});

describe('a refresh token', () => {
  it('is another one each time, and the new tokens count', async () => {
    const { host, tokens } = await connected();
    const first = await host.refresh(tokens.refresh_token);
    expect(first.status).toBe(200);
    expect(first.body.refresh_token).not.toBe(tokens.refresh_token);
    const second = await host.refresh(first.body.refresh_token);
    expect(second.status).toBe(200);
    expect((await host.call(second.body.access_token)).status).toBe(200);
  });

  it('gives the same answer to two who ask at once, and to one whose answer was lost', async () => {
    const { host, tokens } = await connected();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => host.refresh(tokens.refresh_token)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.refresh_token)).size).toBe(1);
    const [answer] = answers;
    expect((await host.refresh(answer?.body.refresh_token ?? '')).status).toBe(200);
  });

  it('gives no answer again where the connection has ended meanwhile', async () => {
    const { host, tokens } = await connected();
    const first = await host.refresh(tokens.refresh_token);
    await host.revoke(first.body.refresh_token);
    const again = await host.refresh(tokens.refresh_token);
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('that is used twice ends the connection, and with it the tokens of who came second', async () => {
    const { host, tokens } = await connected();
    const thief = await host.refresh(tokens.refresh_token);
    await passGrace(tokens.refresh_token);
    const owner = await host.refresh(tokens.refresh_token);
    expect(owner).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const after = await host.refresh(thief.body.refresh_token);
    expect(after).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await untilRefused(host, thief.body.access_token)).toBeLessThan(3_000);
  });

  it('leaves no more than a trace once it is used, however often that happens', async () => {
    const { host, tokens } = await connected();
    const grantId = String(claimsOf(tokens)['grant_id']);
    const parts = () => stand.redis.scard(stand.keys.oauthConnectionParts(grantId));
    const before = await parts();
    const { body } = await host.refresh(tokens.refresh_token);
    await host.refresh(body.refresh_token);
    expect(await parts()).toBe(before);
    const name = stand.keys.oauthModel('RefreshToken', hashOfId(tokens.refresh_token));
    const trace = await stand.redis.hkeys(name);
    expect(trace.toSorted()).toEqual(['clientId', 'consumedAt', 'grantId']);
    expect(await stand.redis.ttl(name)).toBeGreaterThan(0);
  });

  it('that was used ends nothing in the hands of another host', async () => {
    const { host, tokens } = await connected();
    const { body } = await host.refresh(tokens.refresh_token);
    await passGrace(tokens.refresh_token);
    const other = await aHost(stand);
    expect((await other.refresh(tokens.refresh_token)).status).toBe(400);
    expect((await other.revoke(tokens.refresh_token)).status).toBe(200);
    expect((await host.refresh(body.refresh_token)).status).toBe(200);
  });

  it('is of no use to another host, not even a moment after its use', async () => {
    const { host, tokens } = await connected();
    const other = await aHost(stand);
    expect((await other.refresh(tokens.refresh_token)).status).toBe(400);
    expect((await host.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await other.refresh(tokens.refresh_token)).status).toBe(400);
    const wider = await host.refresh(tokens.refresh_token, { scope: 'tasks:read' });
    expect(wider.status).toBe(400);
  });

  it('gives no more than was allowed, and less where less is asked for', async () => {
    const { host, tokens } = await connected();
    const more = await host.refresh(tokens.refresh_token, { scope: 'tasks:read sync:read' });
    expect(more).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    const less = await host.refresh(tokens.refresh_token, { scope: 'tasks:read' });
    expect(less.body.scope).toBe('tasks:read');
  });

  it('stops when Entra turns the person away, and goes on after a new sign-in', async () => {
    const { host, tokens } = await connected({ person: 'Priya' });
    const account = String(claimsOf(tokens)['sub']);
    await stand.control('POST', '/people/Priya/revoke', {});
    await stand.flows.refreshNow(account);
    let refreshed = tokens;
    const deadline = Date.now() + 10_000;
    for (;;) {
      const { status, body } = await host.refresh(refreshed.refresh_token);
      if (status !== 200) {
        expect(body).toMatchObject({ error: 'invalid_grant' });
        break;
      }
      refreshed = body;
      if (Date.now() > deadline) throw new Error('The host goes on');
    }
    const { to } = await stand.browserOf('Priya').allow(host.authorizeUrl());
    expect((await host.redeem(to)).status).toBe(200);
  });
});

describe('a code', () => {
  it('counts once; used again, it ends what came of it', async () => {
    const host = await aHost(stand);
    const { to } = await browserOf('Maya').allow(host.authorizeUrl());
    const first = await host.redeem(to);
    expect(first.status).toBe(200);
    expect(await host.redeem(to)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    await untilRefused(host, first.body.access_token);
  });

  it('counts once also where two redeem it at the same time at two servers', async () => {
    const host = await aHost(stand);
    const { to } = await browserOf('Maya').allow(host.authorizeUrl());
    const both = await Promise.all([host.redeem(to), host.redeem(to)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).not.toEqual([200, 200]);
  });

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }],
    ['another redirect', { redirect_uri: 'https://host.example/other' }],
    ['another resource', { resource: 'https://other.example/mcp' }],
    ['another host', { client_id: 'somebody-else' }],
  ])('is worth nothing with %s', async (_name, wrong) => {
    const host = await aHost(stand);
    const { to } = await browserOf('Maya').allow(host.authorizeUrl());
    const { status } = await host.redeem(to, wrong);
    expect([400, 401]).toContain(status);
  });
});

describe('revoking', () => {
  it.each(['access_token', 'refresh_token'] as const)(
    'the %s ends the connection at every server within a second',
    async (which) => {
      const { host, tokens } = await connected();
      expect((await host.call(tokens.access_token)).status).toBe(200);
      expect((await host.revoke(tokens[which])).status).toBe(200);
      expect(await untilRefused(host, tokens.access_token)).toBeLessThan(3_000);
      expect((await host.refresh(tokens.refresh_token)).status).toBe(400);
    },
  );

  it("another host's tokens does nothing, and says nothing", async () => {
    const { host, tokens } = await connected();
    const other = await aHost(stand);
    expect((await other.revoke(tokens.access_token)).status).toBe(200);
    expect((await other.revoke(tokens.refresh_token)).status).toBe(200);
    expect((await other.revoke('made up')).status).toBe(200);
    expect((await host.call(tokens.access_token)).status).toBe(200);
    expect((await host.refresh(tokens.refresh_token)).status).toBe(200);
  });
});

describe('what a person may give', () => {
  it('is everything only for operators', async () => {
    const scope = 'tasks:read sync:operate admin';
    const jonas = await connected({ person: 'Jonas', scope });
    expect(jonas.tokens.scope).toBe(scope);
    const host = await aHost(stand);
    const { to, asked } = await browserOf('Maya').allow(host.authorizeUrl({ scope }));
    expect(asked && scopesIn(asked)).toEqual(['tasks:read']);
    expect(asked && textOf(asked)).toContain(
      'only operators of this server may give: sync:operate, admin',
    );
    const maya = await host.redeem(to);
    expect(maya.body.scope).toBe('tasks:read');
  });

  it('is the usual where the host asks for nothing in particular', async () => {
    const host = await aHost(stand);
    const url = host.authorizeUrl({}, ['scope', 'resource']);
    const { to } = await browserOf('Maya').allow(url);
    const { body } = await host.redeem(to);
    expect(body.scope.split(' ')).toEqual([
      'tasks:read',
      'tasks:write',
      'sync:read',
      'metadata:read',
      'todo:read',
      'todo:write',
      'mail:read',
      'mail:write',
      'mail:send',
      'calendar:read',
      'calendar:write',
      'teams:read',
      'teams:send',
      'directory:read',
      'files:read',
      'approvals:read',
      'accounts:read',
      'accounts:manage',
    ]);
    expect(claimsOf(body)['aud']).toBe(`${stand.origin}/mcp`);
  });
});

describe('registering', () => {
  it('makes a public client of whatever was asked for', async () => {
    const { status, body } = await register(stand, {
      client_name: 'Wants more',
      redirect_uris: ['http://localhost/cb', 'cursor://anysphere.cursor-mcp/oauth/callback'],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      scope: 'everything there is',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
    });
    expect(body).not.toHaveProperty('client_secret');
    expect(body).not.toHaveProperty('registration_access_token');
  });

  it.each([
    [{ redirect_uris: ['http://evil.example/cb'] }, 'invalid_redirect_uri'],
    [{ redirect_uris: ['https://good.example/cb', 'javascript:x'] }, 'invalid_redirect_uri'],
    [{ redirect_uris: [] }, 'invalid_redirect_uri'],
    [{}, 'invalid_redirect_uri'],
  ])('refuses %j', async (metadata, error) => {
    expect(await register(stand, metadata)).toMatchObject({ status: 400, body: { error } });
  });

  it('is forgotten after a day in which nobody has let the host in, and kept once somebody has', async () => {
    const unused = await aHost(stand);
    const ttlOf = ({ clientId }: PlainHost) => stand.redis.ttl(stand.keys.oauthClient(clientId));
    expect(await ttlOf(unused)).toBeGreaterThan(86_000);
    expect(await ttlOf(unused)).toBeLessThanOrEqual(86_400);
    const { host } = await connected();
    expect(await ttlOf(host)).toBeGreaterThan(100 * 86_400);
    await stand.redis.del(stand.keys.oauthClient(unused.clientId));
    const ended = await browserOf('Maya').open(unused.authorizeUrl());
    expect(ended.kind === 'page' && textOf(ended.page)).toContain('invalid_client');
  });
});
