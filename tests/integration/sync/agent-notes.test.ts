import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { section } from '../../unit/domain/texts.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab({ checklistEditMovesTaskEtag: true });
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = await openSyncLab(graph);
});
afterEach(() => lab.leave());

async function shared(body: object): Promise<{ id: string; plannerId: string }> {
  const { id } = await lab.create({ title: 'Task', ...body });
  await lab.settle();
  return { id, plannerId: plannerIdOf(await lab.read(id)) };
}

const texts = async (id: string, plannerId: string): Promise<readonly string[]> => [
  (await lab.read(id)).description,
  (await lab.plannerContent(plannerId)).description,
];

describe('agent notes on the board', () => {
  it('stand beside what a person writes at the same time, and nothing is a conflict', async () => {
    const { id, plannerId } = await shared({ description: 'Words' });
    await lab.update(id, { agentNotes: 'First notes' });
    await lab.editDetails(plannerId, { description: 'Words\nof a person' });
    await lab.settle();
    const both = `Words\nof a person\n\n${section('First notes')}`;
    expect(await texts(id, plannerId)).toEqual([both, both]);
    expect(await lab.conflicts()).toEqual([]);
  });

  it('stay where a person moved them', async () => {
    const { id, plannerId } = await shared({ description: 'Words', agentNotes: 'old' });
    await lab.update(id, { agentNotes: 'new' });
    await lab.editDetails(plannerId, { description: `${section('old')}\nWords` });
    await lab.settle();
    const moved = `${section('new')}\nWords`;
    expect(await texts(id, plannerId)).toEqual([moved, moved]);
  });

  it('that a person cut open are the person’s, and the next ones stand in a section of their own', async () => {
    const { id, plannerId } = await shared({ description: 'Words', agentNotes: 'old' });
    const open = `Words\n\n--- agent notes ---\nold`;
    await lab.editDetails(plannerId, { description: open });
    await lab.settle();
    await lab.update(id, { agentNotes: 'new' });
    await lab.settle();
    const both = `${open}\n\n${section('new')}`;
    expect(await texts(id, plannerId)).toEqual([both, both]);
  });

  it('are cut where they and a person’s new words are too long together', async () => {
    const limits = { ...lab.deps.limits, description: 100 };
    const own = await openSyncLab(graph, { limits });
    try {
      const { id } = await own.create({ title: 'Task', description: 'Words' });
      await own.settle();
      const plannerId = plannerIdOf(await own.read(id));
      await own.update(id, { agentNotes: 'n'.repeat(40) });
      const words = 'w'.repeat(40);
      await own.editDetails(plannerId, { description: words });
      await own.settle();
      const cut = `${words}\n\n${section(`${'n'.repeat(9)}\n…`)}`;
      expect((await own.read(id)).description).toBe(cut);
      expect((await own.plannerContent(plannerId)).description).toBe(cut);
      expect(await own.conflicts()).toMatchObject([
        { field: 'description', rule: 'person_wins_illegal_mix' },
      ]);
      expect((await own.read(id)).sync.error?.code).toBe('merge_not_allowed');
      const writes = await own.writesDuring(async () => {
        await own.sync([id]);
        await own.settle();
      });
      expect(writes).toBe(0);
    } finally {
      own.leave();
    }
  });
});
