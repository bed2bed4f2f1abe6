import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientKinds } from '../mcp/mcp-clients.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const tasks = '/api/agent/tasks';

describe('the limit of requests', () => {
  const perMinute = 30;
  let server: LockedServer;
  let replica: LockedServer;
  beforeAll(async () => {
    const env = { RATE_LIMIT_PER_MINUTE: String(perMinute) };
    server = await startLockedServer({ env });
    replica = await startLockedServer({ namespace: server.namespace, env });
  });
  afterAll(async () => {
    await replica.close();
    await server.close();
  });

  it('is one for all replicas, and tells when to come again', async () => {
    const holder = await server.makeKey();
    const startedAt = Date.now();
    const doors = [server, replica].map(({ origin }) => server.holderOf(holder.secret, origin));
    const answers = await Promise.all(
      Array.from({ length: 2 * perMinute }, async (_, at) => doors[at % 2]?.send('GET', tasks)),
    );
    const let_ = answers.filter((answer) => answer?.status === 200);
    const refused = answers.filter((answer) => answer?.status === 429);
    expect(let_.length + refused.length).toBe(answers.length);
    const refilled = Math.ceil(((Date.now() - startedAt) / 60_000) * perMinute);
    expect(let_.length).toBeGreaterThanOrEqual(perMinute);
    expect(let_.length).toBeLessThanOrEqual(perMinute + refilled);
    const [first] = refused;
    // One comes in two seconds, and part of that time may be over.
    const seconds = first?.problem.retryAfter;
    expect(first?.problem.code).toBe('too_many_requests');
    expect([1, 2]).toContain(seconds);
    expect(first?.headers.get('retry-after')).toBe(String(seconds));
    expect(first?.headers.get('ratelimit-policy')).toBe('"actor";q=30;w=60');
    expect(first?.headers.get('ratelimit')).toBe(`"actor";r=0;t=${seconds}`);
    // Others are not held up by it.
    const other = await (await server.makeKey()).send('GET', tasks);
    expect(other.status).toBe(200);
    expect(other.headers.get('ratelimit')).toMatch(/^"actor";r=29;t=\d+$/);
  });

  it('fills again', async () => {
    const holder = await server.makeKey();
    await Promise.all(Array.from({ length: perMinute + 5 }, () => holder.send('GET', tasks)));
    await expect
      .poll(async () => (await holder.send('GET', tasks)).status, { timeout: 4_000, interval: 100 })
      .toBe(200);
  });

  it('is told with every answer, a failure and a stream too', async () => {
    const holder = await server.makeKey();
    const { headers } = holder;
    const gone = new AbortController();
    const ask = (path: string, accept: string) =>
      fetch(server.origin + path, { headers: { ...headers, Accept: accept }, signal: gone.signal });
    const answers = [
      await ask(`${tasks}/unknown`, 'application/json'),
      await ask('/api/agent/events', 'text/event-stream'),
      await ask('/metrics', 'text/plain'),
      await fetch(`${server.origin}/mcp`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'task_list', arguments: {} },
        }),
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 200, 200]);
    for (const { headers: said } of answers) {
      expect(said.get('ratelimit')).toMatch(/^"actor";r=2\d;t=\d+$/);
      expect(said.get('ratelimit-policy')).toBe('"actor";q=30;w=60');
    }
    gone.abort();
  });

  it('says over MCP too when to come again, where nothing could be listened to', async () => {
    const holder = await server.makeKey();
    const listen = async () => {
      await Promise.all(Array.from({ length: perMinute }, () => holder.send('GET', tasks)));
      const answer = await fetch(`${server.origin}/mcp`, {
        method: 'POST',
        headers: {
          ...holder.headers,
          'Content-Type': 'application/json',
          Accept: 'application/json, text/event-stream',
          'MCP-Protocol-Version': '2026-07-28',
          'Mcp-Method': 'subscriptions/listen',
        },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'subscriptions/listen',
          params: { _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' } },
        }),
      });
      if (answer.ok) await answer.body?.cancel();
      return answer;
    };
    // On a slow machine one more request may have come in between.
    let refused = await listen();
    while (refused.ok) refused = await listen();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
    expect(refused.headers.get('ratelimit')).toMatch(/^"actor";r=0;t=[12]$/);
  });

  it.each(clientKinds)('is an error that a model can act on through $name', async (kind) => {
    const holder = await server.makeKey();
    const client = await kind.connect(server.origin, holder.headers);
    await Promise.all(Array.from({ length: perMinute }, () => holder.send('GET', tasks)));
    const refused = await client.call('task_list', {});
    expect(refused).toMatchObject({
      isError: true,
      structured: { code: 'too_many_requests', status: 429, retryAfter: expect.any(Number) },
    });
    expect(refused.texts.at(-1)).toContain('Wait');
    await client.close();
  });
});
