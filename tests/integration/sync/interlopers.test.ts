import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { interruptWorker } from './interrupt-worker.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab } from './sync-lab.js';

const full = { title: 'Agent', description: 'Agent', priority: 1, checklist: [{ title: 'One' }] };

const works = [
  { work: 'makes a task', begin: async (lab: SyncLab) => (await lab.create(full)).id },
  {
    work: 'changes a task',
    begin: async (lab: SyncLab) => {
      const { id } = await lab.create({ title: 'Old', description: 'Old' });
      await lab.settle();
      await lab.update(id, full);
      return id;
    },
  },
] as const;

const onBoard = async (lab: SyncLab): Promise<string | null> => (await lab.board())[0]?.id ?? null;

/** `title`: what must stand in the end where the act was possible; null: nothing. */
const acts = [
  {
    act: 'the agent writes again',
    does: async (lab: SyncLab, id: string) => {
      await lab.update(id, { title: 'Newer', description: 'Newer' });
      return true;
    },
    title: 'Newer',
  },
  {
    act: 'the agent deletes it',
    does: async (lab: SyncLab, id: string) => {
      await lab.remove(id);
      return true;
    },
    title: null,
  },
  {
    act: 'a person renames it',
    does: async (lab: SyncLab) => {
      const plannerId = await onBoard(lab);
      if (plannerId !== null) await lab.editTask(plannerId, { title: 'Person' });
      return plannerId !== null;
    },
    title: 'Person',
  },
  {
    act: 'another worker syncs it too',
    does: async (lab: SyncLab, id: string) => {
      await lab.sync([id]);
      return true;
    },
    title: 'Agent',
  },
  {
    act: 'a person deletes it',
    does: async (lab: SyncLab) => {
      const plannerId = await onBoard(lab);
      if (plannerId !== null) await lab.deleteTask(plannerId);
      return plannerId !== null;
    },
    title: null,
  },
] as const;

const cases = works.flatMap((work) => acts.map((act) => ({ ...work, ...act })));

describe.each([
  { staleEtag: 'merge', etagHistory: 1_000 },
  { staleEtag: 'conflict', etagHistory: 1, checklistEditMovesTaskEtag: true },
] as const)('while sync $staleEtag', (settings) => {
  let graph: GraphLab;

  beforeAll(async () => {
    graph = await startGraphLab(settings);
  });
  afterAll(() => graph.close());

  it.each(cases)('$work, $act', { timeout: 60_000 }, async ({ begin, does, title }) => {
    for (let actsAt = 1, isOver = false; !isOver; actsAt += 1) {
      const lab = await openSyncLab(graph, { lateCreateMs: 60_000 });
      try {
        const id = await begin(lab);
        let hasActed = false;
        const worker = interruptWorker(lab.worker, async () => {
          hasActed = await does(lab, id);
        });
        worker.life.actsAt = actsAt;
        await lab.as(worker, [id]);
        isOver = worker.life.moments < actsAt;
        await lab.settle();
        await expectEnd(lab, id, { title: hasActed ? title : 'Agent', moment: `moment ${actsAt}` });
      } finally {
        lab.leave();
      }
    }
  });
});

async function expectEnd(
  lab: SyncLab,
  id: string,
  { title, moment }: { readonly title: string | null; readonly moment: string },
): Promise<void> {
  const count = title === null ? 0 : 1;
  const board = await lab.board();
  expect(board, moment).toHaveLength(count);
  expect(await lab.all(), moment).toHaveLength(count);
  expect(await lab.redis.hlen(lab.keys.planAttempts(lab.planId)), moment).toBe(0);
  expect(await lab.redis.zcard(lab.keys.planUnsynced(lab.planId)), moment).toBe(0);
  if (title === null) return;
  const document = await lab.read(id);
  expect(document, moment).toMatchObject({ title, sync: { state: 'synced' } });
  expect(document.sync.syncedRev, moment).toBe(document.rev);
  const planner = await lab.plannerContent(board[0]?.id ?? '');
  expect(differingFields(contentOf(document), planner), moment).toEqual([]);
}
