import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { hookPlanner } from './hooked-planner.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

describe.each([
  { staleEtag: 'merge', checklistEditMovesTaskEtag: false },
  { staleEtag: 'conflict', checklistEditMovesTaskEtag: true },
] as const)('a person edits between two steps of one sync (Graph: %o)', (settings) => {
  let graph: GraphLab;
  let hooked: ReturnType<typeof hookPlanner>;
  let lab: SyncLab;

  beforeAll(async () => {
    graph = await startGraphLab(settings);
  });
  afterAll(() => graph.close());
  beforeEach(async () => {
    hooked = hookPlanner(graph.planner);
    lab = await openSyncLab(graph, { planner: hooked.planner });
  });
  afterEach(async () => {
    await graph.clearFaults();
    lab.leave();
  });

  it('a description written between our create and our write of the details stays', async () => {
    hooked.before('getDetails', async (plannerId) => {
      await lab.editDetails(plannerId, { description: 'By the person' });
    });
    const { id } = await lab.create({ title: 'New', description: 'By the agent' });
    await lab.settle();
    expect((await lab.read(id)).description).toBe('By the person');
    expect(await lab.conflicts()).toMatchObject([{ field: 'description', winner: 'person' }]);
  });

  it('a title that the person takes back after our write of it stays taken back', async () => {
    const { id } = await lab.create({ title: 'First', description: 'one' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    hooked.before('updateDetails', async () => {
      await lab.editTask(plannerId, { title: 'First' });
      await lab.editDetails(plannerId, { description: 'one by the person' });
    });
    await lab.update(id, { title: 'Second', description: 'one by the agent' });
    await lab.settle();
    expect((await lab.plannerContent(plannerId)).title).toBe('First');
    expect((await lab.read(id)).title).toBe('First');
  });

  it('a description newer than the agent’s stays although the sweep saw the task long before', async () => {
    const { id } = await lab.create({ title: 'Task', description: 'one' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.editTask(plannerId, { priority: 1 });
    await lab.sweep();
    const seenKey = lab.keys.seen(plannerId);
    const seen = JSON.parse((await lab.redis.get(seenKey)) ?? '{}') as { firstSeenAt: number };
    await lab.redis.set(
      seenKey,
      JSON.stringify({ ...seen, firstSeenAt: seen.firstSeenAt - 60_000 }),
    );
    await lab.update(id, { description: 'By the agent' });
    await lab.editDetails(plannerId, { description: 'By the person, later' });
    await lab.settle();
    expect((await lab.read(id)).description).toBe('By the person, later');
  });
});

describe('attempts that fail one after the other', () => {
  let graph: GraphLab;
  let lab: SyncLab;

  beforeAll(async () => {
    graph = await startGraphLab();
  });
  afterAll(() => graph.close());
  beforeEach(async () => {
    lab = await openSyncLab(graph);
  });
  afterEach(async () => {
    await graph.clearFaults();
    lab.leave();
  });

  it('our own lost write is still known as ours after a second write failed, so the agent’s newest stands', async () => {
    const { id } = await lab.create({ title: 'First' });
    await lab.settle();
    const match = { method: 'PATCH', path: '^/planner/tasks/[^/]+$', planId: lab.planId };
    await graph.addFault({ match, effect: { kind: 'dropAnswer' }, times: 1 });
    await lab.update(id, { title: 'Second' });
    await lab.sync([id]);
    await graph.addFault({ match, effect: { kind: 'status', status: 503 }, times: 1 });
    await lab.update(id, { title: 'Third' });
    await lab.sync([id]);
    await graph.clearFaults();
    await lab.settle();
    const document = await lab.read(id);
    expect(document.title).toBe('Third');
    expect((await lab.plannerContent(plannerIdOf(document))).title).toBe('Third');
    expect(await lab.conflicts()).toEqual([]);
  });
});
