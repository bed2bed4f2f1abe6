import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { hookPlanner } from './hooked-planner.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';
import { syncTasks } from '../../../src/sync/sync-tasks.js';

let graph: GraphLab;
let hooked: ReturnType<typeof hookPlanner>;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab();
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

const onPost = (kind: 'dropAnswer' | 'close', times = 1) =>
  graph.addFault({
    match: { method: 'POST', path: '^/planner/tasks$', planId: lab.planId },
    effect: { kind },
    times,
  });

/** The attempt of `id`, recorded a moment before that of `other`: requests may overtake each other. */
async function swapTime(id: string, other: string): Promise<string> {
  const [own, others] = await lab.redis.hmget(lab.keys.planAttempts(lab.planId), id, other);
  const { at } = JSON.parse(others ?? '{}') as { at: number };
  return JSON.stringify({ ...(JSON.parse(own ?? '{}') as object), at: at - 1 });
}

describe('creates whose answers are lost', () => {
  it('a person’s rename is not undone when the agent deletes the task before the second look', async () => {
    await onPost('dropAnswer');
    const { id } = await lab.create({ title: 'By the agent' });
    await lab.sync(await lab.takeOutbox());
    const [made] = await lab.board();
    await lab.editTask(made?.id ?? '', { title: 'Wanted by a person' });
    await lab.remove(id);
    await lab.settle();
    await lab.sync([id]);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Wanted by a person']);
    expect((await lab.read(id)).title).toBe('Wanted by a person');
    expect(await lab.redis.hlen(lab.keys.planAttempts(lab.planId))).toBe(0);
  });

  it('a create that another batch has under way is nobody’s lost one', async () => {
    await onPost('close');
    const lost = await lab.create({ title: 'Never arrived' });
    await lab.sync(await lab.takeOutbox());

    // The other batch has posted and not yet committed when the first one lists the plan.
    const gate = new EventEmitter();
    const released = once(gate, 'open');
    let other: Promise<unknown> = Promise.resolve();
    const second = await lab.create({ title: 'Under way' });
    hooked.before('listTasks', async () => {
      await new Promise<void>((posted) => {
        const planner = {
          ...graph.planner,
          createTask: async (...args: Parameters<typeof graph.planner.createTask>) => {
            const task = await graph.planner.createTask(...args);
            posted();
            await released;
            return task;
          },
        };
        const deps = { ...lab.deps, plannerOf: () => planner };
        const request = { planId: lab.planId, refs: [second.id], workflowId: null, attempt: 1 };
        other = syncTasks(deps, request);
      });
    });
    await lab.sync([lost.id]);
    gate.emit('open');
    await other;
    await lab.sync([lost.id, second.id]);
    await lab.settle();
    expect((await lab.read(lost.id)).title).toBe('Never arrived');
    expect((await lab.read(second.id)).title).toBe('Under way');
    expect((await lab.board()).map((task) => task.title).toSorted()).toEqual([
      'Never arrived',
      'Under way',
    ]);
  });

  it('two tasks of one title each get back their own values', async () => {
    await onPost('dropAnswer', 2);
    const one = await lab.create({ title: 'Same', priority: 1 });
    const two = await lab.create({ title: 'Same', priority: 9 });
    // Graph makes the later one first.
    await lab.sync([two.id]);
    await lab.sync([one.id]);
    await lab.redis.hset(lab.keys.planAttempts(lab.planId), one.id, await swapTime(one.id, two.id));
    await lab.sync([one.id, two.id]);
    await lab.settle();
    expect(await lab.read(one.id)).toMatchObject({ priority: 1, rev: 1 });
    expect(await lab.read(two.id)).toMatchObject({ priority: 9, rev: 1 });
    expect(await lab.board()).toHaveLength(2);
  });

  it('waits one look, not for ever, while it cannot be told which task is whose', async () => {
    await onPost('close');
    const { id } = await lab.create({ title: 'Never arrived' });
    await lab.sync(await lab.takeOutbox());
    for (const title of ['One of another tool', 'Two of another tool']) {
      await graph.planner.createTask(lab.planId, {
        bucketId: null,
        title,
        percentComplete: 0,
        priority: 5,
        startDateTime: null,
        dueDateTime: null,
        assigneeIds: [],
        appliedCategories: [],
      });
    }
    await lab.sync([id]);
    await lab.sync([id]);
    await lab.settle();
    expect((await lab.read(id)).sync.state).toBe('synced');
    expect(await lab.all()).toHaveLength(3);
    expect(await lab.board()).toHaveLength(3);
  });

  it('is recognised by its title where Graph names a person instead of the app', async () => {
    const asUser = { userId: 'object-id-of-the-apps-service-principal', appId: null };
    const anonymous: typeof graph.planner = {
      ...graph.planner,
      async listTasks(planId, next) {
        const page = await graph.planner.listTasks(planId, next);
        return { ...page, tasks: page.tasks.map((task) => ({ ...task, createdBy: asUser })) };
      },
    };
    const own = await openSyncLab({ ...graph, planner: anonymous });
    try {
      await graph.addFault({
        match: { method: 'POST', path: '^/planner/tasks$', planId: own.planId },
        effect: { kind: 'dropAnswer' },
        times: 1,
      });
      const { id } = await own.create({ title: 'Once only' });
      await own.sync(await own.takeOutbox());
      await own.sweep();
      await own.sync(await own.takeOutbox());
      await own.sync([id]);
      await own.settle();
      expect(await own.board()).toHaveLength(1);
      expect(await own.all()).toHaveLength(1);
      expect(plannerIdOf(await own.read(id))).toBe((await own.board())[0]?.id);
    } finally {
      own.leave();
    }
  });
});
