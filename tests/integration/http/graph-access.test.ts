import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createSharedAccess } from '../../../src/graph/gateway/access/shared-access.js';
import { openCircuitAlert } from '../../../src/graph/gateway/access/circuit-alert.js';
import type { SyncStatus } from '../../../src/operations/sync/sync-status.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const budgetPerMinute = 40;
let server: TestServer;
/** What a worker of the same namespace and tenant would tell and ask. */
let worker: ReturnType<typeof createSharedAccess>;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { GRAPH_REQUESTS_PER_MINUTE: String(budgetPerMinute) },
  });
  worker = createSharedAccess({
    call: (name, payload) => server.redis.fcall(name, 1, server.namespace, payload),
    tenant: 'tenant',
    budgetPerMinute,
    probeMs: 5_000,
  });
});
afterAll(() => server.close());

const read = async (): Promise<SyncStatus> => {
  const response = await fetch(`${server.origin}/api/sync/health`);
  return (await response.json()) as SyncStatus;
};
const planner = async () => (await read()).graph?.services[0];
const metrics = async (): Promise<string> => {
  const response = await fetch(`${server.origin}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
};
const reset = async (body: object) => {
  const response = await fetch(`${server.origin}/api/sync/circuit/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

describe('how Graph may be used', () => {
  it('is told with every service, and nothing is wrong at first', async () => {
    const { graph } = await read();
    expect(graph?.services).toHaveLength(7);
    expect(await planner()).toMatchObject({
      service: 'planner',
      gate: null,
      isDraining: false,
      circuit: { state: 'closed' },
    });
    expect(graph?.requests).toMatchObject({ budgetPerMinute, heldLanes: [], lingerMs: 3 });
  });

  it('is a reason to be degraded where a gate is closed or a circuit open', async () => {
    await worker.report('outlook', {
      generation: 0,
      throttled: { retryAfterMs: 60_000, why: 'it answered 429', count: 3 },
    });
    const why = 'it does not answer in time';
    const alert = openCircuitAlert('planner', why, new Date().toISOString());
    await worker.report('planner', { generation: 0, failing: { why, alert } });
    await expect.poll(async () => (await planner())?.circuit.state).toBe('open');
    const { status, reasons, alerts } = await read();
    expect(status).toBe('degraded');
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/outlook.* is not asked until .*429/),
        expect.stringMatching(/planner.* fails, .* does not answer in time/),
      ]),
    );
    expect(alerts).toMatchObject([{ kind: 'circuit_open', subject: 'graph/planner' }]);
  });

  it('is in the metrics', async () => {
    const text = await metrics();
    expect(text).toContain('tandem_graph_circuit_open{service="planner"} 1');
    expect(text).toContain('tandem_graph_gate_closed{service="outlook"} 1');
    expect(text).toContain('tandem_graph_gate_closed{service="teams"} 0');
    expect(text).toContain('tandem_graph_throttled_total{service="outlook"} 3');
    expect(text).toContain('tandem_graph_budget_per_minute 40');
    expect(text).toContain('tandem_sync_healthy 0');
    expect(await metrics()).toContain('tandem_graph_throttled_total{service="outlook"} 3');
  });

  it('is mended by sync_reset_circuit, which leaves the time alone that Graph gave', async () => {
    expect(await reset({ service: 'outlook' })).toEqual({ status: 200, body: { closed: [] } });
    expect(await reset({})).toEqual({ status: 200, body: { closed: ['planner'] } });
    const { graph, alerts } = await read();
    await expect.poll(async () => (await planner())?.circuit.state).toBe('closed');
    expect(graph?.services.find(({ service }) => service === 'outlook')?.gate).not.toBeNull();
    await expect.poll(async () => (await read()).alerts).toEqual([]);
    expect(alerts.length).toBeLessThanOrEqual(1);
  });

  it('knows no other services', async () => {
    expect((await reset({ service: 'excel' })).status).toBe(400);
  });
});

it('metrics want a key where everything does', async () => {
  const guarded = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { AUTH_MODE: 'api-key', API_KEYS: `prometheus:${'k'.repeat(32)}` },
  });
  try {
    expect((await fetch(`${guarded.origin}/metrics`)).status).toBe(401);
    const headers = { Authorization: `Bearer ${'k'.repeat(32)}` };
    expect((await fetch(`${guarded.origin}/metrics`, { headers })).status).toBe(200);
  } finally {
    await guarded.close();
  }
});
