import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requeueLeftBehind } from '../../../src/sync/requeue-left-behind.js';
import { createLinkedPlans } from '../../../src/tasks/linked-plans.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

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

describe('what was left behind', () => {
  it('is handed to sync again, however many older ones fail for good', async () => {
    const { id } = await lab.create({ title: 'The newest' });
    await lab.takeOutbox();
    const older = Array.from({ length: 1_200 }, (_, at) => [at, `older-${at}`]).flat();
    await lab.redis.zadd(lab.keys.planUnsynced(lab.planId), ...older);
    await lab.redis.zadd(lab.keys.planUnsynced(lab.planId), 5_000, id);
    const count = await requeueLeftBehind({ ...lab, linked: createLinkedPlans(lab) });
    expect(count).toBe(1_201);
    expect(await lab.takeOutbox()).toContain(id);
  });
});

describe('a task that gets its plan later', () => {
  beforeEach(async () => {
    await lab.redis.hdel(lab.keys.config, 'defaultPlanId');
  });

  it('is made in Planner then, with all that it held before', async () => {
    const { id } = await lab.create({
      title: 'Local first',
      description: 'Kept',
      checklist: [{ title: 'Row' }],
    });
    expect(await lab.takeOutbox()).toEqual([]);
    await lab.update(id, { priority: 1 });
    await lab.update(id, { planId: lab.planId });
    await lab.settle();
    const document = await lab.read(id);
    expect(document).toMatchObject({ rev: 3, planId: lab.planId, sync: { state: 'synced' } });
    expect(await lab.plannerContent(plannerIdOf(document))).toMatchObject({
      title: 'Local first',
      description: 'Kept',
      priority: 1,
      checklist: [{ title: 'Row', isChecked: false }],
    });
  });

  it('and is deleted before its first sync never reaches the board', async () => {
    const { id } = await lab.create({ title: 'Local first' });
    await lab.update(id, { planId: lab.planId });
    await lab.remove(id);
    await lab.settle();
    expect(await lab.board()).toEqual([]);
    expect(await lab.redis.ttl(lab.keys.tombstone(id))).toBeGreaterThan(0);
    expect(await lab.redis.zcard(lab.keys.planUnsynced(lab.planId))).toBe(0);
  });
});
