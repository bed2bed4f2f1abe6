import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBoards, type Board } from '../../../src/boards/boards.js';
import { createPlansCache } from '../../../src/boards/plans-cache.js';
import { fullAccess } from '../../../src/domain/access/caller.js';
import type { BoardAccess } from '../../../src/boards/board-deps.js';
import { createReadEntity } from '../../../src/metadata/read-entity.js';
import { createMetadataCache } from '../../../src/metadata/metadata-cache.js';
import { createNameBook } from '../../../src/metadata/name-book.js';
import { createPeopleNames } from '../../../src/metadata/people-names.js';
import { appAccount } from '../../../src/graph/gateway/graph-account.js';
import type { GraphRequest } from '../../../src/graph/gateway/graph-request.js';
import { createTaskHistory } from '../../../src/review/task-history.js';
import { createLinkedPlans } from '../../../src/tasks/linked-plans.js';
import { createPlanNamesStore } from '../../../src/tasks/plan-names.js';
import { createPlanTraces } from '../../../src/tasks/plan-traces.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import { startGraphLab, type GraphLab, type LabPlan } from '../graph/graph-lab.js';
import { openSyncLab, plannerIdOf, type SyncLab } from '../sync/sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;
let other: LabPlan;
/** What happens right before the next request that it fits. */
let meanwhile: ((request: GraphRequest) => Promise<void> | undefined) | null = null;

beforeAll(async () => {
  graph = await startGraphLab();
  lab = await openSyncLab(graph);
  other = await graph.makePlan({ buckets: ['To do', 'Done'] });
});
afterAll(async () => {
  lab.leave();
  await graph.close();
});
beforeEach(() => {
  meanwhile = null;
});

function openBoard(access: BoardAccess = fullAccess, actor = 'tester'): Board {
  const { redis, keys, call } = lab;
  const metadata = createMetadataCache({
    redis,
    keys,
    readEntityOf: () => createReadEntity(graph.gateway),
    ttlMs: 60_000,
    graceMs: 60_000,
    now: Date.now,
    logger: { warn: () => undefined },
  });
  const boards = createBoards({
    store: createTaskStore({ redis, keys, call }),
    history: createTaskHistory({ redis, keys }),
    linked: createLinkedPlans({ redis, keys }),
    traces: createPlanTraces({ redis, keys }),
    planNames: createPlanNamesStore({ redis, keys, call }),
    metadata,
    names: createNameBook({ redis, keys, cache: metadata, gateway: graph.gateway }),
    people: createPeopleNames({ redis, keys, cache: metadata }),
    otherIds: async (ids) => (ids.length === 0 ? [] : redis.mget(ids.map(keys.idMap))),
    webUrl: (plan, task) => `https://board.example/${plan}/${task}`,
    limits: { description: 32_768, checklist: 20, references: 10, assignees: 20 },
    cache: createPlansCache(Date.now),
    access,
    now: Date.now,
  });
  return boards.open({
    account: appAccount,
    actor,
    graph: {
      ...graph.gateway,
      async send(request) {
        await meanwhile?.(request);
        return graph.gateway.send(request);
      },
    },
  });
}

/** Once, before the first write of a task. */
const beforeWrite = (act: () => Promise<unknown>): void => {
  meanwhile = (request) => {
    if (request.method !== 'PATCH' && request.method !== 'DELETE') return undefined;
    meanwhile = null;
    return act().then(() => undefined);
  };
};

const inPlanner = (title: string, assigneeIds: readonly string[] = []) =>
  graph.planner.createTask(other.id, {
    bucketId: other.buckets[0]?.id ?? null,
    title,
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    assigneeIds,
    appliedCategories: [],
  });

describe('a task of a synced plan', () => {
  it('is the store’s by either id, and what is written to it reaches Planner by sync', async () => {
    const { id } = await lab.create({ title: 'Synced' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    const writes = await lab.writesDuring(async () => {
      const board = openBoard();
      for (const known of [id, plannerId]) {
        const task = await board.findTask(known, { withDetails: true });
        expect(task).toMatchObject({
          id: plannerId,
          syncState: 'synced',
          place: { kind: 'store' },
        });
      }
      const task = await board.findTask(plannerId, { withDetails: true });
      const { after, written } = await board.change(task, { percentComplete: 50 });
      expect(after).toMatchObject({ syncState: 'pending', fields: { percentComplete: 50 } });
      expect(written).toMatchObject({ taskId: id });
    });
    expect(writes).toBe(0);
    expect(await graph.planner.getTask(plannerId)).toMatchObject({
      fields: { percentComplete: 0 },
    });
    await lab.settle();
    expect(await graph.planner.getTask(plannerId)).toMatchObject({
      fields: { percentComplete: 50 },
    });
  });

  it('is listed once, as the store has it', async () => {
    const { id } = await lab.create({ title: 'Once only' });
    await lab.settle();
    await lab.update(id, { title: 'Once and newer' });
    const sources = await openBoard().sources.ofPlan(lab.planId, ({ title }) =>
      title.startsWith('Once'),
    );
    const pages = await Promise.all(sources.map((source) => source.page(50, undefined)));
    expect(pages.flatMap(({ rows }) => rows.map(({ fields }) => fields.title))).toEqual([
      'Once and newer',
    ]);
  });

  it('keeps what an agent added while an order of its checklist was written', async () => {
    const { id } = await lab.create({ title: 'Rows', checklist: [{ title: 'a' }, { title: 'b' }] });
    const board = openBoard();
    const task = await board.findTask(id, { withDetails: true });
    const [a, b] = task.details?.checklist ?? [];
    await lab.update(id, { checklist: [{ title: 'c' }] });
    const { after } = await board.change(task, {
      checklist: [{ kind: 'change', id: b?.id ?? '', place: { side: 'before', id: a?.id ?? '' } }],
    });
    expect(after.details?.checklist.map(({ title }) => title)).toEqual(['b', 'a', 'c']);
  });

  it('says who completed it', async () => {
    const { id } = await lab.create({ title: 'Completed' });
    const board = openBoard();
    const task = await board.findTask(id, { withDetails: false });
    const { after } = await board.change(task, { percentComplete: 100 });
    expect(await board.completion(after)).toMatchObject({ by: { kind: 'agent', id: 'tester' } });
  });
});

describe('a task of a plan that is not synced', () => {
  it('keeps what a person wrote elsewhere in it at the same moment', async () => {
    const { plannerId } = await inPlanner('Both');
    const board = openBoard();
    const task = await board.findTask(plannerId, { withDetails: true });
    beforeWrite(() => graph.asPerson('PATCH', `/planner/tasks/${plannerId}`, { priority: 1 }));
    const { after, conflicts } = await board.change(task, { title: 'Ours' });
    expect(after.fields).toMatchObject({ title: 'Ours', priority: 1 });
    expect(conflicts).toEqual([]);
  });

  it('lets the person’s value stand where both wrote the same, and says so', async () => {
    const { plannerId } = await inPlanner('Contested');
    const board = openBoard();
    const task = await board.findTask(plannerId, { withDetails: true });
    beforeWrite(() => graph.asPerson('PATCH', `/planner/tasks/${plannerId}`, { title: 'Theirs' }));
    const { after, conflicts } = await board.change(task, { title: 'Ours', percentComplete: 50 });
    expect(after.fields).toMatchObject({ title: 'Theirs', percentComplete: 50 });
    expect(conflicts).toMatchObject([{ field: 'title', winner: 'person' }]);
  });

  it('is an error where nothing of the change stands', async () => {
    const { plannerId } = await inPlanner('Lost');
    const board = openBoard();
    const task = await board.findTask(plannerId, { withDetails: false });
    beforeWrite(() => graph.asPerson('PATCH', `/planner/tasks/${plannerId}`, { title: 'Theirs' }));
    await expect(board.change(task, { title: 'Ours' })).rejects.toMatchObject({
      code: 'graph_conflict',
    });
  });

  it.each([
    [3, 'is written'],
    [4, 'is given up'],
  ])('that is another one at %i tries %s', async (times, outcome) => {
    const { plannerId } = await inPlanner('Busy');
    const board = openBoard();
    const task = await board.findTask(plannerId, { withDetails: false });
    await graph.addFault({
      match: { method: 'PATCH', path: `/planner/tasks/${plannerId}$` },
      effect: { kind: 'status', status: 412, code: '', message: 'The etag is an old one' },
      times,
    });
    const changed = board.change(task, { title: 'Ours' });
    if (outcome === 'is written') {
      expect((await changed).after.fields.title).toBe('Ours');
    } else {
      await expect(changed).rejects.toMatchObject({ code: 'precondition_failed' });
    }
  });

  it('gets rows of a checklist beside those that a person adds', async () => {
    const { plannerId } = await inPlanner('Checklist');
    const board = openBoard();
    const task = await board.findTask(plannerId, { withDetails: true });
    const theirs = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    beforeWrite(() =>
      graph.asPerson('PATCH', `/planner/tasks/${plannerId}/details`, {
        description: 'Theirs',
        checklist: {
          [theirs]: {
            '@odata.type': '#microsoft.graph.plannerChecklistItem',
            title: 'Theirs',
            isChecked: false,
            orderHint: ' !',
          },
        },
      }),
    );
    const row = { id: '7f2504e0-4f89-41d3-9a0c-0305e82c3302', title: 'Ours', isChecked: true };
    const { after } = await board.change(task, {
      description: 'Ours',
      checklist: [{ kind: 'add', row }],
    });
    expect(after.details).toMatchObject({ description: 'Theirs' });
    expect(after.details?.checklist.map(({ title }) => title).toSorted()).toEqual([
      'Ours',
      'Theirs',
    ]);
  });

  it('is not deleted when it is another one by then', async () => {
    const { plannerId } = await inPlanner('Delete me');
    const board = openBoard();
    const task = await board.findTask(plannerId, { withDetails: false });
    beforeWrite(() => graph.asPerson('PATCH', `/planner/tasks/${plannerId}`, { title: 'Keep' }));
    await expect(board.remove(task)).rejects.toMatchObject({ code: 'graph_conflict' });
    await board.remove(await board.findTask(plannerId, { withDetails: false }));
    await expect(board.findTask(plannerId, { withDetails: false })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a board of somebody who may not do everything', () => {
  it('has nothing of other plans', async () => {
    const { plannerId } = await inPlanner('Hidden');
    const board = openBoard({ ...fullAccess, plans: new Set([lab.planId]) });
    await expect(board.findTask(plannerId, { withDetails: false })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(board.sources.ofPlan(other.id, () => true)).rejects.toMatchObject({
      code: 'plan_not_found',
    });
    await expect(board.plans.get(other.id)).rejects.toMatchObject({ code: 'plan_not_found' });
    const { plans } = await board.reachable();
    expect(plans.map(({ id }) => id)).toEqual([lab.planId]);
    await expect(board.plans.create({ groupId: 'x', title: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('has nothing of other plans among the tasks of a person', async () => {
    const personId = graph.people[0]?.id ?? '';
    const made = await inPlanner('Of another plan', [personId]);
    const idsOf = async (board: Board) => {
      const sources = await board.sources.ofPerson(personId, () => true);
      const pages = await Promise.all(sources.map((source) => source.page(200, undefined)));
      return pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    };
    expect(await idsOf(openBoard())).toContain(made.plannerId);
    const ours = openBoard({ ...fullAccess, plans: new Set([lab.planId]) });
    expect(await idsOf(ours)).not.toContain(made.plannerId);
  });

  it('changes no task that is not theirs, and no plan', async () => {
    const { plannerId } = await inPlanner('Not mine');
    const board = openBoard({ ...fullAccess, policy: 'own' });
    const task = await board.findTask(plannerId, { withDetails: false });
    await expect(board.change(task, { title: 'x' })).rejects.toMatchObject({
      code: 'write_policy',
    });
    await expect(board.plans.update(other.id, { title: 'x' })).rejects.toMatchObject({
      code: 'write_policy',
    });
  });
});
