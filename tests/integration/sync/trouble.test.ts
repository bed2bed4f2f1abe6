import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTrouble } from '../../../src/sync/sync-trouble.js';
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

const refuse = (path: string, status: number, more: object = {}) =>
  graph.addFault({ match: { path }, effect: { kind: 'status', status, ...more } });

/** A task whose change Graph refuses. */
async function aTroubledTask(status: number, more: object = {}): Promise<string> {
  const { id } = await lab.create({ title: 'Waits' });
  await lab.settle();
  await refuse(plannerIdOf(await lab.read(id)), status, { message: 'Graph is busy', ...more });
  await lab.update(id, { title: 'Changed' });
  return id;
}

const stateOf = (id: string) => lab.redis.hgetall(lab.keys.state(id));

describe('a task that waits for another try', () => {
  it('says what Graph said, how often it was tried, and when the next try is', async () => {
    const id = await aTroubledTask(503);
    const other = await lab.create({ title: 'Goes through' });
    await lab.syncBatch([id, other.id], 5);
    const trouble = await readTrouble(lab, id);
    expect(trouble).toMatchObject({
      code: 'unavailable',
      status: 503,
      message: expect.stringContaining('Graph is busy'),
      attempt: 5,
      workflowId: 'test',
    });
    expect((trouble?.nextAt ?? 0) - (trouble?.at ?? 0)).toBe(32_000);
    expect(await readTrouble(lab, other.id)).toBeNull();
  });

  it('waits as long as Graph asked for', async () => {
    const id = await aTroubledTask(429, { retryAfter: 40 });
    await lab.sync([id]); // alone in its batch, which throws
    const trouble = await readTrouble(lab, id);
    expect(trouble).toMatchObject({ code: 'throttled', status: 429 });
    expect((trouble?.nextAt ?? 0) - (trouble?.at ?? 0)).toBe(40_000);
  });

  it('says that its create is looked for', async () => {
    lab.leave();
    lab = await openSyncLab(graph, { lateCreateMs: 25_000 });
    await graph.addFault({
      match: { method: 'POST', planId: lab.planId },
      effect: { kind: 'close' },
      times: 1,
    });
    const { id } = await lab.create({ title: 'Lost' });
    await lab.sync([id]);
    await lab.sync([id]);
    const trouble = await readTrouble(lab, id);
    expect(trouble).toMatchObject({ code: 'again', message: expect.stringContaining('answer') });
    expect((trouble?.nextAt ?? 0) - (trouble?.at ?? 0)).toBeGreaterThan(20_000);
  });

  it('has nothing to say any more once it is synced, or failed for good', async () => {
    const id = await aTroubledTask(503);
    await lab.sync([id]);
    await graph.clearFaults();
    await lab.sync([id]);
    expect(await readTrouble(lab, id)).toBeNull();

    const other = await aTroubledTask(503);
    await lab.sync([other]);
    await graph.clearFaults();
    await refuse(plannerIdOf(await lab.read(other)), 400);
    await lab.sync([other]);
    expect((await lab.read(other)).sync.state).toBe('failed');
    expect(await readTrouble(lab, other)).toBeNull();
  });
});

describe('what a try leaves behind', () => {
  it('is not said of a task that another worker has moved on meanwhile', async () => {
    const id = await aTroubledTask(503);
    const { v = '0' } = await stateOf(id);
    const trouble = {
      code: 'unavailable',
      status: 503,
      message: 'late',
      advice: '',
      attempt: 1,
      at: 1,
      nextAt: 2,
      workflowId: null,
    };
    await lab.deps.store.noteTroubles([{ taskId: id, version: Number(v) - 1, trouble }]);
    expect(await readTrouble(lab, id)).toBeNull();
    await lab.deps.store.noteTroubles([{ taskId: 'unknown', version: 0, trouble }]);
    expect(await lab.redis.exists(lab.keys.state('unknown'))).toBe(0);
  });

  it('costs a commit without trouble nothing', async () => {
    const { id } = await lab.create({ title: 'Fine' });
    await lab.settle();
    await lab.update(id, { title: 'Still fine' });
    const steps: unknown[] = [];
    const store = {
      ...lab.deps.store,
      commit: (step: Parameters<typeof lab.deps.store.commit>[0]) => {
        steps.push(...Object.keys(step.state ?? {}));
        return lab.deps.store.commit(step);
      },
    };
    await lab.as({ planner: lab.worker.planner, store }, [id]);
    expect(steps).not.toContain('trouble');
  });
});
