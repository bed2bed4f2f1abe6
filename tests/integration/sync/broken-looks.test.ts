import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;
beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = await openSyncLab(graph);
});
afterEach(() => lab.leave());

describe('a plan whose look breaks off for a reason that nobody foresaw', () => {
  test('does not keep the plans that share its request from being looked at', async () => {
    const broken = await graph.makePlan();
    await lab.redis.hset(lab.keys.planTraces, broken.id, '{"title":');
    await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'By a person' });

    expect(await lab.sweepPlans([broken.id, lab.planId])).toMatchObject([
      { planId: broken.id, isActive: false, error: { code: 'unexpected' } },
      { planId: lab.planId, isActive: true, error: null },
    ]);
    expect(await lab.takeOutbox()).toHaveLength(1);
  });

  test('fails the activity where no other was looked at', async () => {
    await lab.redis.hset(lab.keys.planTraces, lab.planId, '{"title":');
    await expect(lab.sweepPlans([lab.planId])).rejects.toMatchObject({ type: 'SyntaxError' });
  });
});
