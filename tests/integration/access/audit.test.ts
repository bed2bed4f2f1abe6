import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextClient } from '../mcp/mcp-clients.js';
import { rawRequest } from '../http/raw-request.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const tasks = '/api/agent/tasks';

interface Entry {
  readonly id: string;
  readonly operation: string | null;
  readonly reason: string | null;
  readonly suppressed: number;
  readonly [name: string]: unknown;
}

describe('the audit log', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer();
  });
  afterAll(() => server.close());

  const entries = async (query = ''): Promise<readonly Entry[]> => {
    const { body } = await server.operator.send('GET', `/api/audit${query}`);
    return body['entries'] as readonly Entry[];
  };

  it('tells who did what to which object, with what outcome, over REST and MCP', async () => {
    const holder = await server.makeKey({ name: 'audited' });
    const task = await holder.create({ title: 'TOP-SECRET-TITLE', description: 'SECRET-TEXT' });
    await holder.send('PATCH', `${tasks}/${task.id}`, { titel: 'SECRET-TYPO' });
    const client = await nextClient(server.origin, { pin: '2026-07-28' }, holder.headers);
    await client.callTool({ name: 'task_delete', arguments: { id: task.id } });
    await client.close();
    await expect.poll(() => entries('?actor=audited')).toHaveLength(3);
    const found = await entries('?actor=audited');
    const common = { actor: 'audited', object: task.id, keyId: expect.stringMatching(/^\w{12}$/) };
    expect(found).toMatchObject([
      { ...common, operation: 'task_delete', status: 204, code: null },
      { ...common, operation: 'task_update', status: 400, code: 'invalid_input' },
      { ...common, operation: 'task_create', status: 201, code: null },
    ]);
    for (const { requestId } of found) expect(requestId).toMatch(/^[\w.-]+$/);
    const written = JSON.stringify(
      await server.redis.xrange(`${server.namespace}:audit:log`, '-', '+'),
    );
    expect(written).not.toMatch(/SECRET/);
    expect(written).not.toContain(holder.secret);
  });

  it('says of a title that stands in place of an id nothing', async () => {
    await server.operator.send('POST', '/api/sync/pause', { planId: 'SecretProject' });
    const [entry] = await untilSome(() => entries('?operation=sync_pause'));
    expect(entry).toMatchObject({ object: null, status: 404 });
  });

  it('tells who was refused, and why', async () => {
    const reader = await server.makeKey({ name: 'curious', scopes: ['tasks:read'] });
    await reader.send('POST', tasks, { title: 'x' });
    const [refused] = await untilSome(() => entries('?actor=curious'));
    expect(refused).toMatchObject({
      operation: 'task_create',
      status: 403,
      code: 'insufficient_scope',
      from: '127.0.0.1',
    });
    await server.keyStore.revoke('curious');
    await expect.poll(async () => (await reader.send('GET', tasks)).status).toBe(401);
    await expect
      .poll(async () => (await entries('?outcome=refused&limit=1'))[0]?.['code'])
      .toBe('unauthorized');
    const [turnedAway] = await entries('?outcome=refused&limit=1');
    expect(turnedAway).toMatchObject({
      actor: null,
      operation: null,
      code: 'unauthorized',
      reason: expect.stringMatching(/^The key curious \(\w{12}\) is revoked$/),
    });
    const foreign = await rawRequest(server.origin, {
      path: tasks,
      headers: { Origin: 'https://evil.example' },
    });
    await expect
      .poll(async () => (await entries('?outcome=refused&limit=1'))[0])
      .toMatchObject({ code: 'forbidden', requestId: foreign.headers['x-request-id'] });
  });

  it('pages from the newest to the oldest', async () => {
    const all = await entries();
    const paged: Entry[] = [];
    let query = '?limit=2';
    for (;;) {
      const { body } = await server.operator.send('GET', `/api/audit${query}`);
      paged.push(...(body['entries'] as Entry[]));
      const next = body['nextCursor'];
      if (typeof next !== 'string') break;
      query = `?limit=2&cursor=${next}`;
    }
    expect(paged).toEqual(all);
    const wrong = await server.operator.send('GET', '/api/audit?cursor=x');
    expect([wrong.status, wrong.problem.code]).toEqual([400, 'invalid_cursor']);
  });

  it('cannot be flooded by refusals, and says how many it left out', async () => {
    const strangers = async () =>
      (await entries('?outcome=refused&limit=200')).filter(({ code }) => code === 'unauthorized');
    const before = await strangers();
    const stranger = server.holderOf(`tandem_${'x'.repeat(43)}`);
    const startedAt = Date.now();
    let sent = 0;
    const knock = async (times: number): Promise<void> => {
      sent += times;
      await Promise.all(Array.from({ length: times }, () => stranger.send('GET', tasks)));
    };
    for (let round = 0; round < 10; round += 1) await knock(20);
    const news = async () => (await strangers()).slice(0, -before.length);
    const untold = async () =>
      (await news()).reduce((left, { suppressed }) => left - 1 - suppressed, sent);
    await expect
      .poll(
        async () => {
          await knock(1);
          return untold();
        },
        { timeout: 8_000, interval: 200 },
      )
      .toBeLessThan(5);
    expect((await news()).length).toBeLessThanOrEqual(22 + (Date.now() - startedAt) / 1_000);
    // Others are still heard.
    const reader = await server.makeKey({ name: 'beside', scopes: ['tasks:read'] });
    await reader.send('DELETE', `${tasks}/01ARZ3NDEKTSV4RRFFQ69G5FAV`);
    expect(await untilSome(() => entries('?actor=beside'))).toHaveLength(1);
  });

  it('is written to the end when the server stops, and is bounded', async () => {
    const other = await startLockedServer({ env: { AUDIT_LOG_MAX: '100' } });
    const { namespace } = other;
    for (let at = 0; at < 30; at += 1) {
      await Promise.all(Array.from({ length: 10 }, () => other.operator.create({ title: 'x' })));
    }
    await other.operator.send('DELETE', `${tasks}/01ARZ3NDEKTSV4RRFFQ69G5FAV`);
    await other.close();
    const log = await server.redis.xrevrange(`${namespace}:audit:log`, '+', '-');
    expect(JSON.parse(log[0]?.[1][1] ?? '')).toMatchObject({
      operation: 'task_delete',
      status: 404,
    });
    expect(log.length).toBeLessThan(250);
  });
});

async function untilSome(read: () => Promise<readonly Entry[]>): Promise<readonly Entry[]> {
  await expect.poll(async () => (await read()).length).toBeGreaterThan(0);
  return read();
}
