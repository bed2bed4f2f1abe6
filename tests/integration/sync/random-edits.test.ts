import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

const taskCount = 12;
const editCount = 1_000;

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What must stand in a task's title in the end, kept by somebody who only watches the writers. */
class TitleModel {
  expected: string;
  private unseen: string | null = null;

  constructor(first: string) {
    this.expected = first;
  }

  personWrote(title: string): void {
    this.expected = title;
    this.unseen = title;
  }

  /** An agent that has not seen a person's title writes an older opinion: the person's must stay. */
  agentWrote(title: string, shownBefore: string): void {
    if (this.unseen !== null && shownBefore !== this.unseen) return;
    this.unseen = null;
    this.expected = title;
  }
}

describe.each([
  { staleEtag: 'merge', seed: 1 },
  { staleEtag: 'conflict', seed: 2 },
] as const)('1,000 edits on both sides at random (%o)', ({ staleEtag, seed }) => {
  let graph: GraphLab;
  let lab: SyncLab;

  beforeAll(async () => {
    graph = await startGraphLab({ staleEtag });
    lab = await openSyncLab(graph);
  });
  afterAll(async () => {
    lab.leave();
    await graph.close();
  });

  it(
    'end equal, with no person’s edit overwritten by an older one, and then nothing is written',
    { timeout: 120_000 },
    async () => {
      const random = randomFrom(seed);
      const tasks: { id: string; title: TitleModel; rows: Set<string> }[] = [];
      for (let at = 0; at < taskCount; at += 1) {
        const { id } = await lab.create({ title: `Task ${at}` });
        tasks.push({ id, title: new TitleModel(`Task ${at}`), rows: new Set<string>() });
      }
      await lab.settle();
      const plannerIds = new Map<string, string>();
      for (const { id } of tasks) plannerIds.set(id, plannerIdOf(await lab.read(id)));

      for (let edit = 0; edit < editCount; edit += 1) {
        const task = tasks[random(taskCount)];
        if (task === undefined) continue;
        const plannerId = plannerIds.get(task.id) ?? '';
        const value = `Edit ${edit}`;
        switch (random(8)) {
          case 0:
          case 1: {
            const before = (await lab.read(task.id)).title;
            await lab.update(task.id, { title: value });
            task.title.agentWrote(value, before);
            break;
          }
          case 2:
          case 3:
            await lab.editTask(plannerId, { title: value });
            task.title.personWrote(value);
            break;
          case 4:
            if (task.rows.size >= 18) break;
            await lab.update(task.id, { checklist: [{ title: value }] });
            task.rows.add(value);
            break;
          case 5:
            if (task.rows.size >= 18) break;
            await lab.editDetails(plannerId, {
              checklist: {
                [randomUUID()]: {
                  '@odata.type': 'microsoft.graph.plannerChecklistItem',
                  title: value,
                },
              },
            });
            task.rows.add(value);
            break;
          case 6:
            await lab.update(task.id, { priority: [1, 3, 5, 9][random(4)], percentComplete: 50 });
            break;
          case 7:
            await lab.editTask(plannerId, { dueDateTime: `2026-12-${10 + random(20)}T10:00:00Z` });
        }
        const what = random(12);
        if (what === 0) await lab.sweep();
        if (what <= 3) await lab.sync(await lab.takeOutbox());
      }

      await lab.settle();
      await lab.settle();
      for (const { id, title, rows } of tasks) {
        const document = await lab.read(id);
        const planner = await lab.plannerContent(plannerIds.get(id) ?? '');
        expect(differingFields(contentOf(document), planner)).toEqual([]);
        expect(document.title).toBe(title.expected);
        expect(new Set(document.checklist.map((row) => row.title))).toEqual(rows);
        expect(document.sync).toMatchObject({ state: 'synced', syncedRev: document.rev });
      }
      expect(await lab.board()).toHaveLength(taskCount);
      expect(await lab.all()).toHaveLength(taskCount);
      const writes = await lab.writesDuring(async () => {
        await lab.settle();
        await lab.sync(tasks.map((task) => task.id));
      });
      expect(writes).toBe(0);
    },
  );
});
