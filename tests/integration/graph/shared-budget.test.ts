import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphLane } from '../../../src/graph/gateway/graph-request.js';
import { graphReasons } from '../../../src/graph/gateway/graph-status.js';
import { batchReply, startFakeGraph, type FakeGraph } from '../../unit/graph/fake-graph.js';
import { outcomeOf, startReplicas, type Replica, type Replicas } from './shared-gates.js';

let graph: FakeGraph;
let replicas: Replicas;
let one: Replica;
let other: Replica;
beforeEach(async () => {
  graph = await startFakeGraph((request) =>
    request.path.endsWith('/$batch')
      ? batchReply(request, () => ({ status: 200, body: {} }))
      : { body: {} },
  );
  replicas = startReplicas();
  const budget = { budgetPerMinute: 20 };
  [one, other] = await Promise.all([
    replicas.open(graph.origin, budget),
    replicas.open(graph.origin, budget),
  ]);
  await untilMinuteHasRoom();
});
afterEach(async () => {
  replicas.close();
  await graph.close();
});

const send = async ({ gateway }: Replica, lane: GraphLane, count: number) => {
  const request = { method: 'GET', path: '/planner/tasks/t', lane } as const;
  const all = Array.from({ length: count }, () => outcomeOf(gateway.send(request)));
  const outcomes = await Promise.all(all);
  return outcomes.filter((outcome) => outcome === 'ok').length;
};

describe('a budget of twenty requests a minute, shared by two replicas', () => {
  it('keeps its second half from imports, then a share from looks and from sync', async () => {
    expect(await send(one, 'import', 15)).toBe(10);
    expect(await send(other, 'import', 1)).toBe(0);
    expect(await send(other, 'sweep', 9)).toBe(5);
    expect(await send(one, 'sync', 9)).toBe(3);
    expect(await send(other, 'waiting', 9)).toBe(2);
    expect(await send(one, 'waiting', 1)).toBe(0);
    const paths = graph.received.map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('/t')).length).toBeLessThan(20);
  });

  it('lets the more urgent go first where both come together', async () => {
    await send(one, 'sync', 8);
    const sweep = send(one, 'sweep', 8);
    const sync = send(one, 'sync', 8);
    expect(await sync).toBe(8);
    expect(await sweep).toBe(0);
  });

  it('sends the others to the next minute', async () => {
    await send(one, 'waiting', 20);
    const request = { method: 'GET', path: '/planner/tasks/t' } as const;
    const refused = await outcomeOf(other.gateway.send(request));
    const untilNext = 60_000 - (Date.now() % 60_000);
    expect(refused).toMatchObject({ code: 'throttled', status: null });
    if (refused === 'ok') return;
    expect(refused.message).toContain('used up');
    expect(Math.abs((refused.retryAfterMs ?? 0) - untilNext)).toBeLessThan(1_000);
  });

  it('is in the load and in the status, the same for all', async () => {
    await send(one, 'waiting', 15);
    expect(await other.gateway.load()).toMatchObject({
      usedPerMinute: 15,
      budgetPerMinute: 20,
      pressure: 0.75,
    });
    const status = await other.control.status();
    expect(status.requests).toMatchObject({ lastMinute: 15, heldLanes: ['sweep', 'import'] });
    expect(graphReasons(status)).toEqual([
      'The budget of 20 requests a minute is short: imports, looks at Planner wait for the next minute.',
    ]);
  });
});

it('without a budget nothing is held back, and the requests are counted all the same', async () => {
  const free = await replicas.open(graph.origin);
  expect(await send(free, 'import', 40)).toBe(40);
  expect(await free.gateway.load()).toEqual({
    usedPerMinute: 40,
    budgetPerMinute: null,
    pressure: 0,
  });
  const { totals } = await free.control.figures();
  expect(totals).toMatchObject({ http: 2, requests: 40, 'requests:planner:import': 40 });
});

/** Each case counts within one minute: it does not begin in the last seconds of one. */
async function untilMinuteHasRoom(): Promise<void> {
  await expect
    .poll(() => Date.now() % 60_000, { timeout: 6_000, interval: 100 })
    .toBeLessThan(55_000);
}
