import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/domain/content.js';
import { changesBetween, placeOf } from '../../../src/domain/history/history-entry.js';
import { valueAt } from '../../../src/domain/history/value-at.js';
import type { TaskContent, TaskDocument } from '../../../src/domain/task.js';
import { createPlanControl } from '../../../src/sync/plan-control/plan-control.js';
import {
  createPreviewPlan,
  type PlanPreview,
  type PreviewPlan,
} from '../../../src/sync/preview/preview-plan.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;

const openPreview = (of: SyncLab): PreviewPlan =>
  createPreviewPlan({
    ...of,
    sync: of.deps,
    detailsRotation: { minMs: 600_000, maxMs: 86_400_000 },
  });
const preview = (planId = lab.planId): Promise<PlanPreview> =>
  openPreview(lab)({ planId, limit: 200, cursor: null });
const rowOnBoard = (title: string) => ({
  checklist: {
    [randomUUID()]: { '@odata.type': 'microsoft.graph.plannerChecklistItem', title },
  },
});

describe('a preview', () => {
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

  it('shows what agents wrote and what people did, with the values before and after', async () => {
    const { id } = await lab.create({ title: 'Offer', description: 'Old words' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.update(id, { priority: 1, checklist: [{ title: 'Prices' }] });
    await lab.editTask(plannerId, { percentComplete: 50 });
    const { tasks, counts, title, mode, total } = await preview();
    expect({ title, mode, total }).toEqual({ title: 'Lab', mode: 'on', total: 1 });
    expect(counts).toMatchObject({ toPlanner: { update: 1 }, fromPlanner: { update: 1 } });
    const [row] = (await lab.read(id)).checklist;
    expect(tasks).toEqual([
      {
        taskId: id,
        plannerId,
        title: 'Offer',
        writes: [
          {
            direction: 'to_planner',
            operation: 'update',
            fields: [
              { field: 'priority', from: 5, to: 1 },
              { field: 'checklist', key: row?.id, from: null, to: row },
            ],
          },
          {
            direction: 'from_planner',
            operation: 'update',
            fields: [{ field: 'percentComplete', from: 0, to: 50 }],
          },
        ],
        conflicts: [],
        note: null,
      },
    ]);
  });

  it('shows tasks that would be made, imported and deleted on either side', async () => {
    const doomed = await lab.create({ title: 'Deleted by an agent' });
    const gone = await lab.create({ title: 'Deleted by a person' });
    await lab.settle();
    await lab.deleteTask(plannerIdOf(await lab.read(gone.id)));
    await lab.remove(doomed.id);
    await lab.create({ title: 'New', description: 'With words' });
    await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'A person’s' });
    const { counts, tasks } = await preview();
    expect(counts).toEqual({
      toPlanner: { create: 1, update: 0, delete: 1, adopt: 0 },
      fromPlanner: { import: 1, update: 0, delete: 1 },
      conflicts: 0,
      unchanged: 0,
    });
    expect(tasks.find((task) => task.title === 'New')?.writes).toEqual([
      {
        direction: 'to_planner',
        operation: 'create',
        fields: [
          { field: 'title', from: '', to: 'New' },
          { field: 'description', from: '', to: 'With words' },
        ],
      },
    ]);
    expect(tasks.find((task) => task.title === 'A person’s')).toMatchObject({ taskId: null });
  });

  it('shows conflicts with their winner and rule', async () => {
    const { id } = await lab.create({ title: 'Before' });
    await lab.settle();
    await lab.update(id, { title: 'By an agent' });
    await lab.editTask(plannerIdOf(await lab.read(id)), { title: 'By a person' });
    const { tasks } = await preview();
    expect(tasks[0]?.conflicts).toEqual([
      {
        field: 'title',
        agentValue: 'By an agent',
        personValue: 'By a person',
        winner: 'person',
        rule: 'person_wins_tie',
      },
    ]);
  });

  it('knows of a person’s edit of the details that no look can see', async () => {
    const { id } = await lab.create({ title: 'Offer', checklist: [{ title: 'Before' }] });
    await lab.settle();
    const [row] = (await lab.read(id)).checklist;
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.update(id, { checklist: [{ id: row?.id, title: 'By an agent' }] });
    await lab.editDetails(plannerId, {
      checklist: {
        [row?.id ?? '']: {
          '@odata.type': 'microsoft.graph.plannerChecklistItem',
          title: 'By a person',
        },
      },
    });
    const etag = await lab.redis.get(lab.keys.etag(plannerId));
    // As if the edit had not moved the etag of the task.
    await lab.redis.set(lab.keys.etag(plannerId), (await graph.planner.getTask(plannerId)).etag);
    const { tasks } = await preview();
    await lab.redis.set(lab.keys.etag(plannerId), etag ?? '');
    expect(tasks[0]).toMatchObject({
      writes: [{ direction: 'from_planner', operation: 'update' }],
      conflicts: [{ field: 'checklist', key: row?.id, winner: 'person' }],
    });
  });

  it('shows that a create whose answer was lost would be adopted', async () => {
    const { id } = await lab.create({ title: 'Lost' });
    await graph.addFault({
      match: { method: 'POST', path: '^/planner/tasks$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await lab.sync(await lab.takeOutbox());
    const { counts, tasks } = await preview();
    expect(counts.toPlanner).toMatchObject({ create: 0, adopt: 1 });
    expect(tasks[0]?.taskId).toBe(id);
  });

  it('writes nothing: neither to Planner nor to Redis', async () => {
    const { id } = await lab.create({ title: 'Known', checklist: [{ title: 'Row' }] });
    const gone = await lab.create({ title: 'Gone' });
    await lab.settle();
    await lab.update(id, { title: 'Changed' });
    await lab.deleteTask(plannerIdOf(await lab.read(gone.id)));
    await lab.create({ title: 'New' });
    await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'A person’s' });
    await lab.editDetails(plannerIdOf(await lab.read(id)), { description: 'By a person' });
    await lab.redis.zadd(lab.keys.planDetails(lab.planId), 1, plannerIdOf(await lab.read(id)));
    const before = await dump();
    const writes = await lab.writesDuring(async () => {
      expect((await preview()).total).toBe(4);
    });
    expect(writes).toBe(0);
    expect(await dump()).toEqual(before);
  });

  it('works for a plan that nobody has linked', async () => {
    const { id: planId } = await graph.makePlan({ buckets: ['To do'], tasks: 3 });
    const { mode, counts, tasks } = await preview(planId);
    expect(mode).toBeNull();
    expect(counts.fromPlanner.import).toBe(3);
    expect(tasks.every((task) => task.taskId === null && task.plannerId !== null)).toBe(true);
    expect(await lab.redis.hexists(lab.keys.linkedPlans, planId)).toBe(0);
  });

  it('works for a plan in preview, and switching it on does just that', async () => {
    const { id: planId } = await graph.makePlan({ buckets: ['To do'], tasks: 2 });
    const plans = createPlanControl({ ...lab, plannerOf: () => graph.planner });
    await plans.add({ planId, mode: 'preview' }, 'ada');
    await lab.create({ title: 'Waits', planId });
    const { mode, counts } = await preview(planId);
    expect(mode).toBe('preview');
    expect(counts).toMatchObject({ toPlanner: { create: 1 }, fromPlanner: { import: 2 } });
  });

  it('works for a paused plan, what came to sync meanwhile included', async () => {
    const { id } = await lab.create({ title: 'Known' });
    await lab.settle();
    const plans = createPlanControl({ ...lab, plannerOf: () => graph.planner });
    await plans.pause(lab.planId, 'ada');
    await lab.update(id, { title: 'Written meanwhile' });
    await lab.sync(await lab.takeOutbox());
    const { mode, counts } = await preview();
    expect(mode).toBe('paused');
    expect(counts.toPlanner.update).toBe(1);
  });

  it('of a stopped plan shows the deletions that would be confirmed', async () => {
    for (let at = 0; at < 12; at += 1) await lab.create({ title: `Task ${at}` });
    await lab.settle();
    for (const task of await lab.all()) await lab.deleteTask(plannerIdOf(task));
    const early = await preview();
    expect(early).toMatchObject({ isStopped: true, counts: { fromPlanner: { delete: 12 } } });
    await lab.sweep();
    const stopped = await preview();
    expect(stopped).toMatchObject({ isStopped: true, counts: { fromPlanner: { delete: 12 } } });
  });

  it('is answered page by page', async () => {
    for (let at = 0; at < 5; at += 1) await lab.create({ title: `Task ${at}` });
    const show = openPreview(lab);
    const titles: (string | null)[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: PlanPreview = await show({ planId: lab.planId, limit: 2, cursor });
      expect(page.total).toBe(5);
      titles.push(...page.tasks.map((task) => task.title));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBe(3);
    expect(titles).toHaveLength(5);
    expect(new Set(titles)).toEqual(new Set(['Task 0', 'Task 1', 'Task 2', 'Task 3', 'Task 4']));
  });

  it.each([
    [404, 'plan_not_found'],
    [403, 'plan_forbidden'],
    [503, 'graph_unavailable'],
  ])('says so where Graph answers %i to the listing', async (status, code) => {
    await graph.addFault({
      match: { method: 'GET', path: `^/planner/plans/${lab.planId}/tasks` },
      effect: { kind: 'status', status },
    });
    await expect(preview()).rejects.toMatchObject({ code });
  });

  async function dump(): Promise<Record<string, string | null>> {
    const found = await lab.redis.keys(`${lab.keys.namespace}:*`);
    // The clock leaves a mark there whenever it is read.
    const keys = found.filter((key) => key !== lab.keys.config);
    const values = await Promise.all(keys.map((key) => lab.redis.dumpBuffer(key)));
    return Object.fromEntries(
      keys.map((key, at) => [key, values[at]?.toString('base64') ?? null] as const),
    );
  }
});

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a plan holds on both sides. */
interface Snapshot {
  readonly documents: ReadonlyMap<string, TaskDocument>;
  readonly board: ReadonlyMap<string, TaskContent>;
}

describe.each([
  { staleEtag: 'merge', seed: 11 },
  { staleEtag: 'conflict', seed: 12 },
] as const)('after edits on both sides at random (%o)', ({ staleEtag, seed }) => {
  beforeAll(async () => {
    graph = await startGraphLab({ staleEtag });
    lab = await openSyncLab(graph);
  });
  afterAll(async () => {
    lab.leave();
    await graph.close();
  });

  const snapshot = async (): Promise<Snapshot> => {
    const board = await lab.board();
    const contents = await Promise.all(
      board.map(async ({ id }) => [id, await lab.plannerContent(id)] as const),
    );
    const documents = await lab.all();
    return {
      board: new Map(contents),
      documents: new Map(documents.map((document) => [document.id, document])),
    };
  };

  /** What changed between two snapshots, in a preview's words; tasks that are new go by their title. */
  const happened = (before: Snapshot, after: Snapshot): readonly string[] => [
    ...difference('to_planner', before.board, after.board),
    ...difference('from_planner', before.documents, after.documents),
  ];
  const difference = (
    direction: string,
    before: ReadonlyMap<string, TaskContent>,
    after: ReadonlyMap<string, TaskContent>,
  ): readonly string[] => {
    const made = [...after].filter(([id]) => !before.has(id));
    const gone = [...before].filter(([id]) => !after.has(id));
    const values = [...before].flatMap(([id, was]) => {
      const is = after.get(id);
      return is === undefined
        ? []
        : changesBetween(contentOf(was), contentOf(is)).map(
            (change) =>
              `${direction} ${id} ${placeOf(change)} ${JSON.stringify(valueAt(is, change))}`,
          );
    });
    return [
      ...made.map(([, { title }]) => `${direction} makes ${title}`),
      ...gone.map(([id]) => `${direction} deletes ${id}`),
      ...values,
    ];
  };
  const foretold = ({ tasks }: PlanPreview): readonly string[] =>
    tasks.flatMap(({ taskId, plannerId, title, writes }) =>
      writes.flatMap(({ direction, operation, fields }) => {
        const id = direction === 'to_planner' ? plannerId : taskId;
        switch (operation) {
          case 'create':
          case 'import':
            return [`${direction} makes ${title ?? ''}`];
          case 'delete':
            return [`${direction} deletes ${id ?? ''}`];
          case 'adopt':
            return [];
          case 'update':
            return fields.map(
              (value) =>
                `${direction} ${id ?? ''} ${placeOf({ ...value, field: value.field as 'title' })} ${JSON.stringify(value.to)}`,
            );
        }
      }),
    );

  it('it foretells exactly what the sync then does', { timeout: 120_000 }, async () => {
    const random = randomFrom(seed);
    for (let at = 0; at < 12; at += 1) {
      await lab.create({ title: `First ${at}`, checklist: [{ title: 'Row' }] });
    }
    await lab.settle();
    let written = 0;
    let lastConflicts = (await lab.conflicts()).length;

    for (let round = 0; round < 12; round += 1) {
      for (let edit = 0; edit < 14; edit += 1) {
        const documents = await lab.all();
        const onBoard = new Set((await lab.board()).map((task) => task.id));
        const document = documents[random(documents.length)];
        const plannerId = document?.sync.plannerId ?? '';
        if (document === undefined || !onBoard.has(plannerId)) continue;
        const value = `Edit ${round}.${edit}`;
        switch (random(12)) {
          case 0:
          case 1:
            await lab.update(document.id, { title: value });
            break;
          case 2:
          case 3:
            await lab.editTask(plannerId, { title: value });
            break;
          case 4:
            await lab.update(document.id, { description: value, priority: [1, 3, 9][random(3)] });
            break;
          case 5:
            await lab.editTask(plannerId, { percentComplete: [0, 50, 100][random(3)] });
            break;
          case 6:
            if (document.checklist.length < 15) {
              await lab.update(document.id, { checklist: [{ title: value }] });
            }
            break;
          case 7:
            if (document.checklist.length < 15) {
              await lab.editDetails(plannerId, rowOnBoard(value));
            }
            break;
          case 8:
            await lab.create({ title: value, bucketId: lab.buckets[0]?.id });
            break;
          case 9:
            await graph.asPerson('POST', '/planner/tasks', {
              planId: lab.planId,
              bucketId: lab.buckets[1]?.id,
              title: value,
            });
            break;
          case 10:
            if (documents.length > 10 && random(2) === 0) await lab.remove(document.id);
            break;
          case 11:
            if (documents.length > 10 && random(2) === 0) await lab.deleteTask(plannerId);
        }
      }
      const before = await snapshot();
      const said = await preview();
      await lab.settle();
      const after = await snapshot();
      expect(foretold(said).toSorted()).toEqual(happened(before, after).toSorted());
      const conflicts = (await lab.conflicts()).length;
      expect(said.counts.conflicts).toBe(conflicts - lastConflicts);
      lastConflicts = conflicts;
      written += foretold(said).length;
    }
    expect(written).toBeGreaterThan(80);
    expect(await preview()).toMatchObject({ tasks: [] });
  });
});
