import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../../src/composition/compose-server.js';
import { aloneServer } from './alone-server.js';
import { testTokenKey } from '../../support/token-key.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { ownRedis, type OwnRedis } from './own-redis.js';
import { rawRequest } from './raw-request.js';

const json = { 'Content-Type': 'application/json' };
let redis: OwnRedis;
let server: RunningServer;

afterEach(async () => {
  await server.close();
  await redis.close();
});

describe('without Redis', () => {
  it('the server starts, says so at once to everybody, and serves as soon as Redis comes', async () => {
    redis = await ownRedis();
    const { origin } = await start();
    await expectAway(origin);
    await redis.start();
    await expect.poll(() => statusOf(origin, '/health/ready'), { timeout: 10_000 }).toBe(200);
    expect((await create(origin)).status).toBe(201);
  });

  it('nothing hangs when Redis goes, and an emptied one is made ready when it is back', async () => {
    redis = await ownRedis();
    await redis.start();
    const { origin } = await start();
    await expect.poll(() => statusOf(origin, '/health/ready')).toBe(200);
    expect((await create(origin)).status).toBe(201);
    await redis.stop();
    await expectAway(origin);
    await redis.start();
    await expect.poll(async () => (await create(origin)).status, { timeout: 10_000 }).toBe(201);
    // The settings are back as well: without them the task would have no plan.
    expect(JSON.parse((await create(origin)).text)).toMatchObject({ planId: 'plan-default' });
  });

  it('a Redis that throws keys away when it is full is refused', async () => {
    redis = await ownRedis();
    await redis.start();
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
    const refusals: string[] = [];
    const { origin } = await start((message) => refusals.push(message));
    await expect.poll(() => refusals.length).toBe(1);
    expect(refusals[0]).toContain('noeviction');
    expect(await statusOf(origin, '/health/ready')).toBe(503);
  });
});

async function start(onRefused: (message: string) => void = () => {}): Promise<{ origin: string }> {
  server = await startServer({
    config: loadConfig({
      PORT: '0',
      REDIS_URL: redis.url,
      AZURE_TENANT_ID: 'tenant',
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'secret-of-the-app-registration-0001',
      TOKEN_ENCRYPTION_KEY: testTokenKey,
      DEFAULT_PLANNER_PLAN_ID: 'plan-default',
    }),
    logger: pino({ level: 'silent' }),
    version: '0.0.0-test',
    join: () => aloneServer,
    onRefused: (error) => onRefused(error.message),
  });
  return { origin: `http://127.0.0.1:${server.port}` };
}

async function expectAway(origin: string): Promise<void> {
  const began = performance.now();
  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const answers = await Promise.all([
    create(origin),
    rawRequest(origin, { path: '/api/agent/tasks' }),
    rawRequest(origin, { path: `/api/agent/tasks/${id}` }),
    rawRequest(origin, { method: 'DELETE', path: `/api/agent/tasks/${id}` }),
    rawRequest(origin, { path: '/api/agent/events' }),
    rawRequest(origin, { path: '/api/sync/health' }),
  ]);
  for (const { status, headers, text } of answers) {
    expect(status, text).toBe(503);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(headers['retry-after']).toBe('1');
    expect(JSON.parse(text)).toMatchObject({ code: 'redis_unavailable' });
  }
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'task_get', arguments: { id } },
  };
  const mcp = await rawRequest(origin, {
    method: 'POST',
    path: '/mcp',
    headers: json,
    body: JSON.stringify(call),
  });
  expect(JSON.parse(mcp.text)).toMatchObject({
    result: { isError: true, structuredContent: { code: 'redis_unavailable', status: 503 } },
  });
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(await statusOf(origin, '/health/live')).toBe(200);
  expect(await statusOf(origin, '/health/ready')).toBe(503);
  const health = await rawRequest(origin, { path: '/health' });
  expect(health.status).toBe(200);
  expect(JSON.parse(health.text)).toMatchObject({
    status: 'unhealthy',
    reasons: [expect.stringContaining('Redis')],
  });
}

function create(origin: string) {
  const body = '{"title":"x"}';
  return rawRequest(origin, { method: 'POST', path: '/api/agent/tasks', headers: json, body });
}

async function statusOf(origin: string, path: string): Promise<number> {
  return (await rawRequest(origin, { path })).status;
}
