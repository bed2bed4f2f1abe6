import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SyncStatus } from '../../../src/operations/sync/sync-status.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { createPlanTraces, noTrace } from '../../../src/tasks/plan-traces.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const planId = 'plan-default';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ redisUrl: inject('redisUrl') });
});

afterAll(() => server.close());

describe('the health of sync', () => {
  it('without worker and before the first look is degraded, and says why', async () => {
    expect(await read()).toMatchObject({
      status: 'degraded',
      reasons: [expect.stringContaining('No worker')],
      plans: [{ planId, state: 'starting', lastLook: null, pending: 0, failing: 0, lag: 0 }],
      workers: { seen: 0, lastSeenAt: null },
    });
  });

  it('counts what is pending and failing, and how long the oldest change waits', async () => {
    const keys = createKeys(server.namespace);
    const now = Date.now();
    await server.redis.zadd(keys.workers, now, 'worker-1', now - 600_000, 'worker-gone');
    await createPlanTraces({ redis: server.redis, keys }).write(planId, {
      ...noTrace,
      title: 'Product launch',
      state: 'watching',
      lastLook: '2026-11-22T10:00:00Z',
      intervalMs: 2_000,
      pace: 'active',
      tasks: 3,
    });
    for (const state of ['pending', 'failed', 'synced'] as const) await leave(state);

    await expect
      .poll(async () => (await read()).plans)
      .toMatchObject([
        {
          planId,
          title: 'Product launch',
          state: 'watching',
          lastLook: '2026-11-22T10:00:00Z',
          intervalMs: 2_000,
          pace: 'active',
          pending: 1,
          failing: 1,
        },
      ]);
    const { status, reasons, plans, workers } = await read();
    expect(plans[0]?.lag).toBeGreaterThan(0);
    expect(workers).toEqual({ seen: 1, lastSeenAt: new Date(now).toISOString() });
    expect(status).toBe('degraded');
    expect(reasons).toEqual([expect.stringMatching(/Product launch: 1 task cannot be synced/)]);
  });

  it('is the same at /health, with status 200, and for orchestrators ready and alive', async () => {
    const { status, reasons } = await read();
    const response = await fetch(`${server.origin}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status, reasons });
    for (const path of ['/health/live', '/health/ready']) {
      expect((await fetch(server.origin + path)).status).toBe(200);
    }
  });
});

async function read(): Promise<SyncStatus> {
  const response = await fetch(`${server.origin}/api/sync/health`);
  expect(response.status).toBe(200);
  return (await response.json()) as SyncStatus;
}

/** A task as sync would leave it. */
async function leave(state: 'pending' | 'failed' | 'synced'): Promise<void> {
  const response = await fetch(`${server.origin}/api/agent/tasks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Task', planId }),
  });
  const { id } = (await response.json()) as { id: string };
  const keys = createKeys(server.namespace);
  if (state === 'failed') await server.redis.hset(keys.planFailing(planId), id, 'forbidden');
  if (state === 'synced') await server.redis.zrem(keys.planUnsynced(planId), id);
}
