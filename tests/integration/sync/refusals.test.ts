import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { duplicateForBlocking } from '../../../src/tasks/connect-redis.js';
import { SyncBlockedError } from '../../../src/sync/sync-tasks.js';
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

const refuse = (match: object, status: number, more: object = {}) =>
  graph.addFault({ match, effect: { kind: 'status', status, ...more } });

describe('a deletion needs proof', () => {
  it('a page of the listing that fails deletes nothing', async () => {
    const { id } = await lab.create({ title: 'Stays' });
    await lab.settle();
    await refuse({ method: 'GET', path: `/planner/plans/${lab.planId}/tasks` }, 503);
    const outcome = await lab.sweep();
    expect(outcome).toMatchObject({ error: { code: 'unavailable' } });
    expect(await lab.takeOutbox()).toEqual([]);
    expect(await lab.exists(id)).toBe(true);
  });

  it('a task that a listing lacks but that answers its own GET stays', async () => {
    const { id } = await lab.create({ title: 'Stays' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    const [seconds] = await lab.redis.time();
    const seen = { kind: 'missing', listedAt: (seconds ?? 0) * 1_000 + 60_000 };
    await lab.redis.set(lab.keys.seen(plannerId), JSON.stringify(seen));
    await lab.sync([id]);
    expect(await lab.exists(id)).toBe(true);
  });

  it('a 404 on a write deletes nothing as long as the plan cannot be listed', async () => {
    const { id } = await lab.create({ title: 'Stays' });
    await lab.settle();
    await refuse({ method: 'PATCH', path: '^/planner/tasks/' }, 404);
    await refuse({ method: 'GET', path: '^/planner/plans/' }, 403);
    await lab.update(id, { title: 'Changed' });
    await lab.sync([id]);
    expect(await lab.exists(id)).toBe(true);
  });

  it('a completed task is not deleted', async () => {
    const { id } = await lab.create({ title: 'Done' });
    await lab.settle();
    await lab.editTask(plannerIdOf(await lab.read(id)), { percentComplete: 100 });
    await lab.settle();
    expect((await lab.read(id)).percentComplete).toBe(100);
  });
});

describe('when Graph refuses', () => {
  it('a throttled Graph stops the batch until the time that Graph named', async () => {
    await refuse({ path: '.' }, 429, { retryAfter: 7 });
    await lab.create({ title: 'Later' });
    const refs = await lab.takeOutbox();
    const attempt = lab.syncBatch(refs);
    await expect(attempt).rejects.toBeInstanceOf(SyncBlockedError);
    await expect(attempt).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 7_000 });
    await graph.clearFaults();
    await lab.sync(refs);
    await lab.settle();
    expect(await lab.board()).toHaveLength(1);
  });

  it('one task in trouble does not keep the others from being synced', async () => {
    const first = await lab.create({ title: 'Refused' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(first.id));
    await refuse({ method: 'PATCH', path: plannerId }, 503);
    await lab.update(first.id, { title: 'Refused again' });
    const second = await lab.create({ title: 'Goes through' });
    const outcomes = await lab.sync(await lab.takeOutbox());
    expect(outcomes).toMatchObject([
      { kind: 'trouble', ref: first.id },
      { kind: 'done', ref: second.id },
    ]);
    expect((await lab.read(second.id)).sync.state).toBe('synced');
  });

  it('a missing permission stands in the document in words, and no other plan is used', async () => {
    await refuse({ method: 'POST', path: '^/planner/tasks$', planId: lab.planId }, 403);
    const alerts = duplicateForBlocking(lab.redis, pino({ level: 'silent' }));
    await alerts.subscribe(lab.keys.alertsChannel);
    const alert = new Promise<string>((resolve) =>
      alerts.once('message', (_, text) => resolve(text)),
    );
    const { id } = await lab.create({ title: 'Not allowed' });
    const outcomes = await lab.sync(await lab.takeOutbox());
    expect(outcomes).toMatchObject([{ kind: 'done' }]);
    const { sync, planId } = await lab.read(id);
    expect(planId).toBe(lab.planId);
    expect(sync).toMatchObject({ state: 'failed', error: { code: 'forbidden' } });
    expect(sync.error?.advice).toContain('Tasks.ReadWrite.All');
    expect((await lab.events()).at(-1)).toMatchObject({ action: 'failed', source: 'system' });
    expect(JSON.parse(await alert)).toMatchObject({ kind: 'task_failed', subject: id });
    alerts.disconnect();
  });

  it('a limit of Planner is named, and the task goes through when there is room', async () => {
    await graph.settings({ limits: { tasksInPlan: 1 } });
    try {
      const one = await lab.create({ title: 'Fits' });
      await lab.settle();
      const two = await lab.create({ title: 'Too many' });
      await lab.settle();
      expect((await lab.read(two.id)).sync).toMatchObject({
        state: 'failed',
        error: { code: 'MaximumTasksInProject' },
      });
      await lab.remove(one.id);
      await lab.settle();
      await lab.sync([two.id]);
      expect((await lab.read(two.id)).sync.state).toBe('synced');
    } finally {
      await graph.settings({ limits: { tasksInPlan: 9_000 } });
    }
  });
});
