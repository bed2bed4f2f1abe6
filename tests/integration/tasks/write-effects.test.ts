import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDocument, TaskEvent } from '../../../src/domain/task.js';
import { aTaskStore, plans, settings, type TaskStoreFixture } from './task-store-fixture.js';

const row = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('what a write leaves in Redis', () => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore();
  });
  afterAll(() => fixture.close());

  async function create(body: unknown = { title: 'x', planId: plans.plan }): Promise<TaskDocument> {
    const reply = await fixture.store.write({ operation: 'create', body }, { actor: 'ada' });
    expect(reply.status, reply.json).toBe(201);
    return JSON.parse(reply.json) as TaskDocument;
  }

  async function update(id: string, body: unknown, actor = 'bob'): Promise<TaskDocument> {
    const reply = await fixture.store.write({ operation: 'update', id, body }, { actor });
    expect(reply.status, reply.json).toBe(200);
    return JSON.parse(reply.json) as TaskDocument;
  }

  async function lastEvent(): Promise<{ cursor: string; event: TaskEvent }> {
    const [entry] = await fixture.redis.xrevrange(fixture.keys.stream, '+', '-', 'COUNT', 1);
    const [cursor, [field, json]] = entry ?? ['', []];
    expect(field).toBe('event');
    return { cursor, event: JSON.parse(json ?? '') as TaskEvent };
  }

  async function outbox(): Promise<Record<string, string>[]> {
    const entries = await fixture.redis.xrange(fixture.keys.outbox, '-', '+');
    return entries.map(([, flat]) =>
      Object.fromEntries(
        flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])),
      ),
    );
  }

  it('keeps the document as it was answered, in the order of the design', async () => {
    const task = await create();
    const kept = await fixture.redis.get(fixture.keys.task(task.id));
    expect(kept).toBe(JSON.stringify(task));
    expect(Object.keys(task)).toEqual([
      'id', 'planId', 'bucketId', 'title', 'description', 'percentComplete', 'priority', 'startDateTime',
      'dueDateTime', 'assigneeIds', 'appliedCategories', 'checklist', 'references', 'createdAt', 'createdBy',
      'updatedAt', 'updatedBy', 'rev', 'sync',
    ]); // prettier-ignore
    expect(task.id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(task.createdBy).toEqual({ kind: 'agent', id: 'ada' });
    expect(task.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.parse(task.createdAt) - Date.now())).toBeLessThan(5_000);
  });

  it('writes a document that JavaScript would write alike, whatever it holds', async () => {
    const task = await create({
      title: 'quotes " and \\ and / and \u007f'.replace('\u007f', 'é'),
      description: 'line\r\nline\ttab',
      checklist: [{ id: row, title: 'a"b', isChecked: true }],
      references: [{ url: 'https://example.com/a?b="c"', alias: 'x\\y', type: 'Excel' }],
      assigneeIds: ['2804bc07-1e1f-4938-9085-ce6d756a32d2'],
      appliedCategories: ['category1', 'category2'],
    });
    expect(await fixture.store.read(task.id)).toBe(JSON.stringify(task));
  });

  it('lists the task by age and by plan, and hands it to sync', async () => {
    const before = (await outbox()).length;
    const task = await create();
    const { redis, keys } = fixture;
    expect(await redis.zscore(keys.index, task.id)).toBe(String(Date.parse(task.createdAt)));
    expect(await redis.sismember(keys.planTasks(plans.plan), task.id)).toBe(1);
    expect(Number(await redis.zscore(keys.planUnsynced(plans.plan), task.id))).toBe(
      Date.parse(task.createdAt),
    );
    const entries = await outbox();
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toEqual({
      plan: plans.plan,
      tasks: JSON.stringify([task.id]),
      source: 'agent',
      at: String(Date.parse(task.createdAt)),
    });
  });

  it('tells the durable stream and the channel the same event, the channel with its cursor', async () => {
    const listener = fixture.redis.duplicate({ enableOfflineQueue: true });
    await listener.subscribe(fixture.keys.updatesChannel);
    const heard = new Promise<string>((resolve) => {
      listener.once('message', (_channel, message: string) => resolve(message));
    });
    const task = await create();
    const { cursor, event } = await lastEvent();
    expect(event).toEqual({
      action: 'created',
      task_id: task.id,
      task,
      source: 'agent',
      rev: 1,
      at: task.createdAt,
    });
    expect(await heard).toBe(JSON.stringify({ ...event, cursor }));
    listener.disconnect();
  });

  it('stamps a new task as a whole, and of a changed one the fields and rows that changed', async () => {
    const { redis, keys } = fixture;
    const task = await create({
      title: 'x',
      checklist: [
        { id: row, title: 'one' },
        { id: '6fa459ea-ee8a-3ca4-894e-db77e160355e', title: 'two' },
      ],
    });
    const byAda = `${Date.parse(task.createdAt)} ada`;
    const made = JSON.stringify({ at: task.createdAt, by: { kind: 'agent', id: 'ada' } });
    expect(await redis.hgetall(keys.state(task.id))).toEqual({ 'a:*': byAda, rev: '1', made });
    const changed = await update(task.id, {
      title: 'x',
      priority: 1,
      checklist: [{ id: row, isChecked: true }],
      appliedCategories: ['category7'],
      references: [{ url: 'https://example.com/a' }],
    });
    const byBob = `${Date.parse(changed.updatedAt)} bob`;
    expect(await redis.hgetall(keys.state(task.id))).toEqual({
      'a:*': byAda,
      'a:priority': byBob,
      [`a:checklist:${row}`]: byBob,
      'a:appliedCategories:category7': byBob,
      'a:references:https://example.com/a': byBob,
      rev: '2',
      made,
    });
    expect(changed.updatedBy).toEqual({ kind: 'agent', id: 'bob' });
    expect(changed.createdBy).toEqual({ kind: 'agent', id: 'ada' });
  });

  it('leaves no trace of a write that changes nothing or is refused', async () => {
    const { redis, keys, store } = fixture;
    const task = await create();
    const traces = async () => [
      await redis.xlen(keys.stream),
      await redis.xlen(keys.outbox),
      await redis.hgetall(keys.state(task.id)),
      await redis.get(keys.task(task.id)),
      await redis.zcard(keys.index),
    ];
    const before = await traces();
    await update(task.id, { title: 'x', checklist: [] });
    const write = (body: unknown) =>
      store.write({ operation: 'update', id: task.id, body }, { actor: 'bob' });
    expect((await write({ title: '' })).status).toBe(400);
    expect((await write({ title: 'y', expectedRev: 9 })).status).toBe(409);
    const unlinked = { title: 'y', planId: plans.unlinkedPlan };
    const refused = await store.write({ operation: 'create', body: unlinked }, { actor: 'bob' });
    expect(refused.status).toBe(422);
    expect(await traces()).toEqual(before);
  });

  it('keeps what sync knows when an agent writes, but not its error', async () => {
    const { redis, keys } = fixture;
    const task = await create();
    const known = {
      plannerId: 'p1',
      syncedRev: 1,
      syncedAt: '2026-11-22T10:00:00.000Z',
      webUrl: 'https://planner.example/p1',
    };
    const error = { code: 'forbidden', message: 'm', advice: 'a', at: '2026-11-22T10:00:00.000Z' };
    const failed = { ...task, sync: { ...known, state: 'failed', error } };
    await redis.set(keys.task(task.id), JSON.stringify(failed));
    const changed = await update(task.id, { title: 'y' });
    expect(changed.sync).toEqual({ ...known, state: 'pending', error: null });
  });

  describe('a deletion', () => {
    it('leaves a tombstone with the last document and tells it with one more rev', async () => {
      const { redis, keys, store } = fixture;
      const task = await create();
      const reply = await store.write({ operation: 'delete', id: task.id }, { actor: 'bob' });
      expect(JSON.parse(reply.json)).toEqual({ deleted: true, id: task.id });
      const { event } = await lastEvent();
      expect(event).toMatchObject({ action: 'deleted', task_id: task.id, rev: 2, source: 'agent' });
      const last = {
        ...task,
        rev: 2,
        updatedAt: event.at,
        updatedBy: { kind: 'agent', id: 'bob' },
      };
      expect(event.task).toEqual(last);
      expect(JSON.parse((await redis.get(keys.tombstone(task.id))) ?? '')).toEqual({
        document: last,
        plannerId: null,
        at: event.at,
        by: { kind: 'agent', id: 'bob' },
      });
      expect(await redis.exists(keys.task(task.id))).toBe(0);
      expect(await redis.zscore(keys.index, task.id)).toBeNull();
      expect(await redis.sismember(keys.planTasks(plans.plan), task.id)).toBe(0);
      expect((await outbox()).at(-1)).toMatchObject({ tasks: JSON.stringify([task.id]) });
    });

    it('keeps its tombstone for seven days when Planner cannot hold the task', async () => {
      const { redis, keys, store } = fixture;
      const task = await create();
      await store.write({ operation: 'delete', id: task.id }, { actor: 'bob' });
      expect(await redis.ttl(keys.tombstone(task.id))).toBeGreaterThan(7 * 86_400 - 60);
      expect(await redis.ttl(keys.state(task.id))).toBeGreaterThan(7 * 86_400 - 60);
    });

    it.each([
      {
        name: 'Planner holds the task',
        prepare: ({ redis, keys }: TaskStoreFixture, id: string) =>
          redis.set(keys.idMap(id), 'planner-1'),
        plannerId: 'planner-1',
      },
      {
        name: 'Planner may be about to hold it',
        prepare: ({ redis, keys }: TaskStoreFixture, id: string) =>
          redis.hset(keys.planAttempts(plans.plan), id, '{}'),
        plannerId: null,
      },
    ])('keeps its tombstone without end while $name', async ({ prepare, plannerId }) => {
      const { redis, keys, store } = fixture;
      const task = await create();
      await prepare(fixture, task.id);
      await store.write({ operation: 'delete', id: task.id }, { actor: 'bob' });
      expect(await redis.ttl(keys.tombstone(task.id))).toBe(-1);
      expect(await redis.ttl(keys.state(task.id))).toBe(-1);
      const tombstone = JSON.parse((await redis.get(keys.tombstone(task.id))) ?? '') as unknown;
      expect(tombstone).toMatchObject({ plannerId });
    });
  });
});

describe('the settings that the server wrote', () => {
  const openFixtures: TaskStoreFixture[] = [];
  const aStore = async (options: Parameters<typeof aTaskStore>[0]) => {
    const fixture = await aTaskStore(options);
    openFixtures.push(fixture);
    return fixture;
  };
  afterAll(() => openFixtures.forEach((fixture) => fixture.close()));

  it('make a task without a plan local where there is no default plan', async () => {
    const fixture = await aStore({
      settings: { ...settings, plans: { defaultPlanId: null, planIds: [], autoLink: false } },
    });
    const { redis, keys, store } = fixture;
    const task = JSON.parse((await write(fixture, { title: 'x' })).json) as TaskDocument;
    expect(task).toMatchObject({ planId: null, sync: { state: 'local' } });
    expect(await redis.exists(keys.outbox)).toBe(0);
    expect((await write(fixture, { title: 'x', planId: 'p' })).status).toBe(422);

    const stillLocal = await store.write(
      { operation: 'update', id: task.id, body: { title: 'y' } },
      { actor: 'ada' },
    );
    expect(JSON.parse(stillLocal.json)).toMatchObject({ rev: 2, sync: { state: 'local' } });
    expect(await redis.exists(keys.outbox)).toBe(0);
  });

  it('let a local task get a plan once, which hands it to sync', async () => {
    const fixture = await aStore({
      settings: { ...settings, plans: { ...settings.plans, defaultPlanId: null } },
    });
    const { redis, keys, store } = fixture;
    const task = JSON.parse((await write(fixture, { title: 'x' })).json) as TaskDocument;
    const body = { planId: plans.plan };
    const reply = await store.write({ operation: 'update', id: task.id, body }, { actor: 'ada' });
    expect(JSON.parse(reply.json)).toMatchObject({
      planId: plans.plan,
      rev: 2,
      sync: { state: 'pending' },
    });
    expect(await redis.xlen(keys.outbox)).toBe(1);
    expect(await redis.smembers(keys.planTasks(plans.plan))).toEqual([task.id]);
  });

  it('link a plan when an agent first writes into it, and leave a linked one as it is', async () => {
    const fixture = await aStore({
      settings: { ...settings, plans: { ...settings.plans, autoLink: true } },
    });
    const { redis, keys } = fixture;
    const before = await redis.hget(keys.linkedPlans, plans.plan);
    await write(fixture, { title: 'x', planId: plans.plan });
    expect(await redis.hget(keys.linkedPlans, plans.plan)).toBe(before);
    const reply = await write(fixture, { title: 'x', planId: plans.unlinkedPlan });
    expect(reply.status).toBe(201);
    const link = JSON.parse((await redis.hget(keys.linkedPlans, plans.unlinkedPlan)) ?? '') as {
      linkedAt: string;
    };
    expect(link).toMatchObject({ accountId: 'app', mode: 'on', by: 'ada' });
    expect(Date.parse(link.linkedAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('link the configured plans at boot, the default one among them', async () => {
    const { redis, keys } = await aStore({ settings });
    const linked = await redis.hgetall(keys.linkedPlans);
    expect(Object.keys(linked).toSorted()).toEqual(
      [plans.defaultPlan, plans.plan, plans.otherPlan].toSorted(),
    );
    expect(JSON.parse(linked[plans.plan] ?? '')).toMatchObject({ accountId: 'app', mode: 'on' });
  });

  it('set the limits', async () => {
    const fixture = await aStore({
      settings: {
        ...settings,
        limits: { title: 5, description: 100, checklist: 1, references: 1, assignees: 1 },
      },
    });
    const reply = await write(fixture, {
      title: 'longer',
      description: 'x'.repeat(101),
      checklist: [{ title: 'a' }, { title: 'b' }],
      references: [{ url: 'https://a.example' }, { url: 'https://b.example' }],
      assigneeIds: ['2804bc07-1e1f-4938-9085-ce6d756a32d2', 'd95e6152-f683-4d78-9ff5-67ad180fea4a'],
    });
    const { errors } = JSON.parse(reply.json) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual([
      'title',
      'description',
      'assigneeIds',
      'checklist',
      'references',
    ]);
  });

  it('are not needed: the usual limits hold without them', async () => {
    const fixture = await aStore({ settings: null });
    expect((await write(fixture, { title: 'x'.repeat(255) })).status).toBe(201);
    expect((await write(fixture, { title: 'x'.repeat(256) })).status).toBe(400);
  });
});

function write({ store }: TaskStoreFixture, body: unknown) {
  return store.write({ operation: 'create', body }, { actor: 'ada' });
}
