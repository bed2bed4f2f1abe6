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
afterEach(async () => {
  await graph.clearFaults();
  lab.leave();
});

const loseAnswers = (method: string, path: string, times = 1) =>
  graph.addFault({
    match: { method, path, planId: lab.planId },
    effect: { kind: 'dropAnswer' },
    times,
  });

describe('a create whose answer is lost', () => {
  it('adopts the task that it made instead of making a second one', async () => {
    await loseAnswers('POST', '^/planner/tasks$');
    const { id } = await lab.create({ title: 'Once only', description: 'kept' });
    const [outcome] = await lab.sync(await lab.takeOutbox());
    expect(outcome).toMatchObject({ kind: 'trouble' });
    await lab.sync([id]);
    await lab.settle();
    const board = (await lab.board()).filter((task) => task.title === 'Once only');
    expect(board).toHaveLength(1);
    const document = await lab.read(id);
    expect(document.sync).toMatchObject({ state: 'synced', plannerId: board[0]?.id });
    expect(document.description).toBe('kept');
    expect(document.rev).toBe(1);
  });

  it('keeps two agents’ tasks of the same title two tasks', async () => {
    await loseAnswers('POST', '^/planner/tasks$', 2);
    const one = await lab.create({ title: 'Same title' }, 'agent-one');
    const two = await lab.create({ title: 'Same title' }, 'agent-two');
    const refs = await lab.takeOutbox();
    await lab.sync(refs);
    await lab.sync(refs);
    await lab.settle();
    expect((await lab.board()).filter((task) => task.title === 'Same title')).toHaveLength(2);
    const ids = await Promise.all(
      [one, two].map(async ({ id }) => plannerIdOf(await lab.read(id))),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('recognises its task although a person renamed it before the second look', async () => {
    await loseAnswers('POST', '^/planner/tasks$');
    const { id } = await lab.create({ title: 'As posted' });
    await lab.sync(await lab.takeOutbox());
    const [made] = await lab.board();
    await lab.editTask(made?.id ?? '', { title: 'Renamed by a person' });
    await lab.sync([id]);
    await lab.settle();
    expect(await lab.board()).toHaveLength(1);
    expect(await lab.read(id)).toMatchObject({
      title: 'Renamed by a person',
      sync: { state: 'synced', plannerId: made?.id },
    });
    expect(await lab.all()).toHaveLength(1);
  });

  it('is not imported as a person’s task by a sweep in between', async () => {
    await loseAnswers('POST', '^/planner/tasks$');
    const { id } = await lab.create({ title: 'Mine' });
    await lab.sync(await lab.takeOutbox());
    await lab.sweep();
    await lab.sync(await lab.takeOutbox());
    expect(await lab.all()).toHaveLength(1);
    await lab.sync([id]);
    await lab.settle();
    expect(await lab.all()).toHaveLength(1);
  });

  it('posts again when the request never arrived', async () => {
    await graph.addFault({
      match: { method: 'POST', path: '^/planner/tasks$', planId: lab.planId },
      effect: { kind: 'close' },
      times: 1,
    });
    const { id } = await lab.create({ title: 'Second try' });
    await lab.sync(await lab.takeOutbox());
    await lab.sync([id]);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Second try']);
  });

  it('deletes what it made when the agent deleted the task meanwhile', async () => {
    await loseAnswers('POST', '^/planner/tasks$');
    const { id } = await lab.create({ title: 'Unwanted' });
    await lab.sync(await lab.takeOutbox());
    await lab.remove(id);
    await lab.settle();
    await lab.sync([id]);
    await lab.settle();
    expect(await lab.board()).toEqual([]);
    expect(await lab.all()).toEqual([]);
  });
});

describe('an update whose answer is lost', () => {
  it('is known as our own when Planner is read again, so that a newer write of the agent wins', async () => {
    const { id } = await lab.create({ title: 'First' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await loseAnswers('PATCH', '^/planner/tasks/[^/]+$');
    await lab.update(id, { title: 'Second' });
    await lab.sync([id]);
    await lab.update(id, { title: 'Third' });
    await lab.settle();
    await lab.sync([id]);
    expect((await lab.read(id)).title).toBe('Third');
    expect((await lab.plannerContent(plannerId)).title).toBe('Third');
    expect(await lab.conflicts()).toEqual([]);
  });

  it('of the details is not sent as a person’s edit back to the agents', async () => {
    const { id } = await lab.create({ title: 'Details', description: 'one' });
    await lab.settle();
    await loseAnswers('PATCH', '/details$');
    await lab.update(id, { description: 'two', checklist: [{ title: 'Row' }] });
    await lab.sync([id]);
    await lab.settle();
    await lab.sync([id]);
    const document = await lab.read(id);
    const planner = await lab.plannerContent(plannerIdOf(document));
    expect(differingFields(contentOf(document), planner)).toEqual([]);
    expect(document).toMatchObject({ rev: 2, updatedBy: { kind: 'agent' } });
    expect(document.checklist).toHaveLength(1);
  });

  it.each([
    { name: 'that was done', effect: { kind: 'dropAnswer' } },
    { name: 'that never arrived', effect: { kind: 'close' } },
  ])('$name takes back nothing that a person did before it', async ({ effect }) => {
    const [ada, bob, cleo] = graph.people.map((person) => person.id);
    const { id, checklist } = await lab.create({
      title: 'Task',
      description: 'one\nmiddle\nthree',
      assigneeIds: [ada],
      checklist: [{ title: 'Row' }],
    });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    const rowId = checklist[0]?.id ?? '';
    await lab.update(id, {
      description: 'ONE\nmiddle\nthree',
      assigneeIds: [bob],
      checklist: [{ id: rowId, isChecked: true }],
    });
    const assignment = { '@odata.type': 'microsoft.graph.plannerAssignment', orderHint: ' !' };
    await lab.editTask(plannerId, { assignments: { [cleo ?? '']: assignment, [ada ?? '']: null } });
    await lab.editDetails(plannerId, {
      description: 'one\nmiddle\nTHREE',
      checklist: {
        [rowId]: { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'Renamed' },
      },
    });
    await lab.sweep();
    for (const path of ['^/planner/tasks/[^/]+$', '/details$']) {
      await graph.addFault({
        match: { method: 'PATCH', path, planId: lab.planId },
        effect,
        times: 1,
      });
    }
    for (let attempt = 0; attempt < 3; attempt += 1) await lab.sync([id]);
    await lab.settle();
    const document = await lab.read(id);
    expect(document).toMatchObject({
      description: 'ONE\nmiddle\nTHREE',
      checklist: [{ id: rowId, title: 'Renamed', isChecked: true }],
    });
    expect(new Set(document.assigneeIds)).toEqual(new Set([bob, cleo]));
    expect(differingFields(contentOf(document), await lab.plannerContent(plannerId))).toEqual([]);
  });
});
