import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphError } from '../../../src/domain/graph-error.js';
import {
  startFakeGraph,
  type FakeGraph,
  type Received,
  type Reply,
} from '../../unit/graph/fake-graph.js';
import { outcomeOf, startReplicas, type Replica, type Replicas } from './shared-gates.js';

let graph: FakeGraph;
let replicas: Replicas;
let answer: (request: Received) => Reply;
let one: Replica;
let other: Replica;
beforeEach(async () => {
  answer = () => ({ status: 500 });
  graph = await startFakeGraph((request) => answer(request));
  replicas = startReplicas();
  [one, other] = await Promise.all([replicas.open(graph.origin), replicas.open(graph.origin)]);
});
afterEach(async () => {
  replicas.close();
  await graph.close();
});

const task = { method: 'GET', path: '/planner/tasks/t' } as const;
const sendTask = async ({ gateway }: Replica): Promise<GraphError | 'ok'> =>
  outcomeOf(gateway.send(task));
const trip = async (): Promise<void> => {
  for (let count = 0; count < 5; count += 1) await sendTask(one);
};
const circuit = async () => {
  const { services } = await other.control.status();
  return services.find(({ service }) => service === 'planner')?.circuit;
};
/** As if the time until the probe were over. */
const untilProbe = async (): Promise<void> => {
  const key = one.keys.gate('planner', 'contoso.example');
  await one.redis.hset(key, 'circuit_until', String(Date.now() - 1));
};

describe('a service that fails', () => {
  it('is left alone by all replicas after five exchanges of which most failed', async () => {
    await trip();
    expect(graph.received).toHaveLength(5);
    expect(await sendTask(other)).toMatchObject({
      code: 'unavailable',
      status: null,
      applied: 'no',
      advice: expect.stringContaining('sync_reset_circuit') as string,
    });
    expect(await sendTask(one)).toMatchObject({ code: 'unavailable', status: null });
    expect(graph.received).toHaveLength(5);
    expect(await circuit()).toMatchObject({ state: 'open', reason: 'it answers 500' });
  });

  it('is not left alone for what a caller did wrong', async () => {
    answer = () => ({ status: 400 });
    await trip();
    await trip();
    expect(await circuit()).toMatchObject({ state: 'closed' });
  });

  it('is not left alone when most of it works', async () => {
    let count = 0;
    answer = () => ({ status: (count += 1) % 3 === 0 ? 500 : 200, body: {} });
    await trip();
    await trip();
    expect(await circuit()).toMatchObject({ state: 'closed' });
  });

  it('keeps nobody from another service', async () => {
    await trip();
    answer = () => ({ body: {} });
    expect(await outcomeOf(one.gateway.send({ method: 'GET', path: '/users/u' }))).toBe('ok');
  });

  it('raises one alert that lasts until it is well', async () => {
    await trip();
    expect(await one.alerts.open()).toMatchObject([
      { kind: 'circuit_open', subject: 'graph/planner', severity: 'warning' },
    ]);
    await untilProbe();
    answer = () => ({ body: {} });
    expect(await sendTask(other)).toBe('ok');
    expect(await one.alerts.open()).toEqual([]);
  });
});

describe('a circuit that is open because nobody asks any more', () => {
  const probeWasDue = async (minutesAgo: number): Promise<void> => {
    const at = String(Date.now() - minutesAgo * 60_000);
    await one.redis.hset(one.keys.gate('planner', 'contoso.example'), 'circuit_until', at);
  };

  it('is closed, and its alert over, ten minutes after somebody might have tried', async () => {
    await trip();
    await probeWasDue(9);
    expect(await circuit()).toMatchObject({ state: 'probing' });
    expect(await one.alerts.open()).toHaveLength(1);
    await probeWasDue(11);
    expect(await circuit()).toMatchObject({ state: 'closed', reason: null });
    expect(await one.alerts.open()).toEqual([]);
  });
});

describe('a probe', () => {
  beforeEach(async () => {
    await trip();
    await untilProbe();
  });

  it('is one request over all replicas, a read of what was to be sent', async () => {
    graph.received.length = 0;
    answer = () => 'silence';
    const sent = [one, other].flatMap(({ gateway }) => [
      outcomeOf(gateway.send({ method: 'POST', path: '/planner/tasks', body: {} })),
      outcomeOf(gateway.send(task)),
    ]);
    const refused = await Promise.race(sent);
    expect(refused).toMatchObject({ code: 'unavailable', status: null });
    await expect.poll(() => graph.received.length).toBe(1);
    expect(await circuit()).toMatchObject({ state: 'probing' });
    const { method, path } = graph.received[0] ?? {};
    expect(`${String(method)} ${String(path)}`).toBe('GET /v1.0/planner/tasks/t');
  });

  it('that succeeds lets everybody go on', async () => {
    answer = () => ({ body: {} });
    expect(await sendTask(other)).toBe('ok');
    expect(await circuit()).toMatchObject({ state: 'closed' });
    expect(await sendTask(one)).toBe('ok');
  });

  it('that fails leaves it alone for twice as long', async () => {
    await sendTask(other);
    const { nextProbeAt = '' } = (await circuit()) ?? {};
    const waitMs = Date.parse(nextProbeAt ?? '') - Date.now();
    expect(waitMs).toBeGreaterThan(8_000);
    expect(waitMs).toBeLessThanOrEqual(10_000);
  });

  it('that is throttled found somebody in, and the gate takes over', async () => {
    answer = () => ({ status: 429, headers: { 'retry-after': '20' } });
    await sendTask(other);
    expect(await circuit()).toMatchObject({ state: 'closed' });
    expect(await sendTask(one)).toMatchObject({ code: 'throttled', status: null });
  });

  it('whose process died is made anew after its time', async () => {
    const dying = await replicas.open(graph.origin, { probeMs: 1 });
    await dying.shared.admit('planner', [{ lane: 'sync', count: 1 }]);
    answer = () => ({ body: {} });
    await expect.poll(() => sendTask(other)).toBe('ok');
  });
});

describe('an operator', () => {
  it('has all replicas ask again at once', async () => {
    await trip();
    answer = () => ({ body: {} });
    expect(await other.control.resetCircuit(null)).toEqual(['planner']);
    expect(await sendTask(one)).toBe('ok');
    expect(await other.control.resetCircuit(null)).toEqual([]);
    expect(await one.alerts.open()).toEqual([]);
  });

  it('is not outvoted by failures from before', async () => {
    await trip();
    await other.control.resetCircuit('planner');
    await sendTask(one);
    expect(await circuit()).toMatchObject({ state: 'closed' });
  });
});

it('without Redis each process has a circuit of its own, and finds back by itself', async () => {
  one.redis.disconnect();
  await trip();
  expect(await sendTask(one)).toMatchObject({ code: 'unavailable', status: null });
  expect(graph.received).toHaveLength(5);
});
