import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plannerRef } from '../../../src/domain/ref.js';
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
afterEach(async () => {
  await graph.clearFaults();
  lab.leave();
});

const personsTask = async (title: string): Promise<string> => {
  const task = await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title });
  return (task as { id: string }).id;
};

describe('one odd task does not stop its plan', () => {
  it('a time of creation before all computers', async () => {
    const ancient: typeof graph.planner = {
      ...graph.planner,
      async getTask(plannerId) {
        const task = await graph.planner.getTask(plannerId);
        return { ...task, createdAt: '0001-01-01T00:00:00.000Z' };
      },
    };
    const own = await openSyncLab({ ...graph, planner: ancient });
    try {
      const { id } = (await graph.asPerson('POST', '/planner/tasks', {
        planId: own.planId,
        title: 'Ancient',
      })) as { id: string };
      const { id: fine } = await own.create({ title: 'Fine' });
      await own.syncBatch([plannerRef(id), fine]);
      expect((await own.read(fine)).sync.state).toBe('synced');
      expect((await own.all()).map((task) => task.title)).toContain('Ancient');
    } finally {
      own.leave();
    }
  });

  it('bookkeeping that nobody can read', async () => {
    const odd = await lab.create({ title: 'Odd' });
    const fine = await lab.create({ title: 'Fine' });
    await lab.settle();
    await lab.redis.hset(lab.keys.state(odd.id), 'base', '{"title":"Odd"}');
    await lab.update(odd.id, { priority: 1 });
    await lab.update(fine.id, { priority: 1 });
    const outcomes = await lab.syncBatch([odd.id, fine.id]);
    expect(outcomes).toMatchObject([{ kind: 'trouble', code: 'TypeError' }, { kind: 'done' }]);
    expect((await lab.read(fine.id)).sync.state).toBe('synced');
  });

  it('details that cannot be read do not keep the others’ from being looked at', async () => {
    const broken = await lab.create({ title: 'Broken', checklist: [{ title: 'Row' }] });
    const fine = await lab.create({ title: 'Fine', checklist: [{ title: 'Row' }] });
    await lab.settle();
    const [brokenId, fineId] = await Promise.all(
      [broken, fine].map(async ({ id }) => plannerIdOf(await lab.read(id))),
    );
    const [row] = (await lab.read(fine.id)).checklist;
    await lab.editDetails(fineId ?? '', {
      checklist: {
        [row?.id ?? '']: {
          '@odata.type': 'microsoft.graph.plannerChecklistItem',
          title: 'Row',
          isChecked: true,
        },
      },
    });
    await lab.redis.zadd(lab.keys.planDetails(lab.planId), 1, brokenId ?? '', 2, fineId ?? '');
    await graph.addFault({
      match: { method: 'GET', path: `${brokenId ?? ''}/details` },
      effect: { kind: 'status', status: 403 },
    });
    expect(await lab.sweep()).toMatchObject({ error: null });
    await lab.sync(await lab.takeOutbox());
    expect((await lab.read(fine.id)).checklist).toMatchObject([{ isChecked: true }]);
  });
});

describe('a Graph that is behind itself', () => {
  it('a listing that still holds what was just deleted brings nothing back', async () => {
    const { id } = await lab.create({ title: 'Deleted' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    const task = await graph.planner.getTask(plannerId);
    await lab.remove(id);
    await lab.settle();
    const [seconds] = await lab.redis.time();
    const listedAt = (seconds ?? 0) * 1_000 + 60_000;
    const seen = { kind: 'task', task, listedAt, previousLookAt: null, firstSeenAt: listedAt };
    await lab.redis.set(lab.keys.seen(plannerId), JSON.stringify(seen));
    await lab.sync([plannerRef(plannerId)]);
    expect(await lab.exists(id)).toBe(false);
  });

  it('a 404 that Graph takes back does not bring a deleted task back to the agents', async () => {
    const { id } = await lab.create({ title: 'Deleted' });
    await lab.settle();
    const path = `^/planner/tasks/${plannerIdOf(await lab.read(id))}`;
    await graph.addFault({
      match: { method: 'GET', path },
      effect: { kind: 'status', status: 404 },
      times: 2,
    });
    await lab.remove(id);
    const refs = await lab.takeOutbox();
    expect(await lab.sync(refs)).toMatchObject([{ kind: 'again' }]);
    await lab.sync(refs);
    await lab.settle();
    expect(await lab.exists(id)).toBe(false);
    expect(await lab.board()).toEqual([]);
  });

  it('a write that is answered 404 for ever fails the task instead of being repeated for ever', async () => {
    const { id } = await lab.create({ title: 'Task' });
    await lab.settle();
    await graph.addFault({
      match: { method: 'PATCH', path: '^/planner/tasks/' },
      effect: { kind: 'status', status: 404 },
    });
    await lab.update(id, { title: 'Refused' });
    const [first] = await lab.syncBatch([id]);
    expect(first).toMatchObject({ kind: 'again' });
    const [later] = await lab.syncBatch([id], 8);
    expect(later).toMatchObject({ kind: 'done' });
    expect((await lab.read(id)).sync).toMatchObject({
      state: 'failed',
      error: { code: 'not_found' },
    });
  });
});

describe('a task that stays refused', () => {
  it('is announced as failed once, however often it is tried again', async () => {
    await graph.addFault({
      match: { method: 'POST', path: '^/planner/tasks$', planId: lab.planId },
      effect: { kind: 'status', status: 403 },
    });
    const { id } = await lab.create({ title: 'Refused' });
    for (let round = 0; round < 3; round += 1) await lab.sync([id]);
    const failed = (await lab.events()).filter((event) => event.action === 'failed');
    expect(failed).toHaveLength(1);
  });
});

it('a sight that is announced again does not cut short the wait of a task in trouble', async () => {
  const plannerId = await personsTask('Seen');
  await lab.sweep();
  const key = lab.keys.seen(plannerId);
  const seen = JSON.parse((await lab.redis.get(key)) ?? '{}') as { listedAt: number };
  await lab.redis.set(key, JSON.stringify({ ...seen, listedAt: seen.listedAt - 40_000 }));
  await lab.sweep();
  const entries = await lab.redis.xrange(lab.keys.outbox, '-', '+');
  const sources = entries.map(([, flat]) => flat[flat.indexOf('source') + 1]);
  expect(sources).toEqual(['planner', 'system']);
});
