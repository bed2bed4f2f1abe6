import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { TaskDocument } from '../../../src/domain/task.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { hostileGateway, without } from './hostile-gateway.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

type Tamper = Parameters<typeof hostileGateway>[1];

let graph: GraphLab;
const labs: SyncLab[] = [];

beforeAll(async () => {
  graph = await startGraphLab({ checklistEditMovesTaskEtag: true });
});
afterAll(() => graph.close());
afterEach(() => {
  for (const lab of labs.splice(0)) lab.leave();
});

async function openLab(tamper: Tamper = {}): Promise<SyncLab> {
  const planner = createPlannerClient(hostileGateway(graph.gateway, tamper));
  const lab = await openSyncLab({ ...graph, planner });
  labs.push(lab);
  return lab;
}

const gut = (map: unknown): unknown =>
  Object.fromEntries(Object.entries(map ?? {}).map(([key]) => [key, { orderHint: ' !' }]));

/** What becomes of a person's new task. */
async function imported(lab: SyncLab): Promise<TaskDocument> {
  await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'Odd' });
  await lab.settle();
  const [task] = await lab.all();
  if (task === undefined) throw new Error('nothing was imported');
  return lab.read(task.id);
}

const filled = (bucketId: string | undefined) => ({
  title: 'Task',
  bucketId,
  description: 'Words',
  percentComplete: 50,
  priority: 3,
  startDateTime: '2026-12-01T00:00:00Z',
  dueDateTime: '2026-12-02T00:00:00Z',
  assigneeIds: [graph.people[0]?.id],
  appliedCategories: ['category3'],
  checklist: [{ title: 'Row', isChecked: true }],
  references: [{ url: 'https://a.example/x', alias: 'Link', type: 'Word' }],
});

describe('what Graph leaves out is not taken for an edit', () => {
  it.each([
    'bucketId', 'title', 'percentComplete', 'priority', 'startDateTime', 'dueDateTime', 'assignments',
    'appliedCategories', 'createdDateTime', 'createdBy', 'hasDescription', 'checklistItemCount', 'referenceCount',
    'planId', 'description', 'checklist', 'references',
  ])('%s', async (property) => {
    let isHostile = false;
    const cut = (entity: Record<string, unknown>) =>
      isHostile ? without(entity, property) : entity;
    const lab = await openLab({ task: cut, details: cut });
    const { id } = await lab.create(filled(lab.buckets[1]?.id));
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    const before = contentOf(await lab.read(id));

    isHostile = true;
    await lab.editTask(plannerId, { conversationThreadId: randomUUID() });
    await lab.editDetails(plannerId, { previewType: 'noPreview' });
    await lab.settle();
    await lab.update(id, { title: 'By the agent', agentNotes: 'Notes' });
    await lab.settle();
    const document = await lab.read(id);
    expect(differingFields(before, contentOf(document))).toEqual(['title', 'description']);
    isHostile = false;
    expect(differingFields(contentOf(document), await lab.plannerContent(plannerId))).toEqual([]);
    expect(document.sync).toMatchObject({ state: 'synced', error: null });
  }); // prettier-ignore

  it('in single rows either', async () => {
    let isHostile = false;
    const lab = await openLab({
      details: (details) =>
        isHostile
          ? {
              ...details,
              checklist: gut(details['checklist']),
              references: gut(details['references']),
            }
          : details,
    });
    const { id } = await lab.create(filled(undefined));
    await lab.settle();
    const before = contentOf(await lab.read(id));
    isHostile = true;
    await lab.editDetails(plannerIdOf(await lab.read(id)), { previewType: 'noPreview' });
    await lab.settle();
    expect(differingFields(before, contentOf(await lab.read(id)))).toEqual([]);
    expect((await lab.read(id)).rev).toBe(1);
  });

  it('of a task that is new to the agents, which begins with the values of a new task', async () => {
    const lab = await openLab({
      task: ({ id, ...task }) => ({ id, '@odata.etag': task['@odata.etag'] }),
    });
    await graph.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'Bare' });
    await lab.settle();
    expect(await lab.all()).toMatchObject([{ title: '', planId: lab.planId, priority: 5 }]);
  });
});

describe('what Graph says oddly', () => {
  const guids = Array.from({ length: 20 }, () => randomUUID()).sort();
  const oddTask = {
    title: 'x'.repeat(300),
    priority: 11,
    percentComplete: 101,
    bucketId: 'bucket-nobody-lists',
    appliedCategories: { category99: true, Kategorie: true },
    assignments: Object.fromEntries(
      ['ODD', 'odd', ...guids].map((id) => [id, { orderHint: ' !' }]),
    ),
    hasDescription: true,
    somethingNew: { '@odata.type': '#microsoft.graph.unheardOf' },
  };
  const upper = 'AAAAAAAA-0000-4000-8000-000000000001';
  const oddDetails = {
    description: 'a\u0000\u0007b \u202eمرحبا\r\n👩‍👩‍👧',
    checklist: {
      '@odata.type': '#microsoft.graph.plannerChecklistItems',
      [upper]: { title: 'y'.repeat(300), isChecked: false, orderHint: 'a' },
      [upper.toLowerCase()]: { title: 'twin', isChecked: false, orderHint: 'b' },
      untitled: { isChecked: true, orderHint: 'c' },
    },
    references: {
      'https%3A//a%2eexample/%25C3%25A9': { alias: 'e', type: 'Visio', previewPriority: ' !' },
      'HTTPS%3A//A%2Eexample/x': { alias: null, type: 'Hologram', previewPriority: ' !' },
      'not a url at all': { alias: null, type: null, previewPriority: ' !' },
    },
  };
  const oddLab = (): Promise<SyncLab> =>
    openLab({
      task: (task) => ({ ...task, ...oddTask }),
      details: (details) => ({ ...details, ...oddDetails }),
    });

  it('reaches the agents as it is, and causes no write', async () => {
    const lab = await oddLab();
    let document: TaskDocument | undefined;
    const writes = await lab.writesDuring(async () => {
      document = await imported(lab);
      await lab.sync([document.id]);
      await lab.settle();
    });
    expect(writes).toBe(0);
    const { title, priority, percentComplete, bucketId } = oddTask;
    expect(document).toMatchObject({ title, priority, percentComplete, bucketId });
    expect(document).toMatchObject({
      appliedCategories: ['Kategorie', 'category99'],
      assigneeIds: ['ODD', ...guids, 'odd'].sort(),
      description: oddDetails.description,
      checklist: [
        { id: upper, title: 'y'.repeat(300) },
        { id: upper.toLowerCase(), title: 'twin' },
        { id: 'untitled', title: '', isChecked: true },
      ],
    });
    expect(document?.references).toContainEqual({
      url: 'https://a.example/%C3%A9',
      alias: 'e',
      type: 'Visio',
    });
  });

  it('may come back from an agent with its document, and is not written', async () => {
    const lab = await oddLab();
    const document = await imported(lab);
    expect(await lab.update(document.id, document)).toEqual(document);
    const replaced = { ...contentOf(document), expectedRev: document.rev };
    expect(await lab.update(document.id, replaced)).toEqual(document);
  });

  it('does not hinder the agents’ other changes, which are all that is written', async () => {
    const sent: unknown[] = [];
    const gateway = hostileGateway(graph.gateway, {
      task: (task) => ({ ...task, ...oddTask }),
      details: (details) => ({ ...details, ...oddDetails }),
    });
    const planner = createPlannerClient({
      ...gateway,
      send: (request) => {
        if (request.method === 'PATCH') sent.push(request.body);
        return gateway.send(request);
      },
    });
    const lab = await openSyncLab({ ...graph, planner });
    labs.push(lab);
    const { id } = await imported(lab);
    const twin = { id: upper, isChecked: true };
    await lab.update(id, { dueDateTime: '2026-12-24', checklist: [twin] });
    await lab.syncBatch([id]);
    const patches = JSON.stringify(sent);
    expect(patches).toContain('"dueDateTime":"2026-12-24T00:00:00Z"');
    expect(patches).not.toMatch(
      /xxx|yyy|Kategorie|Visio|Hologram|ODD|"priority"|"percentComplete"/,
    );
    expect((await lab.read(id)).checklist.map((row) => row.isChecked)).toEqual([true, false, true]);
  });

  it('holds a sign in place of half a character, and agents can go on with the task', async () => {
    const lab = await openLab({ task: (task) => ({ ...task, title: 'half \ud800' }) });
    const document = await imported(lab);
    expect(document.title).toBe('half \ufffd');
    expect(await lab.update(document.id, { priority: 1 })).toMatchObject({ priority: 1, rev: 2 });
  });

  it('in a task without an etag stops neither its plan nor deletes it', async () => {
    let broken = '';
    const lab = await openLab({
      task: (task) => (task['id'] === broken ? without(task, '@odata.etag') : task),
    });
    const { id } = await lab.create({ title: 'Broken' });
    const { id: fine } = await lab.create({ title: 'Fine' });
    await lab.settle();
    broken = plannerIdOf(await lab.read(id));
    await lab.editTask(plannerIdOf(await lab.read(fine)), { title: 'Edited' });
    expect(await lab.sweep()).toMatchObject({ error: null });
    await lab.update(id, { title: 'By the agent' });
    await lab.settle();
    expect((await lab.read(fine)).title).toBe('Edited');
    expect(await lab.exists(id)).toBe(true);
    const trace = await lab.redis.hget(lab.keys.planTraces, lab.planId);
    expect(trace).toContain("1 of the plan's tasks cannot be read");
    expect(trace).toContain('@odata.etag');
  });

  it('in an item without an id proves no deletion', async () => {
    let broken = '';
    const lab = await openLab({
      task: (task) => (task['id'] === broken ? without(task, 'id') : task),
    });
    const { id } = await lab.create({ title: 'Nameless' });
    await lab.settle();
    broken = plannerIdOf(await lab.read(id));
    await lab.sweep();
    expect(await lab.takeOutbox()).not.toContain(id);
    expect(await lab.exists(id)).toBe(true);
  });
});
