import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import {
  aLifecycleNotice,
  aNotification,
  type LabSubscription,
} from '../notifications/notification-lab.js';
import { rawRequest, type RawAnswer } from './raw-request.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const key = 'a-secret-key-of-32-characters-or-more';
const endpoint = '/api/graph_webhook';
const publicHost = 'tandem.example.com';
let server: TestServer;
let keys: Keys;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: {
      AUTH_MODE: 'api-key',
      API_KEYS: `agent:${key}`,
      PUBLIC_BASE_URL: `https://${publicHost}`,
      WEBHOOK_RATE_LIMIT: '5',
      WEBHOOK_TRUSTED_PROXIES: '1',
    },
  });
  keys = createKeys(server.namespace);
});
afterAll(() => server.close());

/** As Graph sends it: by the public name, without a key. */
function post(
  body: unknown,
  given: { path?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  return rawRequest(server.origin, {
    method: 'POST',
    path: given.path ?? endpoint,
    headers: {
      Host: publicHost,
      'X-Forwarded-For': `spoofed, ${randomUUID()}`,
      'Content-Type': 'application/json; charset=utf-8',
      ...given.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function handshake(token: string, path = endpoint): Promise<RawAnswer> {
  return rawRequest(server.origin, {
    method: 'POST',
    path: `${path}?validationToken=${token}`,
    headers: { Host: publicHost, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

async function subscribe(as: 'known' | 'draft' = 'known'): Promise<LabSubscription> {
  const clientState = randomUUID();
  const name = `mail-${randomUUID()}`;
  const secretHash = createHash('sha256').update(clientState).digest('hex');
  const row = JSON.stringify({ name, kind: 'mail', resource: 'users/u/messages', secretHash });
  const id = randomUUID();
  if (as === 'known') await server.redis.hset(keys.subscriptions, id, row);
  else await server.redis.hset(keys.subscriptionDrafts, name, row);
  return { id, name, clientState, row };
}

async function inbox(name: string): Promise<readonly string[][]> {
  const entries = await server.redis.xrange(keys.inbox, '-', '+');
  return entries.map(([, fields]) => fields).filter((fields) => fields.includes(name));
}

async function health() {
  const response = await fetch(`${server.origin}/api/webhook/health`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return (await response.json()) as {
    status: string;
    reasons: string[];
    notifications: Record<string, number>;
  };
}

async function counted(): Promise<Record<string, number>> {
  return (await health()).notifications;
}

describe('the handshake', () => {
  it.each([endpoint, `${endpoint}/lifecycle`])(
    'is answered at %s with the decoded token',
    async (path) => {
      const answer = await handshake('Validation%3a+Testing%20reachability%2Bmore%3d', path);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(answer.text).toBe('Validation: Testing reachability+more=');
    },
  );

  it('is harmless in a browser', async () => {
    const answer = await handshake(encodeURIComponent('<script>alert("&\'")</script>'));
    expect(answer.text).toBe('&#60;script&#62;alert(&#34;&#38;&#39;&#34;)&#60;/script&#62;');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('keeps what else stands in the query out of it, and takes no token of any length', async () => {
    expect((await handshake('one&code=x')).text).toBe('one');
    expect((await handshake('x'.repeat(4_000))).status).toBe(400);
  });

  it('shows in the health', async () => {
    await handshake('t');
    await expect
      .poll(() => server.redis.hget(keys.webhookCounters, 'handshakeAt'))
      .toMatch(/^\d{4}-/);
  });

  it('shows in the health which subscriptions do not work, also while they are tried in vain and after their end', async () => {
    const states = {
      'users/a/messages': { state: 'active', expiresAt: '2099-01-01T00:00:00Z' },
      'users/b/messages': { state: 'active', expiresAt: '2020-01-01T00:00:00Z' },
      'users/c/messages': { state: 'creating', error: null },
      'users/d/messages': { state: 'creating', error: 'Microsoft Graph answered 503' },
    };
    for (const [resource, status] of Object.entries(states)) {
      const json = JSON.stringify({ name: resource, ...status });
      await server.redis.hset(keys.webhookStatus, resource, json);
    }
    const { status, reasons } = await health();
    await server.redis.del(keys.webhookStatus);
    expect(status).toBe('degraded');
    const told = reasons.filter((reason) => reason.includes('users/')).toSorted();
    expect(told).toEqual([
      expect.stringContaining('users/b/messages: the subscription ended'),
      expect.stringContaining('users/d/messages: Microsoft Graph answered 503'),
    ]);
  });

  it.each(['GET', 'PUT', 'OPTIONS'])('is not made with %s', async (method) => {
    const answer = await rawRequest(server.origin, {
      method,
      path: `${endpoint}?validationToken=x`,
    });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });
});

describe('notifications', () => {
  it('are stored before they are answered, without a key and by a foreign Host', async () => {
    const mail = await subscribe();
    const answer = await post({ value: [aNotification(mail), aLifecycleNotice(mail)] });
    expect([answer.status, answer.text]).toEqual([202, '']);
    const kinds = (await inbox(mail.name)).map((fields) => fields[fields.indexOf('kind') + 1]);
    expect(kinds).toEqual(['change', 'lifecycle']);
  });

  it('with a wrong secret or of unknown subscriptions are dropped without a sign, and counted', async () => {
    const mail = await subscribe();
    const before = await counted();
    const wrong = { ...mail, clientState: randomUUID() };
    const unknown = { ...mail, id: randomUUID(), clientState: randomUUID() };
    const { clientState: _, ...without } = aNotification(mail);
    const body = {
      value: [aNotification(wrong), without, aNotification(unknown), { subscriptionId: 7 }],
    };
    expect((await post(body)).status).toBe(202);

    expect(await inbox(mail.name)).toEqual([]);
    const after = await counted();
    const grown = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
    expect([grown('received'), grown('wrongState'), grown('unknown'), grown('malformed')]).toEqual([
      4, 2, 1, 1,
    ]);
  });

  it('that come before the answer to the subscription itself are known by their secret', async () => {
    const early = await subscribe('draft');
    const other = await subscribe('draft');
    expect((await post({ value: [aNotification(early)] })).status).toBe(202);
    expect(await inbox(early.name)).toHaveLength(1);
    expect(await inbox(other.name)).toEqual([]);
  });

  it('of several subscriptions in one POST go each to its own', async () => {
    const [one, two] = [await subscribe(), await subscribe()];
    await post({ value: [aNotification(one), aNotification(two), aNotification(one)] });
    expect([(await inbox(one.name)).length, (await inbox(two.name)).length]).toEqual([2, 1]);
  });

  it.each([
    [400, 'not JSON', '{'],
    [400, 'no list', { value: {} }],
    [400, 'another JSON', []],
    [413, 'too long', { value: ['x'.repeat(1_100_000)] }],
  ])('that are none are answered %i: %s', async (status, _what, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('as another media type are refused', async () => {
    expect((await post({ value: [] }, { headers: { 'Content-Type': 'text/plain' } })).status).toBe(
      415,
    );
  });

  it('leave no secret behind: not in Redis, not in the log', async () => {
    const mail = await subscribe();
    const wrong = `wrong-${randomUUID()}`;
    await post({ value: [aNotification(mail), { ...aNotification(mail), clientState: wrong }] });
    await post({ value: 'broken', clientState: wrong });
    await handshake(`token-${wrong}`);
    const stored = JSON.stringify(await inbox(mail.name));
    const logged = server.logLines.join('\n');
    for (const secret of [mail.clientState, wrong]) {
      expect(stored).not.toContain(secret);
      expect(logged).not.toContain(secret);
    }
    expect(logged).toContain(endpoint);
  });

  it('more than are taken from one address are told to come again; others are not', async () => {
    const from = (address: string) =>
      post({ value: [] }, { headers: { 'X-Forwarded-For': address } });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => from(`spoofed-${at}, 203.0.113.7`)),
    );
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers['retry-after']).toBe('1');
    expect(answers.filter(({ status }) => status === 202).length).toBeGreaterThanOrEqual(10);
    expect((await from('203.0.113.8')).status).toBe(202);
  });
});
