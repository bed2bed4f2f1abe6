import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import type { TaskListQuery } from '../../../src/tasks/task-store.js';
import { aTaskStore, plans, type TaskStoreFixture } from './task-store-fixture.js';

const ada = '2804bc07-1e1f-4938-9085-ce6d756a32d2';

describe('the list of tasks', () => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore();
  });
  afterAll(() => fixture.close());

  async function create(body: Record<string, unknown>): Promise<TaskDocument> {
    const reply = await fixture.store.write({ operation: 'create', body }, { actor: 'a' });
    return JSON.parse(reply.json) as TaskDocument;
  }

  /** As an import writes them: thousands with one time of creation. */
  async function importTasks(count: number, createdMs: number, planId: string): Promise<string[]> {
    const { redis, keys } = fixture;
    const template = await create({ title: 'template' });
    const ids = Array.from(
      { length: count },
      (_, at) => `01A${createdMs}${String(at).padStart(10, '0')}`,
    );
    const pipeline = redis.pipeline();
    for (const id of ids) {
      pipeline.set(keys.task(id), JSON.stringify({ ...template, id, planId }));
      pipeline.zadd(keys.index, createdMs, id);
      pipeline.sadd(keys.planTasks(planId), id);
    }
    await pipeline.exec();
    return ids;
  }

  async function allPages(query: TaskListQuery): Promise<{ ids: string[]; pages: number[] }> {
    const ids: string[] = [];
    const pages: number[] = [];
    let cursor: string | null = null;
    do {
      const page: { tasks: TaskDocument[]; nextCursor: string | null } = await fixture.store.list({
        ...query,
        ...(cursor !== null && { cursor }),
      });
      ids.push(...page.tasks.map(({ id }) => id));
      pages.push(page.tasks.length);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return { ids, pages };
  }

  it('gives all tasks, newest first, each once, 50 a page', async () => {
    const own = await aTaskStore();
    for (let at = 0; at < 120; at += 1) {
      await own.store.write({ operation: 'create', body: { title: `${at}` } }, { actor: 'a' });
    }
    const first = await own.store.list({});
    expect(first.tasks).toHaveLength(50);
    const second = await own.store.list({ cursor: first.nextCursor ?? '' });
    const third = await own.store.list({ cursor: second.nextCursor ?? '' });
    expect(third.nextCursor).toBeNull();
    const tasks = [...first.tasks, ...second.tasks, ...third.tasks];
    expect(new Set(tasks.map(({ title }) => title)).size).toBe(120);
    const times = tasks.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    own.close();
  });

  it('gives no cursor when the last page is just full, and nothing for an empty store', async () => {
    const own = await aTaskStore();
    expect(await own.store.list({})).toEqual({ tasks: [], nextCursor: null });
    await own.store.write({ operation: 'create', body: { title: 'x' } }, { actor: 'a' });
    await own.store.write({ operation: 'create', body: { title: 'y' } }, { actor: 'a' });
    const page = await own.store.list({ limit: 2 });
    expect(page.tasks).toHaveLength(2);
    expect(page.nextCursor).toBeNull();
    own.close();
  });

  it('loses none of 3,000 tasks of one millisecond, with and without a plan', async () => {
    const ids = await importTasks(3_000, 1_700_000_000_000, 'imported');
    const ofPlan = await allPages({ planId: 'imported', limit: 200 });
    expect(ofPlan.ids.toSorted()).toEqual(ids.toSorted());
    expect(ofPlan.pages.slice(0, -1).every((size) => size === 200)).toBe(true);
    const all = await allPages({ limit: 170 });
    expect(new Set(all.ids).size).toBe(all.ids.length);
    expect(all.ids).toEqual(expect.arrayContaining(ids));
    expect(all.ids.filter((id) => ids.includes(id))).toEqual(ofPlan.ids);
  });

  it('fills filtered pages though matches are rare', async () => {
    const { redis, keys } = fixture;
    const ids = await importTasks(2_000, 1_600_000_000_000, 'rare');
    const failing = ids.filter((_, at) => at % 100 === 0);
    for (const id of failing) {
      const task = JSON.parse((await redis.get(keys.task(id))) ?? '') as TaskDocument;
      const sync = { ...task.sync, state: 'failed' };
      await redis.set(keys.task(id), JSON.stringify({ ...task, sync }));
    }
    for (const query of [{ state: 'failed' }, { state: 'failed', planId: 'rare' }] as const) {
      const { ids: found, pages } = await allPages({ ...query, limit: 7 });
      expect(found.toSorted()).toEqual(failing.toSorted());
      expect(pages).toEqual([7, 7, 6]);
    }
  });

  it('is not fooled by a title that looks like a state', async () => {
    const task = await create({ title: '"state":"conflict"', planId: plans.otherPlan });
    const { tasks } = await fixture.store.list({ planId: plans.otherPlan, state: 'conflict' });
    expect(tasks).toEqual([]);
    const pending = await fixture.store.list({ planId: plans.otherPlan, state: 'pending' });
    expect(pending.tasks).toEqual([task]);
  });

  it('finds tasks by assignee, however the id is written', async () => {
    const task = await create({ title: 'x', assigneeIds: [ada] });
    const { tasks } = await fixture.store.list({ assignee: ada.toUpperCase() });
    expect(tasks).toEqual([task]);
    expect((await fixture.store.list({ assignee: 'nobody' })).tasks).toEqual([]);
  });

  it('goes on after a task that was deleted meanwhile', async () => {
    const own = await aTaskStore();
    for (let at = 0; at < 6; at += 1) {
      await own.store.write({ operation: 'create', body: { title: `${at}` } }, { actor: 'a' });
    }
    const all = (await own.store.list({})).tasks.map(({ id }) => id);
    const first = await own.store.list({ limit: 2 });
    const lastSeen = first.tasks[1]?.id ?? '';
    await own.store.write({ operation: 'delete', id: lastSeen }, { actor: 'a' });
    const second = await own.store.list({ limit: 10, cursor: first.nextCursor ?? '' });
    expect(second.tasks.map(({ id }) => id)).toEqual(all.slice(2));
    own.close();
  });

  it.each([{ limit: 0 }, { limit: 201 }, { limit: 1.5 }, { state: 'done' as 'synced' }])(
    'refuses %j',
    async (query) => {
      await expect(fixture.store.list(query)).rejects.toMatchObject({
        code: 'invalid_input',
        status: 400,
      });
    },
  );

  it.each(['', 'x', 'MTox', Buffer.from('1:1:../../secret').toString('base64url')])(
    'refuses the cursor %j',
    async (cursor) => {
      await expect(fixture.store.list({ cursor })).rejects.toMatchObject({
        code: 'invalid_cursor',
        status: 400,
      });
    },
  );
});
