import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ToldKind } from '../../../src/domain/subscriptions/watchable-resource.js';
import type { TaskDocument } from '../../../src/domain/task.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { rawRequest } from '../http/raw-request.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { clientKinds, nextClient } from './mcp-clients.js';

const redisUrl = inject('redisUrl');
const modern = { pin: '2026-07-28' };
const key = 'k'.repeat(40);

let server: TestServer;

describe('the MCP endpoint', () => {
  beforeAll(async () => {
    server = await startTestServer({ redisUrl });
  });
  afterAll(() => server.close());

  it.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
    'speaks %s with those who ask for it',
    async (protocolVersion) => {
      const { status, body } = await post(server, initialize(protocolVersion));
      expect(status).toBe(200);
      expect(body['result']).toMatchObject({
        protocolVersion,
        serverInfo: { name: 'tandem' },
        instructions: expect.stringContaining('task_create'),
      });
      // Nothing could be pushed to them, so nothing is promised.
      expect(body['result']).not.toHaveProperty('capabilities.resources.subscribe');
    },
  );

  it('accepts notifications without an answer', async () => {
    const response = await raw(server, { jsonrpc: '2.0', method: 'notifications/initialized' });
    expect(response.status).toBe(202);
    expect(await response.text()).toBe('');
  });

  it('refuses batches', async () => {
    const { status, body } = await post(server, [
      initialize('2025-11-25'),
      initialize('2025-11-25'),
    ]);
    expect(status).toBe(400);
    expect(body['error']).toMatchObject({
      code: -32_600,
      message: expect.stringContaining('Batches'),
    });
  });

  it.each(['GET', 'DELETE', 'PUT'])('refuses %s', async (method) => {
    const response = await fetch(`${server.origin}/mcp`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('refuses what is not JSON, not UTF-8, or too large', async () => {
    const broken = await sendText('{"jsonrpc":');
    expect(broken.status).toBe(400);
    expect(JSON.parse(broken.text)).toMatchObject({ error: { code: -32_700 } });
    expect((await sendText(Buffer.from([0x22, 0xff, 0x22]))).status).toBe(400);
    expect((await sendText('{}', 'text/plain')).status).toBe(415);
    expect((await sendText(`"${'x'.repeat(1_048_576)}"`)).status).toBe(413);
    expect((await sendText('{"neither":"this nor that"}')).status).toBe(400);
  });

  it('refuses an unknown protocol version', async () => {
    const response = await raw(server, initialize('2025-11-25'), {
      'MCP-Protocol-Version': '1999-01-01',
    });
    expect(response.status).toBe(400);
  });

  it('refuses a header that contradicts the body', async () => {
    const response = await raw(
      server,
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name: 'task_get',
          arguments: { id: 'x' },
          _meta: {
            'io.modelcontextprotocol/protocolVersion': '2026-07-28',
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      },
      {
        'MCP-Protocol-Version': '2026-07-28',
        'Mcp-Method': 'tools/call',
        'Mcp-Name': 'task_delete',
      },
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: -32_020 } });
  });

  it.each([
    ['Host', 'evil.example'],
    ['Origin', 'https://evil.example'],
  ])('refuses a foreign %s', async (name, value) => {
    const { status } = await rawRequest(server.origin, {
      method: 'POST',
      path: '/mcp',
      headers: { 'Content-Type': 'application/json', [name]: value },
      body: JSON.stringify(initialize('2025-11-25')),
    });
    expect(status).toBe(403);
  });

  it('answers a whole body with its length, not a stream', async () => {
    const response = await raw(server, initialize('2025-11-25'));
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
  });

  it('reads a failing Redis as an error that a model can act on', async () => {
    const lonely = await startTestServer({ redisUrl });
    try {
      const client = await nextClient(lonely.origin, modern);
      // Another type under the key is a failure that nobody foresaw.
      const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
      await lonely.redis.lpush(`${lonely.namespace}:tasks:${id}`, 'secret text');
      const result = await client.callTool({ name: 'task_get', arguments: { id } });
      expect(result.isError).toBe(true);
      expect(result.structuredContent).toMatchObject({ code: 'internal', status: 500 });
      expect(JSON.stringify(result)).not.toContain('WRONGTYPE');
      expect(lonely.logLines.join('')).toContain('WRONGTYPE');
      await client.close();
    } finally {
      await lonely.close();
    }
  });
});

describe('update notifications in the new era', () => {
  it('tell of a task and its plan, whichever replica was written to', async () => {
    const one = await startTestServer({ redisUrl });
    const other = await startTestServer({ redisUrl, namespace: one.namespace });
    const client = await nextClient(one.origin, modern);
    try {
      const task = await createTask(other, { title: 'watched' });
      const uris: string[] = [];
      client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
        uris.push(params.uri);
      });
      const wanted = [`tandem://tasks/${task.id}`, `tandem://plans/${task.planId}`];
      const subscription = await client.listen({ resourceSubscriptions: wanted });
      await createTask(other, { title: 'another one, of the same plan' });
      await expect.poll(() => uris).toEqual([wanted[1]]);
      uris.length = 0;
      await patch(other, task.id, { percentComplete: 100 });
      await expect.poll(() => uris).toEqual(wanted);
      await subscription.close();
    } finally {
      await client.close();
      await other.close();
      await one.close();
    }
  });

  it('tell of mail, events and chats under the addresses that tools show', async () => {
    const one = await startTestServer({ redisUrl });
    const client = await nextClient(one.origin, modern);
    try {
      const uris: string[] = [];
      client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
        uris.push(params.uri);
      });
      const chat = '19:launch@thread.v2';
      const wanted = [
        'tandem://mail/stays%2B1%3D',
        'tandem://events/E1',
        `tandem://chats/${encodeURIComponent(chat)}`,
      ];
      const subscription = await client.listen({ resourceSubscriptions: wanted });
      const { notificationsChannel } = createKeys(one.namespace);
      const tell = async (kind: ToldKind, resource: string, id?: string) => {
        const resourceData = id === undefined ? null : { id };
        const event = { kind, changeType: 'updated', resource, resourceId: 'x', resourceData };
        await one.redis.publish(notificationsChannel(kind), JSON.stringify(event));
      };
      await expect
        .poll(() => one.redis.pubsub('NUMSUB', notificationsChannel('mail')))
        .toEqual([notificationsChannel('mail'), 1]);
      await one.redis.publish(notificationsChannel('mail'), 'written by hand');
      await tell('mail', "Users('u')/Messages('moves')", 'stays+1=');
      await tell('mail', 'users/u/messages/another', 'another');
      await tell('teams', `chats/${chat}/messages/1`, '1');
      await tell('calendar', 'users/u/events/E1');
      await expect.poll(() => uris).toEqual([wanted[0], wanted[2], wanted[1]]);
      await subscription.close();
      // Who does not listen costs Redis nothing.
      await expect
        .poll(() => one.redis.pubsub('NUMSUB', notificationsChannel('mail')))
        .toEqual([notificationsChannel('mail'), 0]);
    } finally {
      await client.close();
      await one.close();
    }
  });

  it('end in good order when the server stops', async () => {
    const server = await startTestServer({ redisUrl });
    const client = await nextClient(server.origin, modern);
    const subscription = await client.listen({ resourceSubscriptions: ['tandem://plans/x'] });
    const ended = subscription.closed;
    await server.close();
    await expect(ended).resolves.toBe('graceful');
    await client.close();
  });
});

describe.each(clientKinds)('with API keys, through $name', ({ connect }) => {
  let server: TestServer;
  beforeAll(async () => {
    const env = { AUTH_MODE: 'api-key', API_KEYS: `writer:${key}` };
    server = await startTestServer({ redisUrl, env });
  });
  afterAll(() => server.close());

  it('the name of the key becomes the agent', async () => {
    const client = await connect(server.origin, { Authorization: `Bearer ${key}` });
    const { structured } = await client.call('task_create', { title: 'x' });
    const { createdBy } = structured['task'] as TaskDocument;
    expect(createdBy).toEqual({ kind: 'agent', id: 'writer' });
    await client.close();
  });

  it('nobody comes in without a key or with a wrong one', async () => {
    await expect(connect(server.origin)).rejects.toThrow();
    const headers = { Authorization: `Bearer ${'w'.repeat(40)}` };
    await expect(connect(server.origin, headers)).rejects.toThrow();
  });

  it('the key never reaches answers or log', async () => {
    const client = await connect(server.origin, { Authorization: `Bearer ${key}` });
    const result = await client.call('task_get', { id: key });
    await client.close();
    const response = await raw(server, initialize('2025-11-25'));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(JSON.stringify(result)).not.toContain(key);
    expect(server.logLines.join('')).not.toContain(key);
  });
});

function sendText(body: string | Buffer, type = 'application/json') {
  const headers = { 'Content-Type': type };
  return rawRequest(server.origin, { method: 'POST', path: '/mcp', headers, body });
}

function initialize(protocolVersion: string) {
  const clientInfo = { name: 'raw', version: '1' };
  const params = { protocolVersion, capabilities: {}, clientInfo };
  return { jsonrpc: '2.0', id: 1, method: 'initialize', params };
}

function raw(
  server: TestServer,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${server.origin}/mcp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

async function post(server: TestServer, body: unknown) {
  const response = await raw(server, body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function createTask(server: TestServer, fields: object): Promise<TaskDocument> {
  const response = await fetch(`${server.origin}/api/agent/tasks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return (await response.json()) as TaskDocument;
}

async function patch(server: TestServer, id: string, fields: object): Promise<void> {
  await fetch(`${server.origin}/api/agent/tasks/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  });
}
