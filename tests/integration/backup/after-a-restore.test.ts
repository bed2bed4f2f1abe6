import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { hookPlanner } from '../sync/hooked-planner.js';
import type { SyncLab } from '../sync/sync-lab.js';
import { openSyncLab, plannerIdOf } from '../sync/sync-lab.js';
import { aBackupDesk, type BackupDesk } from './backup-desk.js';
import { emptyNamespace } from './namespaces.js';

let graph: GraphLab;
let lab: SyncLab;
let desk: BackupDesk;
let hooked: ReturnType<typeof hookPlanner>;
let file: string;
const restoredLabs: SyncLab[] = [];

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  hooked = hookPlanner(graph.planner);
  lab = await openSyncLab(graph, { planner: hooked.planner });
  desk = aBackupDesk(lab.redis);
  file = desk.file('backup.ndjson');
});
afterEach(() => {
  for (const one of restoredLabs.splice(0)) one.leave();
  desk.close();
  lab.leave();
});

const backUp = (settleMs = 0) => desk.backUp(lab.keys.namespace, file, { settleMs });

/** The backup in a namespace of its own, with sync for the same plan; the old namespace is left for dead. */
async function restored(): Promise<SyncLab> {
  const namespace = `restored-${randomUUID()}`;
  await desk.restore(namespace, file, 'kept');
  const twin = await openSyncLab(graph, {}, { plan: lab.plan, namespace });
  restoredLabs.push(twin);
  return twin;
}

/** The same in the place of the lost one. */
async function restoredInPlace(): Promise<SyncLab> {
  await emptyNamespace(lab.redis, lab.keys.namespace);
  await desk.restore(lab.keys.namespace, file);
  const twin = await openSyncLab(graph, {}, { plan: lab.plan, namespace: lab.keys.namespace });
  restoredLabs.push(twin);
  return twin;
}

/** How often Redis was asked by script: each task is read by one. */
async function scriptCalls(): Promise<number> {
  const [, calls] = /cmdstat_evalsha:calls=(\d+)/.exec(await lab.redis.info('commandstats')) ?? [];
  return Number(calls ?? 0);
}

async function expectConverged(twin: SyncLab): Promise<void> {
  const documents = await twin.all();
  const board = await twin.board();
  expect(board.map((task) => task.id).toSorted()).toEqual(documents.map(plannerIdOf).toSorted());
  for (const document of documents) {
    const planner = await twin.plannerContent(plannerIdOf(document));
    expect(differingFields(contentOf(document), planner)).toEqual([]);
  }
  expect(await twin.writesDuring(() => twin.settle())).toBe(0);
}

describe('after a restore', () => {
  it('of a moment ago, sync has nothing to do', async () => {
    const one = await lab.create({
      title: 'One',
      description: 'Kept',
      checklist: [{ title: 'Row' }],
    });
    const other = await lab.create({ title: 'Other' });
    await lab.settle();
    await lab.remove(other.id);
    await lab.settle();
    await backUp();
    const twin = await restoredInPlace();
    expect(await twin.writesDuring(() => twin.settle())).toBe(0);
    expect(await twin.all()).toEqual([await twin.read(one.id)]);
    expect(await lab.redis.ttl(twin.keys.tombstone(other.id))).toBeGreaterThan(6 * 24 * 3_600);
  });

  it('what both sides did since the backup stands: nothing is reverted, doubled or brought back', async () => {
    const [edited, touched, deleted, dropped] = [
      await lab.create({ title: 'Edited by agents since' }),
      await lab.create({ title: 'Edited by a person since' }),
      await lab.create({ title: 'Deleted by agents since' }),
      await lab.create({ title: 'Deleted by a person since' }),
    ];
    await lab.settle();
    await backUp();
    const ids = async (id: string) => plannerIdOf(await lab.read(id));
    await lab.update(edited.id, { title: 'Agents were here', checklist: [{ title: 'New row' }] });
    await lab.editTask(await ids(touched.id), { title: 'A person was here' });
    await lab.editDetails(await ids(touched.id), { description: 'In words' });
    await lab.deleteTask(await ids(dropped.id));
    await lab.remove(deleted.id);
    await lab.create({ title: 'Created by agents since' });
    await lab.settle();
    await lab.settle();

    const twin = await restoredInPlace();
    await twin.settle();
    await twin.settle();
    await expectConverged(twin);
    expect((await twin.all()).map((task) => task.title).toSorted()).toEqual([
      'A person was here',
      'Agents were here',
      'Created by agents since',
    ]);
    expect((await twin.read(edited.id)).checklist.map((row) => row.title)).toEqual(['New row']);
    expect((await twin.read(touched.id)).description).toBe('In words');
  });

  it('what had not reached Planner gets there', async () => {
    const known = await lab.create({ title: 'Known' });
    const gone = await lab.create({ title: 'To be deleted' });
    await lab.settle();
    await lab.update(known.id, { title: 'Known better' });
    await lab.remove(gone.id);
    await lab.create({ title: 'New' });
    await backUp();
    const twin = await restored();
    await twin.settle();
    await expectConverged(twin);
    expect((await twin.board()).map((task) => task.title).toSorted()).toEqual([
      'Known better',
      'New',
    ]);
  });

  it('a task that reached Planner only after the backup is not made twice, whoever went on with it', async () => {
    const { id } = await lab.create({ title: 'On its way', description: 'Words', priority: 3 });
    await lab.create({ title: 'Beside it' });
    await backUp();
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.editTask(plannerId, { percentComplete: 50, dueDateTime: '2026-12-24T10:00:00Z' });
    await lab.update(id, { checklist: [{ title: 'Row' }] });
    await lab.create({ title: 'Much later' });
    await lab.settle();

    const twin = await restored();
    await twin.settle();
    await twin.settle();
    await expectConverged(twin);
    expect(await twin.board()).toHaveLength(3);
    expect(await twin.read(id)).toMatchObject({
      percentComplete: 50,
      priority: 3,
      description: 'Words',
      checklist: [{ title: 'Row' }],
      sync: { plannerId },
    });
  });

  it('a task that never reached Planner does not take over another one that the app made since', async () => {
    const { id } = await lab.create({ title: 'Never arrived' });
    await lab.takeOutbox();
    await backUp();
    await lab.create({ title: 'Made since' });
    await lab.sync(await lab.takeOutbox());

    const twin = await restored();
    await twin.settle();
    await twin.settle();
    await expectConverged(twin);
    expect((await twin.read(id)).title).toBe('Never arrived');
    expect((await twin.all()).map((task) => task.title).toSorted()).toEqual([
      'Made since',
      'Never arrived',
    ]);
  });

  it('a create under way is waited for, so that its task is known', async () => {
    const gate = new EventEmitter();
    const released = once(gate, 'open');
    hooked.before('createTask', async () => {
      await released;
    });
    const { id } = await lab.create({ title: 'Under way' });
    const syncing = lab.sync(await lab.takeOutbox());
    await expect.poll(() => lab.redis.hexists(lab.keys.planAttempts(lab.planId), id)).toBe(1);
    const readsBefore = await scriptCalls();
    const backingUp = backUp(20_000);
    await expect.poll(scriptCalls).toBeGreaterThan(readsBefore);
    gate.emit('open');
    await Promise.all([syncing, backingUp]);
    await lab.editTask(plannerIdOf(await lab.read(id)), { title: 'Renamed by a person' });

    const twin = await restored();
    await twin.settle();
    await expectConverged(twin);
    expect((await twin.read(id)).title).toBe('Renamed by a person');
  });

  it('lists that were read at another moment, or lost, are those of the tasks', async () => {
    const { id } = await lab.create({ title: 'Task' });
    await lab.settle();
    const { keys, redis, planId } = lab;
    const plannerId = plannerIdOf(await lab.read(id));
    await redis.del(
      keys.index,
      keys.planTasks(planId),
      keys.planPairs(planId),
      keys.planDetails(planId),
    );
    await backUp();
    const { keys: into } = await restored();
    expect(await redis.zscore(into.index, id)).not.toBeNull();
    expect(await redis.sismember(into.planTasks(planId), id)).toBe(1);
    expect(await redis.hget(into.planPairs(planId), plannerId)).toBe(id);
    expect(await redis.zscore(into.planDetails(planId), plannerId)).toBe('0');
  });

  it('a change that nobody was told of any more reaches Planner all the same', async () => {
    const { id } = await lab.create({ title: 'Task' });
    const gone = await lab.create({ title: 'Gone' });
    await lab.settle();
    await lab.update(id, { title: 'Changed' });
    await lab.remove(gone.id);
    await lab.redis.del(lab.keys.planUnsynced(lab.planId), lab.keys.outbox);
    await backUp();
    const twin = await restored();
    expect(await lab.redis.zcard(twin.keys.planUnsynced(lab.planId))).toBe(2);
    await twin.sync(await twin.takeOutbox());
    expect((await twin.board()).map((task) => task.title)).toEqual(['Changed']);
  });

  it('a repeated request gets its first answer instead of making a second task', async () => {
    const call = await loadFunctions(lab.redis);
    const store = createTaskStore({ redis: lab.redis, keys: lab.keys, call });
    const request = { operation: 'create', body: { title: 'Once' } } as const;
    const caller = { actor: 'agent', idempotencyKey: 'key-1' };
    const first = JSON.parse((await store.write(request, caller)).json) as { id: string };
    const lost = { actor: 'agent', idempotencyKey: 'key-2' };
    const { id } = JSON.parse((await store.write(request, lost)).json) as { id: string };
    // As if it had come after its place was passed.
    await lab.redis.del(lab.keys.task(id), lab.keys.state(id));
    await backUp();
    const twin = await restored();
    const again = createTaskStore({ redis: lab.redis, keys: twin.keys, call });
    expect(JSON.parse((await again.write(request, caller)).json)).toMatchObject(first);
    expect(JSON.parse((await again.write(request, lost)).json)).not.toMatchObject({ id });
    expect(await twin.all()).toHaveLength(2);
  });
});
