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
    expect(first?.problem).toMatchObject({ code: 'too_many_requests', retryAfter: 2 });
    expect(first?.headers.get('retry-after')).toBe('2');
    expect(first?.headers.get('ratelimit-policy')).toBe('"actor";q=30;w=60');
    expect(first?.headers.get('ratelimit')).toBe('"actor";r=0;t=2');
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
