import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { PlannerClient } from '../../../src/domain/planner.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import { interruptWorker } from './interrupt-worker.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

async function die(): Promise<never> {
  return Promise.reject(new Error('The worker died'));
}

/** A Graph that answers every PATCH with 204, as it may. */
function withoutRepresentation(graph: GraphLab): PlannerClient {
  return createPlannerClient({
    ...graph.gateway,
    async send(request) {
      const answer = await graph.gateway.send(request);
      return request.method === 'PATCH' ? { ...answer, body: null } : answer;
    },
  });
}

interface Story {
  readonly name: string;
  /** What stands before; the worker is well. */
  before(lab: SyncLab): Promise<string>;
  /** What is to be synced when the worker dies. */
  happens(lab: SyncLab, id: string): Promise<void>;
  /** What must stand in the end: the rev, and title and description; null: gone on both sides. */
  readonly ends: {
    readonly rev: number;
    readonly title: string;
    readonly description: string;
  } | null;
}

const checklist = [{ title: 'One' }, { title: 'Two' }];
const full = { title: 'Agent', description: 'Agent', priority: 1, checklist };

const stories: readonly Story[] = [
  {
    name: 'an agent makes a task',
    before: async (lab) => (await lab.create(full)).id,
    happens: async () => undefined,
    ends: { rev: 1, title: 'Agent', description: 'Agent' },
  },
  {
    name: 'an agent changes a task',
    before: async (lab) => {
      const { id } = await lab.create({ title: 'Old', description: 'Old', priority: 9 });
      await lab.settle();
      return id;
    },
    happens: async (lab, id) => {
      await lab.update(id, { ...full, checklist: [{ id: randomUUID(), title: 'One' }] });
    },
    ends: { rev: 2, title: 'Agent', description: 'Agent' },
  },
  {
    name: 'agent and person change different fields',
    before: async (lab) => {
      const { id } = await lab.create({ title: 'Old', description: 'Old' });
      await lab.settle();
      return id;
    },
    happens: async (lab, id) => {
      await lab.update(id, { description: 'Agent' });
      await lab.editTask(plannerIdOf(await lab.read(id)), { title: 'Person' });
    },
    ends: { rev: 3, title: 'Person', description: 'Agent' },
  },
  {
    name: 'an agent deletes a task',
    before: async (lab) => {
      const { id } = await lab.create(full);
      await lab.settle();
      return id;
    },
    happens: async (lab, id) => {
      await lab.remove(id);
    },
    ends: null,
  },
  {
    name: 'a person deletes a task',
    before: async (lab) => {
      const { id } = await lab.create(full);
      await lab.settle();
      return id;
    },
    happens: async (lab, id) => {
      await lab.deleteTask(plannerIdOf(await lab.read(id)));
      await lab.sweep();
    },
    ends: null,
  },
];

describe.each([
  { graphIs: 'lenient', settings: {}, answersPatch: true },
  {
    graphIs: 'strict',
    settings: { staleEtag: 'conflict', etagHistory: 1, checklistEditMovesTaskEtag: true },
    answersPatch: false,
  },
] as const)('a worker dies at any moment (Graph is $graphIs)', ({ settings, answersPatch }) => {
  let graph: GraphLab;

  beforeAll(async () => {
    graph = await startGraphLab(settings);
  });
  afterAll(() => graph.close());

  it.each(stories)('while $name', { timeout: 60_000 }, async ({ before, happens, ends }) => {
    const planner = answersPatch ? graph.planner : withoutRepresentation(graph);
    for (let diesAt = 1, isSpared = false; !isSpared; diesAt += 1) {
      const lab = await openSyncLab({ ...graph, planner });
      try {
        const worker = interruptWorker(lab.worker, die);
        const id = await before(lab);
        await happens(lab, id);
        worker.life.actsAt = diesAt;
        const refs = await lab.takeOutbox();
        await lab.as(worker, refs.length === 0 ? [id] : refs);
        isSpared = worker.life.moments < diesAt;
        await lab.sync([id]); // Temporal's next attempt
        await lab.settle();
        await expectEnd(lab, id, { ends, moment: `moment ${diesAt}` });
      } finally {
        lab.leave();
      }
    }
  });
});

async function expectEnd(
  lab: SyncLab,
  id: string,
  { ends, moment }: { readonly ends: Story['ends']; readonly moment: string },
): Promise<void> {
  expect(await lab.conflicts(), moment).toEqual([]);
  expect(await lab.board(), moment).toHaveLength(ends === null ? 0 : 1);
  expect(await lab.all(), moment).toHaveLength(ends === null ? 0 : 1);
  expect(await lab.redis.hlen(lab.keys.planAttempts(lab.planId)), moment).toBe(0);
  expect(await lab.redis.zcard(lab.keys.planUnsynced(lab.planId)), moment).toBe(0);
  if (ends === null) return;
  const document = await lab.read(id);
  expect(document, moment).toMatchObject({ ...ends, sync: { state: 'synced' } });
  const planner = await lab.plannerContent(plannerIdOf(document));
  expect(differingFields(contentOf(document), planner), moment).toEqual([]);
}
