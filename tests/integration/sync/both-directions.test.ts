import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
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
afterEach(() => lab.leave());

describe('from agents to the board', () => {
  it('a task arrives with every field, and the document says so', async () => {
    const [one, two] = lab.people;
    const created = await lab.create({
      title: 'Draft the offer',
      description: 'First line\nSecond line',
      bucketId: lab.buckets[1]?.id,
      percentComplete: 50,
      priority: 3,
      startDateTime: '2026-12-01T10:00:00Z',
      dueDateTime: '2026-12-05T10:00:00Z',
      assigneeIds: [one?.id, two?.id],
      appliedCategories: ['category3', 'category7'],
      checklist: [{ title: 'Prices' }, { title: 'Terms', isChecked: true }],
      references: [
        { url: 'https://contoso.sharepoint.com/a/b.pptx', alias: 'Slides', type: 'PowerPoint' },
      ],
    });
    await lab.settle();
    const document = await lab.read(created.id);
    expect(document.sync).toMatchObject({ state: 'synced', syncedRev: 1, error: null });
    expect(document.rev).toBe(1);
    const planner = await lab.plannerContent(plannerIdOf(document));
    expect(differingFields(contentOf(document), planner)).toEqual([]);
    expect(planner).toMatchObject({
      title: 'Draft the offer',
      description: 'First line\nSecond line',
      priority: 3,
    });
    expect(planner.checklist.map((row) => row.title)).toEqual(['Prices', 'Terms']);
  });

  it('a change of each field arrives, and a cleared field is cleared', async () => {
    const created = await lab.create({
      title: 'Before',
      description: 'Text',
      dueDateTime: '2026-12-05',
      assigneeIds: [lab.people[0]?.id],
      appliedCategories: ['category1'],
      checklist: [{ title: 'Row' }],
      references: [{ url: 'https://example.com/' }],
    });
    await lab.settle();
    await lab.update(created.id, {
      title: 'After',
      description: null,
      dueDateTime: null,
      percentComplete: 100,
      priority: 9,
      bucketId: lab.buckets[1]?.id,
      assigneeIds: { add: [lab.people[1]?.id], remove: [lab.people[0]?.id] },
      appliedCategories: [],
      checklist: [{ id: created.checklist[0]?.id, remove: true }, { title: 'New row' }],
      references: null,
    });
    await lab.settle();
    const document = await lab.read(created.id);
    const planner = await lab.plannerContent(plannerIdOf(document));
    expect(differingFields(contentOf(document), planner)).toEqual([]);
    expect(planner).toMatchObject({
      title: 'After',
      description: '',
      dueDateTime: null,
      percentComplete: 100,
    });
    expect(planner.references).toEqual([]);
    expect(planner.checklist.map((row) => row.title)).toEqual(['New row']);
    expect(planner.assigneeIds).toEqual([lab.people[1]?.id]);
    expect(document.rev).toBe(2);
  });

  it('a deleted task goes from the board, and its tombstone begins its days', async () => {
    const created = await lab.create({ title: 'Short life', description: 'with details' });
    await lab.settle();
    await lab.remove(created.id);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).not.toContain('Short life');
    expect(await lab.redis.pttl(lab.keys.tombstone(created.id))).toBeGreaterThan(0);
    expect(await lab.exists(created.id)).toBe(false);
  });
});

describe('from the board to agents', () => {
  it('existing tasks of the plan are imported with their details', async () => {
    const task = (await lab.asPerson('POST', '/planner/tasks', {
      planId: lab.planId,
      title: 'By a person',
    })) as { id: string };
    await lab.editDetails(task.id, { description: 'Details by a person' });
    await lab.settle();
    const [document] = await lab.all();
    expect(document).toMatchObject({
      title: 'By a person',
      description: 'Details by a person',
      rev: 1,
      createdBy: { kind: 'human', id: lab.people[0]?.id },
      sync: { state: 'synced', plannerId: task.id, syncedRev: 1 },
    });
    expect(await lab.events()).toMatchObject([{ action: 'created', source: 'planner' }]);
  });

  it('a person’s edit of task and details reaches the agents with the next revision', async () => {
    const created = await lab.create({ title: 'Shared', description: 'one\ntwo' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(created.id));
    const row = randomUUID();
    await lab.editTask(plannerId, { title: 'Renamed', percentComplete: 50 });
    await lab.editDetails(plannerId, {
      description: 'one\nTWO',
      checklist: {
        [row]: { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'Person’s row' },
      },
    });
    await lab.settle();
    const document = await lab.read(created.id);
    expect(document).toMatchObject({
      title: 'Renamed',
      percentComplete: 50,
      description: 'one\nTWO',
      updatedBy: { kind: 'human' },
    });
    expect(document.checklist.map((one) => one.title)).toEqual(['Person’s row']);
    expect(document.sync).toMatchObject({ state: 'synced', syncedRev: document.rev });
    expect((await lab.events()).filter((event) => event.source === 'planner')).not.toEqual([]);
  });

  it('a task that a person deletes is deleted for the agents, with the last document in the event', async () => {
    const created = await lab.create({ title: 'Gone soon' });
    await lab.settle();
    await lab.deleteTask(plannerIdOf(await lab.read(created.id)));
    await lab.settle();
    expect(await lab.exists(created.id)).toBe(false);
    const deleted = (await lab.events()).find((event) => event.action === 'deleted');
    expect(deleted).toMatchObject({ task_id: created.id, source: 'planner', rev: 2 });
  });

  it('finds an edit that moves only the details’ etag when their turn comes', async () => {
    const created = await lab.create({ title: 'Checklist', checklist: [{ title: 'Row' }] });
    await lab.settle();
    const document = await lab.read(created.id);
    const plannerId = plannerIdOf(document);
    const id = document.checklist[0]?.id ?? '';
    await lab.editDetails(plannerId, {
      checklist: {
        [id]: { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'Renamed row' },
      },
    });
    await lab.settle();
    expect((await lab.read(created.id)).checklist[0]?.title).toBe('Row');
    await lab.redis.zadd(lab.keys.planDetails(lab.planId), 0, plannerId);
    await lab.settle();
    expect((await lab.read(created.id)).checklist[0]?.title).toBe('Renamed row');
  });
});

describe('once both sides are equal', () => {
  it('nothing is written any more, whoever wrote last', async () => {
    const created = await lab.create({
      title: 'Quiet',
      description: 'text',
      checklist: [{ title: 'Row' }],
    });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(created.id));
    await lab.editTask(plannerId, { title: 'By a person' });
    await lab.editDetails(plannerId, { description: 'text by a person' });
    await lab.settle();
    await lab.update(created.id, { priority: 1, checklist: [{ title: 'Second row' }] });
    await lab.settle();
    const before = await lab.read(created.id);
    const writes = await lab.writesDuring(async () => {
      await lab.settle();
      await lab.sync([created.id]);
      await lab.settle();
    });
    expect(writes).toBe(0);
    expect(await lab.read(created.id)).toEqual(before);
  });
});

describe('rows that other apps made', () => {
  it('can be changed and removed by agents although their ids are not GUIDs', async () => {
    const created = await lab.create({
      title: 'Task',
      checklist: [{ title: 'Stays' }, { title: 'Goes' }],
    });
    const checklist = created.checklist.map((row, at) => ({ ...row, id: `1030${at}` }));
    await lab.redis.set(lab.keys.task(created.id), JSON.stringify({ ...created, checklist }));
    const updated = await lab.update(created.id, {
      checklist: [
        { id: '10300', isChecked: true },
        { id: '10301', remove: true },
      ],
    });
    expect(updated.checklist).toEqual([{ id: '10300', title: 'Stays', isChecked: true }]);
  });
});
