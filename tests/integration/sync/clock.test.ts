import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
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

it('people’s edits are still seen and agents’ still sent after the machine’s clock was set back', async () => {
  // Everything so far was written an hour ahead of the time that it is now.
  await lab.redis.hset(lab.keys.config, 'clock', String(Date.now() + 3_600_000));
  const { id } = await lab.create({ title: 'Before' });
  await lab.settle();
  const plannerId = plannerIdOf(await lab.read(id));
  await lab.editTask(plannerId, { title: 'By a person' });
  await lab.settle();
  expect((await lab.read(id)).title).toBe('By a person');
  await lab.update(id, { priority: 1 });
  await lab.settle();
  expect(await lab.read(id)).toMatchObject({
    title: 'By a person',
    priority: 1,
    sync: { state: 'synced' },
  });
  expect(await lab.plannerContent(plannerId)).toMatchObject({ title: 'By a person', priority: 1 });
});
