import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { GraphGateway } from '../../../src/graph/gateway/graph-gateway.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import { toReferenceKey } from '../../../src/graph/planner/reference-key.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

/** The paths of all writes that Graph took, in their order. */
function countWrites(gateway: GraphGateway): { gateway: GraphGateway; taken: string[] } {
  const taken: string[] = [];
  const counting: GraphGateway = {
    ...gateway,
    async send(request) {
      const response = await gateway.send(request);
      if (request.method !== 'GET') taken.push(request.path);
      return response;
    },
  };
  return { gateway: counting, taken };
}

const rowIds = Array.from({ length: 4 }, () => randomUUID());
const urls = ['https://a.example/1', 'https://b.example/2', 'https://c.example/3?q=%2E'];
const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta 😀');
const text = fc
  .array(fc.oneof(word, fc.constant('')), { maxLength: 4 })
  .map((lines) => lines.join('\n'));
const isDone = fc.boolean();
const rowId = fc.constantFrom(...rowIds);
const url = fc.constantFrom(...urls);
const label = fc.constantFrom('category1', 'category7');
const percent = fc.constantFrom(0, 50, 100);
const due = fc.constantFrom(null, '2026-12-24T00:00:00Z', '2026-12-31T10:00:00Z');
const row = fc.record({ id: rowId, title: word, isChecked: isDone });

const agentEdit = fc.oneof(
  fc.record({ title: word }),
  fc.record({ description: text }),
  fc.record({ agentNotes: fc.oneof(text, fc.constant(null)) }),
  fc.record({ percentComplete: percent, priority: fc.constantFrom(1, 5) }),
  fc.record({ dueDateTime: due }),
  fc.record({ appliedCategories: label.map((one) => ({ add: [one] })) }),
  fc.record({ appliedCategories: label.map((one) => ({ remove: [one] })) }),
  fc.record({ checklist: row.map((one) => [one]) }),
  fc.record({ checklist: rowId.map((id) => [{ id, remove: true }]) }),
  fc.record({ references: fc.record({ url, alias: word }).map((one) => [one]) }),
  fc.record({ references: url.map((one) => [{ url: one, remove: true }]) }),
);

const item = { '@odata.type': 'microsoft.graph.plannerChecklistItem' };
const link = { '@odata.type': 'microsoft.graph.plannerExternalReference' };
const personEdit = fc.oneof(
  fc.record({ path: fc.constant(''), body: fc.record({ title: word }) }),
  fc.record({ path: fc.constant(''), body: fc.record({ percentComplete: percent }) }),
  fc.record({ path: fc.constant(''), body: fc.record({ dueDateTime: due }) }),
  fc.record({
    path: fc.constant(''),
    body: fc.record({
      appliedCategories: fc.tuple(label, isDone).map((one) => Object.fromEntries([one])),
    }),
  }),
  fc.record({ path: fc.constant('/details'), body: fc.record({ description: text }) }),
  fc.record({
    path: fc.constant('/details'),
    body: fc.record({
      checklist: row.map(({ id, ...rest }) => ({ [id]: { ...item, ...rest } })),
    }),
  }),
  fc.record({
    path: fc.constant('/details'),
    body: fc.record({ checklist: rowId.map((id) => ({ [id]: null })) }),
  }),
  fc.record({
    path: fc.constant('/details'),
    body: fc.record({
      references: fc
        .record({ url, alias: word })
        .map((one) => ({ [toReferenceKey(one.url)]: { ...link, alias: one.alias } })),
    }),
  }),
);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ by: fc.constant('agent' as const), body: agentEdit }) },
  { weight: 4, arbitrary: fc.record({ by: fc.constant('person' as const), edit: personEdit }) },
  { weight: 2, arbitrary: fc.record({ by: fc.constant('sync' as const) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('sweep' as const) }) },
);

describe.each([
  { staleEtag: 'merge', checklistEditMovesTaskEtag: true },
  { staleEtag: 'conflict', checklistEditMovesTaskEtag: true },
] as const)('after any history of edits (Graph: %o)', (settings) => {
  let graph: GraphLab;
  let lab: SyncLab;
  let taken: string[];

  beforeAll(async () => {
    graph = await startGraphLab(settings);
    const counting = countWrites(graph.gateway);
    ({ taken } = counting);
    lab = await openSyncLab({ ...graph, planner: createPlannerClient(counting.gateway) });
  });
  afterAll(async () => {
    lab.leave();
    await graph.close();
  });

  it('a row that a person added right before our own write of the task is seen with it', async () => {
    const { id } = await lab.create({ title: 'Task' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.editDetails(plannerId, {
      checklist: { [randomUUID()]: { ...item, title: 'By a person' } },
    });
    await lab.update(id, { priority: 1 });
    await lab.settle();
    expect((await lab.read(id)).checklist).toMatchObject([{ title: 'By a person' }]);
  });

  it(
    'the loop dies out in one write of the task and one of its details, and no document changes any more',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (history) => {
          const { id } = await lab.create({ title: 'Task' });
          await lab.settle();
          const plannerId = plannerIdOf(await lab.read(id));
          for (const one of history) {
            switch (one.by) {
              case 'agent':
                await lab.update(id, one.body);
                break;
              case 'person':
                await graph.asPerson(
                  'PATCH',
                  `/planner/tasks/${plannerId}${one.edit.path}`,
                  one.edit.body,
                );
                break;
              case 'sync':
                await lab.sync(await lab.takeOutbox());
                break;
              case 'sweep':
                await lab.sweep();
            }
          }

          taken.length = 0;
          // Our own write may have covered the etag of a person's edit of the details: their turn comes round.
          await lab.redis.zadd(lab.keys.planDetails(lab.planId), 1, plannerId);
          await lab.settle();
          const tasks = taken.filter((path) => path === `/planner/tasks/${plannerId}`);
          const details = taken.filter((path) => path === `/planner/tasks/${plannerId}/details`);
          expect(tasks.length).toBeLessThanOrEqual(1);
          expect(details.length).toBeLessThanOrEqual(1);
          expect(taken).toHaveLength(tasks.length + details.length);

          taken.length = 0;
          const document = await lab.read(id);
          await lab.sync([id]);
          await lab.sweep();
          await lab.sync([...(await lab.takeOutbox()), id]);
          expect(taken).toEqual([]);
          expect(await lab.read(id)).toEqual(document);
          expect(document.sync).toMatchObject({ state: 'synced', syncedRev: document.rev });
          const planner = await lab.plannerContent(plannerId);
          expect(differingFields(contentOf(document), planner)).toEqual([]);
          await lab.remove(id);
        }),
        { numRuns: 40 },
      );
    },
  );
});
