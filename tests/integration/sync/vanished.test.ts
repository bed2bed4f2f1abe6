import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { findVanished } from '../../../src/sync/find-vanished.js';
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
  lab.leave();
});

const full = {
  title: 'Whole',
  description: 'Words',
  priority: 1,
  checklist: [{ title: 'Row' }],
  references: [{ url: 'https://example.com/a' }],
};

/** A task that stands on both sides, and which Redis was told not to remember by its events. */
async function aSyncedTask(body: object = full): Promise<TaskDocument> {
  const { id } = await lab.create(body, 'writer');
  await lab.settle();
  await lab.update(id, { percentComplete: 50 });
  await lab.settle();
  return lab.read(id);
}

const lookThrough = () => findVanished({ ...lab, linked: createLinkedPlans(lab) });

async function heal(): Promise<void> {
  await lookThrough();
  await lab.settle();
}

/** What agents and people see of the content must be the same, and one task each. */
async function expectWhole(id: string): Promise<TaskDocument> {
  const document = await lab.read(id);
  expect(document.sync.state).toBe('synced');
  expect(await lab.board()).toHaveLength(1);
  expect(await lab.all()).toHaveLength(1);
  expect(await lab.plannerContent(plannerIdOf(document))).toMatchObject({
    title: document.title,
    description: document.description,
    percentComplete: document.percentComplete,
  });
  return document;
}

const alerts = async (): Promise<readonly string[]> =>
  (await lab.redis.lrange(lab.keys.syncLog, 0, 20))
    .map((line) => JSON.parse(line) as { operation: string; status: string })
    .filter((line) => line.operation === 'restore')
    .map((line) => line.status);

async function hearing(work: () => Promise<void>): Promise<readonly string[]> {
  const client = lab.redis.duplicate({ enableOfflineQueue: true, enableAutoPipelining: false });
  const heard: string[] = [];
  await client.subscribe(lab.keys.alertsChannel);
  client.on('message', (_, text: string) => heard.push(text));
  await work();
  await client.ping();
  client.disconnect();
  return heard;
}

const forgetEvents = () => lab.redis.del(lab.keys.stream);

describe('a document that vanished', () => {
  it('comes back as it was, with its count and its maker, and people hear of it', async () => {
    const before = await aSyncedTask();
    await lab.redis.del(lab.keys.task(before.id));
    await lab.redis.zrem(lab.keys.index, before.id);
    await lab.redis.srem(lab.keys.planTasks(lab.planId), before.id);
    await forgetEvents();
    const heard = await hearing(heal);
    const after = await expectWhole(before.id);
    const { rev, updatedAt, updatedBy, sync, ...rest } = after;
    expect(rest).toEqual(
      expect.objectContaining({
        id: before.id,
        title: 'Whole',
        checklist: before.checklist,
        references: before.references,
        createdAt: before.createdAt,
        createdBy: { kind: 'agent', id: 'writer' },
      }),
    );
    expect(rev).toBe(before.rev + 1);
    expect(updatedBy).toEqual({ kind: 'system', id: null });
    expect(heard).toHaveLength(1);
    expect(JSON.parse(heard[0] ?? '')).toMatchObject({
      kind: 'document_restored',
      subject: before.id,
      message: expect.stringContaining('Nothing is lost'),
    });
    expect(await lab.events()).toContainEqual(
      expect.objectContaining({ action: 'updated', source: 'system', task_id: before.id }),
    );
    expect(await alerts()).toEqual(['ok']);
    expect(updatedAt >= before.updatedAt && sync.syncedRev === rev).toBe(true);
  });

  it('keeps what agents had not synced yet, as long as its events are kept', async () => {
    const { id, rev } = await aSyncedTask();
    await lab.update(id, { title: 'Not synced yet' });
    await lab.redis.del(lab.keys.task(id));
    await heal();
    expect(await expectWhole(id)).toMatchObject({ title: 'Not synced yet', rev: rev + 2 });
  });

  it('says what agents have lost where nothing holds it any more, and does not count back', async () => {
    const { id, rev } = await aSyncedTask();
    await lab.update(id, { title: 'Lost', priority: 9 });
    await lab.redis.del(lab.keys.task(id));
    await forgetEvents();
    const heard = await hearing(heal);
    expect(await expectWhole(id)).toMatchObject({ title: 'Whole', priority: 1, rev: rev + 2 });
    expect(heard[0]).toMatch(
      /may be lost: (title, priority|priority, title), last at .* by tester/,
    );
  });

  it('does not take an event for it that is older than what is known of it', async () => {
    const { id } = await lab.create({ title: 'Old title' });
    await lab.settle();
    const older = await lab.redis.xlen(lab.keys.stream);
    await lab.update(id, { title: 'Agreed title' });
    await lab.settle();
    const entries = await lab.redis.xrange(lab.keys.stream, '-', '+');
    await lab.redis.xdel(lab.keys.stream, ...entries.slice(older).map(([entry]) => entry));
    await lab.redis.del(lab.keys.task(id));
    await heal();
    expect(await expectWhole(id)).toMatchObject({ title: 'Agreed title' });
  });

  it('takes a person’s newer values when it comes back', async () => {
    const { id, sync } = await aSyncedTask();
    await lab.editTask(sync.plannerId ?? '', { title: 'By a person' });
    await lab.redis.del(lab.keys.task(id));
    await lab.settle();
    expect(await expectWhole(id)).toMatchObject({ title: 'By a person' });
  });

  it('and had never reached Planner is made there from its last event', async () => {
    const { id } = await lab.create(full);
    await lab.redis.del(lab.keys.task(id));
    await heal();
    expect(await expectWhole(id)).toMatchObject({ title: 'Whole', rev: 2 });
  });

  it('and of which nothing is left is reported once', async () => {
    const { id } = await lab.create(full);
    await lab.redis.del(lab.keys.task(id));
    await forgetEvents();
    const heard = await hearing(async () => {
      await heal();
      await heal();
    });
    expect(heard).toHaveLength(1);
    expect(JSON.parse(heard[0] ?? '')).toMatchObject({ severity: 'error', subject: id });
    expect(await lab.redis.scard(lab.keys.planTasks(lab.planId))).toBe(0);
    expect(await lab.redis.ttl(lab.keys.state(id))).toBeGreaterThan(6 * 86_400);
  });

  it('with its state comes back from the board', async () => {
    const { id } = await aSyncedTask();
    await forgetEvents();
    await lab.redis.del(lab.keys.task(id), lab.keys.state(id));
    await heal();
    expect(await expectWhole(id)).toMatchObject({ title: 'Whole', description: 'Words' });
  });
});

describe('a delete whose tombstone vanished', () => {
  it('is still a delete', async () => {
    const { id } = await aSyncedTask();
    await lab.remove(id);
    await lab.redis.del(lab.keys.tombstone(id));
    await heal();
    expect(await lab.board()).toEqual([]);
    expect(await lab.all()).toEqual([]);
  });
});

describe('a sync state that vanished', () => {
  it('costs nothing where the document was synced: a person’s edit since is taken over', async () => {
    const { id, sync } = await aSyncedTask();
    await lab.redis.del(lab.keys.state(id));
    await lab.editTask(sync.plannerId ?? '', { title: 'By a person' });
    await heal();
    expect(await expectWhole(id)).toMatchObject({ title: 'By a person', description: 'Words' });
    expect(await lab.conflicts()).toEqual([]);
    expect(await alerts()).toEqual(['ok']);
  });

  it('lets the person’s values stand where agents had changed something too, and keeps the agents’ as conflicts', async () => {
    const { id, sync } = await aSyncedTask();
    await lab.editTask(sync.plannerId ?? '', { title: 'By a person' });
    await lab.update(id, { title: 'By an agent', priority: 9 });
    await lab.redis.del(lab.keys.state(id));
    const heard = await hearing(heal);
    expect(await expectWhole(id)).toMatchObject({ title: 'By a person', priority: 1 });
    const conflicts = await lab.conflicts();
    expect(conflicts.map(({ field, agent, winner, rule }) => [field, agent, winner, rule])).toEqual(
      expect.arrayContaining([
        ['title', '"By an agent"', 'person', 'person_wins_base_lost'],
        ['priority', '9', 'person', 'person_wins_base_lost'],
      ]),
    );
    expect(heard[0]).toContain('conflict log');
  });

  it('while a create was under way makes no second task', async () => {
    await graph.addFault({
      match: { method: 'POST', planId: lab.planId },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    const { id } = await lab.create({ title: 'Once' });
    await lab.sync([id]);
    await lab.redis.del(lab.keys.state(id));
    await lab.sync([id]);
    await lab.settle();
    await expectWhole(id);
  });
});

describe.each([
  ['task id to planner id', (document: TaskDocument) => lab.keys.idMap(document.id)],
  ['planner id to task id', (document: TaskDocument) => lab.keys.idMap(plannerIdOf(document))],
  ['the etag', (document: TaskDocument) => lab.keys.etag(plannerIdOf(document))],
  ['the details’ etag', (document: TaskDocument) => lab.keys.detailsEtag(plannerIdOf(document))],
  ['what the sweep saw', (document: TaskDocument) => lab.keys.seen(plannerIdOf(document))],
  ['the plan’s pairs', () => lab.keys.planPairs(lab.planId)],
  ['the plan’s tasks', () => lab.keys.planTasks(lab.planId)],
  ['the plan’s details', () => lab.keys.planDetails(lab.planId)],
  ['the list of all tasks', () => lab.keys.index],
] as const)('%s vanishes alone', (_, keyOf) => {
  it('and both sides go on with one task, changes of agent and person included', async () => {
    const document = await aSyncedTask();
    const plannerId = plannerIdOf(document);
    await lab.redis.del(keyOf(document));
    await lab.update(document.id, { title: 'By an agent' });
    await lab.editTask(plannerId, { priority: 9 });
    await lab.settle();
    await heal();
    expect(await expectWhole(document.id)).toMatchObject({
      title: 'By an agent',
      description: 'Words',
      priority: 9,
      sync: { plannerId },
    });
    expect(await lab.conflicts()).toEqual([]);
    // Nothing keeps being announced, and a deletion is noticed as ever.
    expect(await lab.writesDuring(() => lab.settle())).toBe(0);
    await lab.deleteTask(plannerId);
    await lab.settle();
    expect(await lab.exists(document.id)).toBe(false);
  });
});

describe('a task whose own place in Planner vanished', () => {
  it('and is paired with another Planner task is paired with that one alone', async () => {
    const document = await aSyncedTask();
    const earlier = plannerIdOf(document);
    const made = await graph.asPerson('POST', '/planner/tasks', {
      planId: lab.planId,
      title: 'Another',
    });
    const { id: plannerId } = made as { id: string };
    await lab.redis.set(lab.keys.idMap(plannerId), document.id);
    await lab.sync([`planner:${plannerId}`]);
    expect(await lab.redis.hgetall(lab.keys.planPairs(lab.planId))).toEqual({
      [plannerId]: document.id,
    });
    expect(await lab.redis.zrange(lab.keys.planDetails(lab.planId), '0', '-1')).toEqual([
      plannerId,
    ]);
    const of = [lab.keys.idMap(earlier), lab.keys.seen(earlier), lab.keys.etag(earlier)] as const;
    expect(await lab.redis.exists(...of)).toBe(0);
  });
});

describe('a deleted task that is seen on the board again', () => {
  it('keeps its history as long as itself', async () => {
    const document = await aSyncedTask();
    const plannerId = plannerIdOf(document);
    const { planner } = graph;
    lab.lookWith({
      ...planner,
      async listTasks(planId, next) {
        const page = await planner.listTasks(planId, next);
        return { ...page, tasks: page.tasks.filter((task) => task.plannerId !== plannerId) };
      },
    });
    await graph.addFault({
      match: { path: `^/planner/tasks/${plannerId}` },
      effect: { kind: 'status', status: 404 },
    });
    await lab.settle();
    expect(await lab.exists(document.id)).toBe(false);
    expect(await lab.redis.ttl(lab.keys.history(document.id))).toBeGreaterThan(0);

    await graph.clearFaults();
    lab.lookWith(planner);
    await lab.settle();
    expect(await lab.exists(document.id)).toBe(true);
    expect(await lab.redis.ttl(lab.keys.state(document.id))).toBe(-1);
    expect(await lab.redis.ttl(lab.keys.history(document.id))).toBe(-1);
  });
});

describe('a task that the plan’s list does not name any more', () => {
  it('is put there by the next look at the board', async () => {
    const document = await aSyncedTask();
    await lab.redis.del(lab.keys.planPairs(lab.planId));
    await lab.settle();
    const pairs = await lab.redis.hgetall(lab.keys.planPairs(lab.planId));
    expect(pairs).toEqual({ [plannerIdOf(document)]: document.id });
  });
});

describe('looking through the tasks', () => {
  it('finds a change whose mark has vanished, and nothing where all is well', async () => {
    const { id } = await aSyncedTask();
    expect(await lookThrough()).toBe(0);
    await lab.update(id, { title: 'Unmarked' });
    await lab.takeOutbox();
    await lab.redis.del(lab.keys.planUnsynced(lab.planId));
    expect(await lookThrough()).toBe(1);
    expect(await lab.takeOutbox()).toEqual([id]);
  });

  it('mends the lists at once', async () => {
    const { id, sync } = await aSyncedTask();
    const lists = [lab.keys.planPairs(lab.planId), lab.keys.planTasks(lab.planId)] as const;
    for (const list of lists) {
      await lab.redis.del(list);
      expect(await lookThrough()).toBe(0);
    }
    expect(await lab.redis.hgetall(lists[0])).toEqual({ [sync.plannerId ?? '']: id });
    expect(await lab.redis.smembers(lists[1])).toEqual([id]);
  });

  it('mends mappings of which one direction and the plan’s list are gone', async () => {
    const document = await aSyncedTask();
    const plannerId = plannerIdOf(document);
    await lab.redis.del(lab.keys.idMap(document.id), lab.keys.idMap(plannerId));
    await lab.redis.del(lab.keys.planPairs(lab.planId));
    await lookThrough();
    await lab.settle();
    await expectWhole(document.id);
    expect(await lab.redis.get(lab.keys.idMap(plannerId))).toBe(document.id);
  });
});
