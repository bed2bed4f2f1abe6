import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
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

const makeTasks = async (count: number): Promise<readonly TaskDocument[]> => {
  for (let at = 0; at < count; at += 1) await lab.create({ title: `Task ${at}` });
  await lab.settle();
  return lab.all();
};
const openAlerts = () => createAlerts(lab).open();
const deleteOnBoard = async (tasks: readonly TaskDocument[]): Promise<void> => {
  for (const task of tasks) await lab.deleteTask(plannerIdOf(task));
};
/** Graph says that tasks are missing which are there. */
const hide = (tasks: readonly TaskDocument[]): (() => void) => {
  const hidden = new Set(tasks.map(plannerIdOf));
  const { planner } = graph;
  const listTasks: typeof planner.listTasks = async (planId, next) => {
    const page = await graph.planner.listTasks(planId, next);
    return { ...page, tasks: page.tasks.filter((task) => !hidden.has(task.plannerId)) };
  };
  lab.lookWith({ ...planner, listTasks });
  return () => lab.lookWith(planner);
};
const confirm = async () =>
  JSON.parse(
    String(
      await lab.call(
        'tandem_plan_mode_v1',
        lab.keys.namespace,
        JSON.stringify({ operation: 'confirm', planId: lab.planId, by: 'ada' }),
      ),
    ),
  ) as unknown;

describe('the brake on deletions', () => {
  it('lets few deletions through', async () => {
    const tasks = await makeTasks(12);
    await deleteOnBoard(tasks.slice(0, 10));
    await lab.settle();
    expect(await lab.all()).toHaveLength(2);
    expect(await openAlerts()).toEqual([]);
  });

  it('lets many deletions through where they are a small part of the plan', async () => {
    const tasks = await makeTasks(60);
    await deleteOnBoard(tasks.slice(0, 12));
    await lab.settle();
    expect(await lab.all()).toHaveLength(48);
  });

  it('stops a plan of 11 tasks that was emptied, deletes nothing, and says so once', async () => {
    const tasks = await makeTasks(11);
    await deleteOnBoard(tasks);
    for (let look = 0; look < 3; look += 1) {
      await lab.sweep();
      await lab.sync(await lab.takeOutbox());
    }
    expect(await lab.all()).toHaveLength(11);
    expect(await openAlerts()).toMatchObject([
      { kind: 'plan_stopped', severity: 'error', subject: lab.planId },
    ]);
  });

  it('counts two looks in a row together', async () => {
    const tasks = await makeTasks(12);
    await deleteOnBoard(tasks.slice(0, 6));
    await lab.settle();
    expect(await lab.all()).toHaveLength(6);
    await deleteOnBoard(tasks.slice(6, 11));
    await lab.settle();
    expect(await lab.all()).toHaveLength(6);
    expect(await openAlerts()).toHaveLength(1);
  });

  it('holds when deletions are noticed one by one, without a look at the plan', async () => {
    const tasks = await makeTasks(14);
    await deleteOnBoard(tasks);
    for (const { id } of tasks) await lab.update(id, { priority: 1 });
    await lab.sync(tasks.map((task) => task.id));
    expect(await lab.all()).toHaveLength(4);
    expect(await openAlerts()).toMatchObject([{ kind: 'plan_stopped' }]);
  });

  it('holds against two workers that delete at the same time', async () => {
    const tasks = await makeTasks(24);
    await deleteOnBoard(tasks);
    for (const { id } of tasks) await lab.update(id, { priority: 1 });
    const refs = tasks.map((task) => task.id);
    await Promise.all([lab.syncBatch(refs.slice(0, 12)), lab.syncBatch(refs.slice(12))]);
    expect(await lab.all()).toHaveLength(14);
  });

  it('holds on when time passes: nothing of it is in a process or in the window', async () => {
    const tasks = await makeTasks(12);
    await deleteOnBoard(tasks.slice(0, 6));
    await lab.settle();
    await deleteOnBoard(tasks.slice(6));
    await lab.sweep();
    // Ten minutes later nothing of the first six is in the window any more.
    await lab.redis.del(lab.keys.planDeletions(lab.planId));
    await lab.sweep();
    await lab.sync(tasks.map((task) => task.id));
    expect(await lab.all()).toHaveLength(6);
    expect(await openAlerts()).toHaveLength(1);
  });

  it('syncs nothing of a stopped plan in either direction; agents go on writing', async () => {
    const tasks = await makeTasks(14);
    await deleteOnBoard(tasks.slice(0, 12));
    await lab.sweep();
    const written = await lab.create({ title: 'Written meanwhile' });
    const [left] = (await lab.board()).map((task) => task.id);
    await lab.editTask(left ?? '', { title: 'Edited meanwhile' });
    const writes = await lab.writesDuring(async () => {
      await lab.settle();
    });
    expect(writes).toBe(0);
    expect((await lab.read(written.id)).sync.state).toBe('pending');
    expect((await lab.all()).map((task) => task.title)).not.toContain('Edited meanwhile');
  });

  it('ends by itself when the tasks are seen again, and everything that waited is synced', async () => {
    const tasks = await makeTasks(14);
    const showAgain = hide(tasks.slice(0, 12));
    await lab.sweep();
    const written = await lab.create({ title: 'Written meanwhile' });
    await lab.settle();
    expect(await openAlerts()).toMatchObject([{ kind: 'plan_stopped' }]);
    expect((await lab.read(written.id)).sync.state).toBe('pending');

    showAgain();
    await lab.settle();
    expect(await openAlerts()).toEqual([]);
    expect(await lab.all()).toHaveLength(15);
    expect((await lab.read(written.id)).sync.state).toBe('synced');
  });

  it('ends when nothing is missing any more, however much was deleted before', async () => {
    const tasks = await makeTasks(12);
    const showAgain = hide(tasks);
    await lab.sweep();
    expect(await openAlerts()).toHaveLength(1);
    const stopped = JSON.stringify({
      reason: 'missing_tasks',
      since: new Date().toISOString(),
      missing: 12,
      recent: 11,
      total: 23,
    });
    await lab.redis.hset(lab.keys.stoppedPlans, lab.planId, stopped);
    showAgain();
    await lab.sweep();
    expect(await openAlerts()).toEqual([]);
    expect(await lab.redis.hexists(lab.keys.stoppedPlans, lab.planId)).toBe(0);
  });

  it('lets go on confirmation, of exactly the tasks that were missing', async () => {
    const tasks = await makeTasks(30);
    await deleteOnBoard(tasks.slice(0, 15));
    await lab.sweep();
    expect(await confirm()).toEqual({ confirmed: 15 });
    expect(await openAlerts()).toEqual([]);
    // More go missing after that: they were not confirmed.
    await deleteOnBoard(tasks.slice(15, 27));
    await lab.settle();
    expect(await lab.all()).toHaveLength(30);
    expect(await openAlerts()).toHaveLength(1);
    expect(await confirm()).toEqual({ confirmed: 12 });
    await lab.settle();
    expect(await lab.all()).toHaveLength(3);
  });

  it('still wants each confirmed task proven gone', async () => {
    const tasks = await makeTasks(12);
    hide(tasks);
    await lab.sweep();
    await confirm();
    for (let look = 0; look < 3; look += 1) {
      await lab.sweep();
      await lab.sync(await lab.takeOutbox());
    }
    expect(await lab.all()).toHaveLength(12);
  });

  it('has nothing to confirm where no plan is stopped', async () => {
    expect(await confirm()).toEqual({ refusal: 'running' });
  });

  it('never brakes what agents delete', async () => {
    const tasks = await makeTasks(30);
    for (const { id } of tasks) await lab.remove(id);
    await lab.sweep();
    await lab.settle();
    expect(await lab.board()).toEqual([]);
    expect(await openAlerts()).toEqual([]);
  });

  it('does not brake it either when a look comes between the delete and its commit', async () => {
    const tasks = await makeTasks(12);
    for (const { id } of tasks) await lab.remove(id);
    let deleted = 0;
    const gate = new EventEmitter();
    const looked = once(gate, 'looked');
    const planner: typeof graph.planner = {
      ...graph.planner,
      async deleteTask(plannerId, etag) {
        await graph.planner.deleteTask(plannerId, etag);
        deleted += 1;
        if (deleted === tasks.length) {
          await lab.sweep();
          gate.emit('looked');
        }
        await looked;
      },
    };
    await lab.as(
      { planner, store: lab.deps.store },
      tasks.map((task) => task.id),
    );
    expect(await openAlerts()).toEqual([]);
    expect(await lab.board()).toEqual([]);
  });

  it('does not take tasks for missing that were made while the plan was listed', async () => {
    await makeTasks(1);
    for (let at = 0; at < 12; at += 1) await lab.create({ title: `New ${at}` });
    const { planner } = graph;
    lab.lookWith({
      ...planner,
      async listTasks(planId, next) {
        const page = await graph.planner.listTasks(planId, next);
        lab.lookWith(planner);
        await lab.sync(await lab.takeOutbox());
        return page;
      },
    });
    await lab.sweep();
    expect(await openAlerts()).toEqual([]);
  });
});

describe('a plan that cannot be read', () => {
  const listings = () => ({ method: 'GET', path: `^/planner/plans/${lab.planId}/tasks` });
  const refuse = (match: object, status: number) =>
    graph.addFault({ match, effect: { kind: 'status', status } });

  it.each([404, 403])('deletes nothing and is one alert (%i)', async (status) => {
    const tasks = await makeTasks(3);
    await refuse(listings(), status);
    await refuse({ path: '^/planner/tasks/' }, 404);
    for (const { id } of tasks) await lab.update(id, { title: 'Changed' });
    await lab.sweep();
    const outcomes = await lab.sync(await lab.takeOutbox());
    await lab.sweep();
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done']);
    expect(await openAlerts()).toMatchObject([
      { kind: 'permission_lost', severity: 'error', subject: lab.planId },
    ]);
    expect((await lab.all()).map((task) => task.sync.state)).toEqual([
      'pending',
      'pending',
      'pending',
    ]);

    await graph.clearFaults();
    await lab.settle();
    expect(await openAlerts()).toEqual([]);
    expect((await lab.board()).map((task) => task.title)).toEqual(Array(3).fill('Changed'));
  });

  it('keeps new tasks waiting where the plan itself is gone', async () => {
    await refuse(listings(), 404);
    await refuse({ method: 'POST', path: '^/planner/tasks$' }, 404);
    const { id } = await lab.create({ title: 'New' });
    await lab.sync(await lab.takeOutbox());
    expect((await lab.read(id)).sync).toMatchObject({ state: 'pending', error: null });
    await graph.clearFaults();
    await lab.settle();
    expect((await lab.read(id)).sync.state).toBe('synced');
  });

  it('is told from one task that may not be read: that is an error of the task', async () => {
    const [task] = await makeTasks(2);
    if (task === undefined) throw new Error('There are two tasks');
    await refuse({ path: `^/planner/tasks/${plannerIdOf(task)}` }, 403);
    await lab.update(task.id, { title: 'Changed' });
    await lab.settle();
    expect((await lab.read(task.id)).sync).toMatchObject({
      state: 'failed',
      error: { code: 'forbidden' },
    });
    expect(await openAlerts()).toMatchObject([{ kind: 'task_failed', subject: task.id }]);
  });
});

describe('only a tombstone deletes in Planner', () => {
  it.each([
    ['the document', () => lab.keys.task],
    ['its bookkeeping', () => lab.keys.state],
    ['its place in Planner', () => lab.keys.idMap],
  ])('%s that vanished from Redis deletes nothing', async (_what, keyOf) => {
    const [task] = await makeTasks(1);
    if (task === undefined) throw new Error('There is a task');
    await lab.redis.del(keyOf()(task.id));
    await lab.settle();
    await lab.sync([task.id]);
    expect((await lab.board()).map(({ title }) => title)).toContain('Task 0');
  });

  it('nor does a tombstone that vanished before the delete was sent, with the event that told of it', async () => {
    const [task] = await makeTasks(1);
    if (task === undefined) throw new Error('There is a task');
    await lab.remove(task.id);
    await lab.redis.del(lab.keys.tombstone(task.id), lab.keys.stream);
    await lab.settle();
    expect(await lab.board()).toHaveLength(1);
  });
});
