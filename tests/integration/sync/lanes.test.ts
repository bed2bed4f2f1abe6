import { afterAll, beforeAll, expect, it } from 'vitest';
import { plannerRef } from '../../../src/domain/ref.js';
import type { GraphLane } from '../../../src/graph/gateway/graph-request.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;
const asked = new Set<GraphLane | undefined>();
beforeAll(async () => {
  graph = await startGraphLab();
  const gateway: GraphLab['gateway'] = {
    ...graph.gateway,
    send: (request) => {
      asked.add(request.lane);
      return graph.gateway.send(request);
    },
  };
  lab = await openSyncLab(graph, {
    planner: createPlannerClient(gateway, { lane: 'sync' }),
    importPlannerOf: () => createPlannerClient(gateway, { lane: 'import' }),
  });
});
afterAll(async () => {
  lab.leave();
  await graph.close();
});

const lanesOf = async (refs: readonly string[]) => {
  asked.clear();
  await lab.syncBatch(refs);
  return [...asked];
};

const cards = async (count: number): Promise<readonly string[]> => {
  const made = [];
  for (let index = 0; index < count; index += 1) {
    const body = { planId: lab.planId, title: `Card ${String(index)}` };
    made.push(await graph.asPerson('POST', '/planner/tasks', body));
  }
  return made.map((task) => plannerRef((task as { id: string }).id));
};

it('many cards that nobody here has seen are imported behind everything else', async () => {
  expect(await lanesOf(await cards(12))).toEqual(['import']);
});

it('a few new cards are synced as usual: somebody has just made them', async () => {
  expect(await lanesOf(await cards(3))).toEqual(['sync']);
});

it("an agent's task is synced as usual, and holds none of a batch of new cards up", async () => {
  const { id } = await lab.create({ planId: lab.planId, title: 'Agent' });
  expect(await lanesOf([id, ...(await cards(12))])).toEqual(['sync']);
});

it('an import that has to wait gives its place to what is more urgent', async () => {
  const effect = { kind: 'status', status: 429, code: 'TooManyRequests', retryAfter: 17 };
  const refs = await cards(12);
  await graph.addFault({ match: { path: '/planner/tasks/' }, effect });
  try {
    expect(await lab.syncBatch(refs)).toEqual(
      refs.map((ref) => ({ kind: 'trouble', ref, code: 'throttled', retryAfterMs: 17_000 })),
    );
    await expect(lab.syncBatch(refs.slice(0, 3))).rejects.toMatchObject({ code: 'throttled' });
  } finally {
    await graph.clearFaults();
  }
});
