import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

describe.each([
  { staleEtag: 'merge', checklistEditMovesTaskEtag: false },
  { staleEtag: 'conflict', checklistEditMovesTaskEtag: true },
] as const)('both sides edit at once (Graph: %o)', (settings) => {
  let graph: GraphLab;
  let lab: SyncLab;

  beforeAll(async () => {
    graph = await startGraphLab(settings);
  });
  afterAll(() => graph.close());
  beforeEach(async () => {
    lab = await openSyncLab(graph);
  });
  afterEach(() => lab.leave());

  async function shared(body: object): Promise<{ id: string; plannerId: string }> {
    const { id } = await lab.create(body);
    await lab.settle();
    return { id, plannerId: plannerIdOf(await lab.read(id)) };
  }

  it('edits of different fields are both kept', async () => {
    const { id, plannerId } = await shared({ title: 'Task' });
    await lab.editTask(plannerId, { percentComplete: 50 });
    await lab.update(id, { priority: 1 });
    await lab.settle();
    expect(await lab.read(id)).toMatchObject({ percentComplete: 50, priority: 1 });
    expect(await lab.plannerContent(plannerId)).toMatchObject({ percentComplete: 50, priority: 1 });
    expect(await lab.conflicts()).toEqual([]);
  });

  it('a person’s edit of the same field is never overwritten by an agent’s older one', async () => {
    const { id, plannerId } = await shared({ title: 'Task' });
    await lab.update(id, { title: 'By the agent' });
    await lab.editTask(plannerId, { title: 'By the person' });
    await lab.settle();
    expect((await lab.read(id)).title).toBe('By the person');
    expect((await lab.plannerContent(plannerId)).title).toBe('By the person');
    expect(await lab.conflicts()).toMatchObject([
      {
        task_id: id,
        field: 'title',
        agent: '"By the agent"',
        planner: '"By the person"',
        winner: 'person',
      },
    ]);
    expect((await lab.events()).map((event) => event.action)).toContain('conflict');
  });

  it('different lines of the description and different checklist rows are merged', async () => {
    const { id, plannerId } = await shared({
      title: 'Task',
      description: 'one\ntwo\nthree',
      checklist: [{ title: 'First' }, { title: 'Second' }],
    });
    const [first, second] = (await lab.read(id)).checklist;
    await lab.update(id, {
      description: 'ONE\ntwo\nthree',
      checklist: [{ id: first?.id, title: 'First by the agent' }],
    });
    await lab.editDetails(plannerId, {
      description: 'one\ntwo\nTHREE',
      checklist: {
        [second?.id ?? '']: {
          '@odata.type': 'microsoft.graph.plannerChecklistItem',
          title: 'Second',
          isChecked: true,
        },
      },
    });
    await lab.settle();
    const document = await lab.read(id);
    expect(document.description).toBe('ONE\ntwo\nTHREE');
    expect(document.checklist).toMatchObject([
      { title: 'First by the agent', isChecked: false },
      { title: 'Second', isChecked: true },
    ]);
    expect(differingFields(contentOf(document), await lab.plannerContent(plannerId))).toEqual([]);
  });

  it('a person’s edit beats an agent’s delete that did not know of it', async () => {
    const { id, plannerId } = await shared({ title: 'Task' });
    await lab.editTask(plannerId, { title: 'Still needed' });
    await lab.remove(id);
    await lab.settle();
    expect(await lab.read(id)).toMatchObject({
      title: 'Still needed',
      rev: 3,
      sync: { state: 'synced', plannerId },
    });
    expect((await lab.board()).map((task) => task.title)).toContain('Still needed');
    expect((await lab.conflicts())[0]).toMatchObject({ rule: 'person_edit_beats_agent_delete' });
  });

  it('a person’s delete beats an agent’s edit, whose version stays in the tombstone', async () => {
    const { id, plannerId } = await shared({ title: 'Task' });
    await lab.deleteTask(plannerId);
    await lab.update(id, { title: 'Edited too late' });
    await lab.settle();
    expect(await lab.exists(id)).toBe(false);
    const tombstone = await lab.redis.get(lab.keys.tombstone(id));
    expect(JSON.parse(tombstone ?? '{}')).toMatchObject({ document: { title: 'Edited too late' } });
    expect((await lab.conflicts())[0]).toMatchObject({ rule: 'person_delete_beats_agent_edit' });
  });

  it('a mix that Planner would refuse keeps the person’s dates and says so', async () => {
    const { id, plannerId } = await shared({ title: 'Task', dueDateTime: '2026-12-20' });
    await lab.update(id, { startDateTime: '2026-12-15' });
    await lab.editTask(plannerId, { dueDateTime: '2026-12-10T00:00:00Z' });
    await lab.settle();
    const document = await lab.read(id);
    expect(document).toMatchObject({ startDateTime: null, dueDateTime: '2026-12-10T00:00:00Z' });
    expect(document.sync.error?.code).toBe('merge_not_allowed');
    expect((await lab.conflicts()).map((one) => one['rule'])).toContain('person_wins_illegal_mix');
  });
});
