import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import { toReferenceKey } from '../../../src/graph/planner/reference-key.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

const url = 'https://a.example/page';
const otherUrl = 'https://b.example/page';

const item = (title: string) => ({
  '@odata.type': 'microsoft.graph.plannerChecklistItem',
  title,
});
const link = (alias: string) => ({
  '@odata.type': 'microsoft.graph.plannerExternalReference',
  alias,
});

describe.each([
  { staleEtag: 'merge', checklistEditMovesTaskEtag: false },
  { staleEtag: 'conflict', checklistEditMovesTaskEtag: true },
] as const)('a row deleted on one side and edited on the other (Graph: %o)', (settings) => {
  let graph: GraphLab;
  let lab: SyncLab;
  let id: string;
  let plannerId: string;
  let rowId: string;

  beforeAll(async () => {
    graph = await startGraphLab(settings);
  });
  afterAll(() => graph.close());
  beforeEach(async () => {
    lab = await openSyncLab(graph);
    const made = await lab.create({
      title: 'Task',
      checklist: [{ title: 'First' }, { title: 'Second' }],
      references: [{ url, alias: 'Page' }, { url: otherUrl }],
    });
    await lab.settle();
    ({ id } = made);
    plannerId = plannerIdOf(await lab.read(id));
    rowId = made.checklist[0]?.id ?? '';
  });
  afterEach(() => lab.leave());

  /** Both sides end equal; the one conflict of the task says what happened. */
  async function expectEnd(rule: string, conflict: object): Promise<void> {
    await lab.settle();
    const document = await lab.read(id);
    expect(differingFields(contentOf(document), await lab.plannerContent(plannerId))).toEqual([]);
    expect(await lab.conflicts()).toEqual([
      expect.objectContaining({ task_id: id, winner: 'person', rule, ...conflict }),
    ]);
    expect((await lab.events()).map((event) => event.action)).toContain('conflict');
    const writes = await lab.writesDuring(async () => {
      await lab.sync([id]);
      await lab.settle();
    });
    expect(writes).toBe(0);
  }

  it('by an agent, and edited by a person: the row stays as the person has it', async () => {
    await lab.update(id, { checklist: [{ id: rowId, remove: true }] });
    await lab.editDetails(plannerId, { checklist: { [rowId]: item('By the person') } });
    await expectEnd('person_edit_beats_agent_delete', {
      field: 'checklist',
      key: rowId,
      agent: 'null',
      planner: expect.stringContaining('By the person') as unknown,
    });
    expect((await lab.read(id)).checklist.map((row) => row.title)).toEqual([
      'By the person',
      'Second',
    ]);
  });

  it('by a person, and edited by an agent: it is gone, and the agent’s text is in the log', async () => {
    await lab.update(id, { checklist: [{ id: rowId, title: 'By the agent' }] });
    await lab.editDetails(plannerId, { checklist: { [rowId]: null } });
    await expectEnd('person_delete_beats_agent_edit', {
      field: 'checklist',
      key: rowId,
      agent: expect.stringContaining('By the agent') as unknown,
      planner: 'null',
    });
    expect((await lab.read(id)).checklist.map((row) => row.title)).toEqual(['Second']);
  });

  it('a link by an agent, and renamed by a person: it stays as the person has it', async () => {
    await lab.update(id, { references: [{ url, remove: true }] });
    await lab.editDetails(plannerId, { references: { [toReferenceKey(url)]: link('Renamed') } });
    await expectEnd('person_edit_beats_agent_delete', { field: 'references', key: url });
    const { references } = await lab.read(id);
    expect(references.find((one) => one.url === url)?.alias).toBe('Renamed');
    expect(references).toHaveLength(2);
  });

  it('a link by a person, and renamed by an agent: it is gone', async () => {
    await lab.update(id, { references: [{ url, alias: 'Renamed' }] });
    await lab.editDetails(plannerId, { references: { [toReferenceKey(url)]: null } });
    await expectEnd('person_delete_beats_agent_edit', {
      field: 'references',
      key: url,
      agent: expect.stringContaining('Renamed') as unknown,
    });
    expect((await lab.read(id)).references.map((one) => one.url)).toEqual([otherUrl]);
  });

  it('on both sides is no conflict', async () => {
    await lab.update(id, { checklist: [{ id: rowId, remove: true }] });
    await lab.editDetails(plannerId, {
      checklist: { [rowId]: null },
      references: { [toReferenceKey(url)]: null },
    });
    await lab.update(id, { references: [{ url, remove: true }] });
    await lab.settle();
    expect(await lab.read(id)).toMatchObject({
      checklist: [{ title: 'Second' }],
      references: [{ url: otherUrl }],
    });
    expect(await lab.conflicts()).toEqual([]);
  });
});
