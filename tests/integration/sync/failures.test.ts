import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requeueLeftBehind } from '../../../src/sync/requeue-left-behind.js';
import { createSyncFailures } from '../../../src/sync/sync-failures.js';
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
afterEach(async () => {
  await graph.clearFaults();
  await graph.settings({ limits: { tasksInPlan: 9_000, activeTasksInPlan: 3_000 } });
  lab.leave();
});

const failures = () => createSyncFailures(lab);
const reconcile = () => requeueLeftBehind({ ...lab, linked: createLinkedPlans(lab) });
const states = async (): Promise<readonly string[]> =>
  (await lab.all()).map((task) => task.sync.state).toSorted();

/** The failing tasks of the plan as if they had begun to fail earlier (ms). */
async function age(byMs: number): Promise<void> {
  const key = lab.keys.planFailing(lab.planId);
  const unsynced = lab.keys.planUnsynced(lab.planId);
  for (const [id, json] of Object.entries(await lab.redis.hgetall(key))) {
    const task = JSON.parse(json) as { since: number; nextAt: number };
    const older = { ...task, since: task.since - byMs, nextAt: task.nextAt - byMs };
    await lab.redis.hset(key, id, JSON.stringify(older));
    await lab.redis.zincrby(unsynced, -byMs, id);
  }
}

/** A plan that takes as many tasks as stand in it, and agents who want more. */
async function aFullPlan(more: number): Promise<{ kept: string; refused: readonly string[] }> {
  await graph.settings({ limits: { tasksInPlan: 1 } });
  const { id: kept } = await lab.create({ title: 'Fits' });
  await lab.settle();
  const refused: string[] = [];
  for (let at = 0; at < more; at += 1) {
    refused.push((await lab.create({ title: `Too many ${at}` })).id);
  }
  await lab.settle();
  return { kept, refused };
}

describe('tasks that a limit of Planner refuses', () => {
  it('name the limit with advice, and others of the plan go on', async () => {
    const { kept, refused } = await aFullPlan(2);
    await lab.update(kept, { title: 'Still synced' });
    await lab.settle();
    expect((await lab.read(kept)).sync.state).toBe('synced');
    const { failures: listed, total } = await failures().list({ limit: 50 });
    expect(total).toBe(2);
    expect(listed.map((one) => one.taskId).toSorted()).toEqual([...refused].toSorted());
    expect(listed[0]).toMatchObject({
      planId: lab.planId,
      title: expect.stringMatching(/^Too many/),
      operation: 'create',
      code: 'MaximumTasksInProject',
      advice: expect.stringContaining('delete some'),
      tries: 1,
    });
    const next = Date.parse(listed[0]?.nextTryAt ?? '');
    expect(next - Date.parse(listed[0]?.since ?? '')).toBe(300_000);
  });

  it('are not tried at every look, and one stands for all when their time comes', async () => {
    await aFullPlan(5);
    await lab.takeOutbox();
    expect(await lab.writesDuring(() => lab.settle())).toBe(0);
    await age(299_000);
    await reconcile();
    expect(await lab.takeOutbox()).toEqual([]);
    await age(2_000);
    await reconcile();
    const [probe, ...others] = await lab.takeOutbox();
    expect(others).toEqual([]);
    await lab.sync([probe ?? '']);
    await age(300_000);
    await reconcile();
    expect(await lab.takeOutbox()).toEqual([]); // the probe's next try is in ten minutes
    await age(300_000);
    await reconcile();
    expect(await lab.takeOutbox()).toEqual([probe]);
  });

  it('follow by themselves when a person makes room, as many as there is room for', async () => {
    const { kept } = await aFullPlan(3);
    await graph.settings({ limits: { tasksInPlan: 2 } });
    await lab.deleteTask(plannerIdOf(await lab.read(kept)));
    await lab.settle();
    expect(await states()).toEqual(['failed', 'synced', 'synced']);
  });

  it('all follow, in portions, once one that was tried went through', async () => {
    await aFullPlan(45);
    await graph.settings({ limits: { tasksInPlan: 9_000 } });
    await age(300_000);
    await reconcile();
    const [probe] = await lab.takeOutbox();
    await lab.sync([probe ?? '']);
    await lab.sweep();
    expect(await lab.takeOutbox()).toHaveLength(20);
    await reconcile();
    await lab.takeOutbox();
    // The portion is lost with whoever had it; the next one comes with the next that goes through.
    await failures().retry({ id: (await failures().list({ limit: 1 })).failures[0]?.taskId });
    await lab.settle();
    expect(new Set(await states())).toEqual(new Set(['synced']));
    expect((await failures().list({ limit: 50 })).total).toBe(0);
  });

  it('are tried at once when an agent changes them', async () => {
    const { refused } = await aFullPlan(1);
    await graph.settings({ limits: { tasksInPlan: 9_000 } });
    await lab.update(refused[0] ?? '', { priority: 1 });
    await lab.settle();
    expect(await states()).toEqual(['synced', 'synced']);
  });
});

describe('a task with a trouble of its own', () => {
  it('is not tried at every look because a person changed it too, but at once when that happens again', async () => {
    const { id } = await lab.create({ title: 'Refused' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await graph.addFault({
      match: { method: 'PATCH', path: '/details$', planId: lab.planId },
      effect: { kind: 'status', status: 400 },
    });
    await lab.update(id, { description: 'refused' });
    await lab.editTask(plannerId, { priority: 1 });
    await lab.sweep();
    await lab.settle();
    expect((await lab.read(id)).sync).toMatchObject({ error: { code: 'bad_request' } });
    await lab.sweep();
    await lab.sweep();
    expect(await lab.takeOutbox()).toEqual([]);
    await lab.editTask(plannerId, { priority: 9 });
    await lab.sweep();
    expect(await lab.takeOutbox()).toEqual([id]);
  });

  it('does not keep the watch of its plan at its fastest', async () => {
    await aFullPlan(2);
    expect(await lab.sweep()).toMatchObject({ isActive: false });
    await lab.create({ title: 'Waits' });
    expect(await lab.sweep()).toMatchObject({ isActive: true });
  });
});

describe('the list of failures', () => {
  it('holds deletes that Planner refuses, by the title that the task had', async () => {
    const { id } = await lab.create({ title: 'Cannot go' });
    await lab.settle();
    await graph.addFault({
      match: { method: 'DELETE', planId: lab.planId },
      effect: { kind: 'status', status: 403 },
    });
    await lab.remove(id);
    await lab.settle();
    expect((await failures().list({ limit: 50 })).failures).toMatchObject([
      { taskId: id, title: 'Cannot go', operation: 'delete', code: 'forbidden' },
    ]);
    await graph.clearFaults();
    expect(await failures().retry({ planId: lab.planId })).toBe(1);
    await lab.settle();
    expect(await lab.board()).toEqual([]);
    expect((await failures().list({ limit: 50 })).total).toBe(0);
  });

  it('holds creates of which nobody knows yet what became of them', async () => {
    await graph.addFault({
      match: { method: 'POST', planId: lab.planId },
      effect: { kind: 'close' },
      times: 1,
    });
    const { id } = await lab.create({ title: 'Where is it?' });
    await lab.sync([id]);
    expect((await failures().list({ limit: 50 })).total).toBe(0);
    const key = lab.keys.planAttempts(lab.planId);
    const attempt = JSON.parse((await lab.redis.hget(key, id)) ?? '{}') as { at: number };
    await lab.redis.hset(key, id, JSON.stringify({ ...attempt, at: attempt.at - 70_000 }));
    expect((await failures().list({ limit: 50 })).failures).toMatchObject([
      { taskId: id, title: 'Where is it?', code: 'create_undecided', tries: 1 },
    ]);
  });

  it('understands what an earlier version left', async () => {
    const { id } = await lab.create({ title: 'Old entry' });
    await lab.redis.hset(lab.keys.planFailing(lab.planId), id, 'forbidden');
    expect((await failures().list({ limit: 50 })).failures).toMatchObject([
      { taskId: id, code: 'forbidden' },
    ]);
  });

  it('refuses to try what does not fail', async () => {
    const { id } = await lab.create({ title: 'Fine' });
    await expect(failures().retry({ id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
