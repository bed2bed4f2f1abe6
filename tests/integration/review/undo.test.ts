import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { plannerIdOf } from '../sync/sync-lab.js';
import { openReviewLab, type ReviewLab } from './review-lab.js';

const options = { actor: 'operator', dryRun: false };
const row = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('taking back', () => {
  let graph: GraphLab;
  let lab: ReviewLab;
  beforeAll(async () => {
    graph = await startGraphLab();
  });
  afterAll(() => graph.close());
  beforeEach(async () => {
    lab = await openReviewLab(graph);
  });
  afterEach(() => lab.leave());

  const onBoth = async (body: object): Promise<TaskDocument> => {
    const { id } = await lab.create(body);
    await lab.settle();
    return lab.read(id);
  };

  it('one operation puts back what nobody changed since, on both sides', async () => {
    const { id } = await onBoth({ title: 'Offer', description: 'First', priority: 5 });
    const changed = await lab.update(id, { title: 'Bid', description: 'Second', priority: 1 });
    await lab.settle();
    await lab.editTask(plannerIdOf(await lab.read(id)), { title: 'Tender' });
    await lab.settle();

    const foreseen = await lab.undo.operation(id, changed.rev, { ...options, dryRun: true });
    expect(await lab.read(id)).toMatchObject({ title: 'Tender', priority: 1 });
    const done = await lab.undo.operation(id, changed.rev, options);
    expect({ ...done, rev: foreseen.rev }).toEqual(foreseen);
    expect(done).toMatchObject({
      outcome: 'changed',
      kept: [{ field: 'title', by: { kind: 'human' } }],
    });
    expect(done.undone.map(({ field }) => field).toSorted()).toEqual(['description', 'priority']);

    await lab.settle();
    const document = await lab.read(id);
    expect(document).toMatchObject({
      title: 'Tender',
      description: 'First',
      priority: 5,
      sync: { state: 'synced' },
      updatedBy: { kind: 'agent', id: 'operator' },
    });
    expect(await lab.plannerContent(plannerIdOf(document))).toMatchObject({
      title: 'Tender',
      description: 'First',
      priority: 5,
    });
  });

  it('what an agent removed from a checklist stands again in its place', async () => {
    const { id } = await onBoth({
      title: 'Offer',
      checklist: [{ title: 'one' }, { id: row, title: 'two', isChecked: true }, { title: 'three' }],
    });
    const { rev } = await lab.update(id, { checklist: [{ id: row, remove: true }] });
    await lab.settle();
    await lab.undo.operation(id, rev, options);
    await lab.settle();
    const document = await lab.read(id);
    expect(document.checklist.map(({ title, isChecked }) => [title, isChecked])).toEqual([
      ['one', false],
      ['two', true],
      ['three', false],
    ]);
    const { checklist } = await lab.plannerContent(plannerIdOf(document));
    expect(checklist).toEqual(document.checklist);
  });

  it('a deleted task comes back with checklist and details, and is made anew in Planner', async () => {
    const before = await onBoth({
      title: 'Offer',
      description: 'With prices',
      checklist: [{ id: row, title: 'two' }],
      references: [{ url: 'https://example.com/a.docx', alias: 'Draft' }],
    });
    const { id } = before;
    await lab.remove(id);
    await lab.settle();
    expect(await lab.board()).toEqual([]);
    const [last] = (await lab.history.read(id)).history;

    const done = await lab.undo.operation(id, last?.rev ?? 0, options);
    expect(done).toMatchObject({ outcome: 'restored', rev: before.rev + 2 });
    await lab.settle();
    const document = await lab.read(id);
    expect(document).toMatchObject({
      id,
      createdAt: before.createdAt,
      title: 'Offer',
      rev: before.rev + 2,
      sync: { state: 'synced' },
    });
    expect(plannerIdOf(document)).not.toBe(plannerIdOf(before));
    expect((await lab.board()).map((task) => task.id)).toEqual([plannerIdOf(document)]);
    const { description, checklist, references } = before;
    expect(await lab.plannerContent(plannerIdOf(document))).toMatchObject({
      description,
      checklist,
      references,
    });
    expect(await lab.redis.ttl(lab.keys.state(id))).toBe(-1);
    expect(await lab.redis.ttl(lab.keys.history(id))).toBe(-1);
  });

  it('a task whose delete has not reached Planner lives on there', async () => {
    const before = await onBoth({ title: 'Offer' });
    await lab.remove(before.id);
    const [last] = (await lab.history.read(before.id)).history;
    await lab.undo.operation(before.id, last?.rev ?? 0, options);
    await lab.settle();
    const document = await lab.read(before.id);
    expect(plannerIdOf(document)).toBe(plannerIdOf(before));
    expect((await lab.board()).map((task) => task.id)).toEqual([plannerIdOf(before)]);
  });

  it('a task that is brought back while Planner deletes it is made there anew', async () => {
    const before = await onBoth({ title: 'Offer', description: 'With prices' });
    await lab.remove(before.id);
    const [last] = (await lab.history.read(before.id)).history;
    // The worker has sent the delete and dies before it says so.
    await lab.deleteTask(plannerIdOf(before));
    await lab.undo.operation(before.id, last?.rev ?? 0, options);
    await lab.settle();
    const document = await lab.read(before.id);
    expect(document.sync.state).toBe('synced');
    expect((await lab.board()).map((task) => task.id)).toEqual([plannerIdOf(document)]);
    expect(await lab.plannerContent(plannerIdOf(document))).toMatchObject({
      title: 'Offer',
      description: 'With prices',
    });
  });

  it('a task that is made anew after that is made once, also when the answer is lost', async () => {
    const before = await onBoth({ title: 'Offer', description: 'With prices' });
    await lab.remove(before.id);
    const [last] = (await lab.history.read(before.id)).history;
    await lab.deleteTask(plannerIdOf(before));
    await lab.undo.operation(before.id, last?.rev ?? 0, options);
    await graph.addFault({
      match: { method: 'POST', path: '^/planner/tasks$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await lab.sync([before.id]);
    await graph.clearFaults();
    await lab.sync([before.id]);
    await lab.settle();
    const document = await lab.read(before.id);
    expect((await lab.board()).map((task) => task.id)).toEqual([plannerIdOf(document)]);
    expect((await lab.all()).map((task) => task.id)).toEqual([before.id]);
  });

  it('a task that a late delete takes from the board after it was brought back is made anew, once', async () => {
    const before = await onBoth({ title: 'Offer', checklist: [{ title: 'one' }] });
    await lab.remove(before.id);
    const [last] = (await lab.history.read(before.id)).history;
    await lab.undo.operation(before.id, last?.rev ?? 0, options);
    await lab.settle();
    expect(plannerIdOf(await lab.read(before.id))).toBe(plannerIdOf(before));
    // Sent by a worker that was cut off before the task came back.
    await lab.deleteTask(plannerIdOf(before));
    await lab.settle();
    const document = await lab.read(before.id);
    expect(document.checklist.map(({ title }) => title)).toEqual(['one']);
    expect((await lab.board()).map((task) => task.id)).toEqual([plannerIdOf(document)]);
    // A person's delete of that one is a person's.
    await lab.deleteTask(plannerIdOf(document));
    await lab.settle();
    expect(await lab.exists(before.id)).toBe(false);
    expect(await lab.board()).toEqual([]);
  });

  it('a create that was found again only to be deleted keeps its details when it is brought back', async () => {
    const { id } = await lab.create({
      title: 'Offer',
      description: 'With prices',
      checklist: [{ title: 'one' }],
    });
    await graph.addFault({
      match: { method: 'POST', path: '^/planner/tasks$' },
      effect: { kind: 'dropAnswer' },
      times: 1,
    });
    await lab.sync([id]);
    await lab.remove(id);
    await graph.addFault({ match: { method: 'DELETE' }, effect: { kind: 'status', status: 503 } });
    await lab.sync([id]);
    await graph.clearFaults();
    const [last] = (await lab.history.read(id)).history;
    await lab.undo.operation(id, last?.rev ?? 0, options);
    await lab.settle();
    const document = await lab.read(id);
    expect(document).toMatchObject({ description: 'With prices', sync: { state: 'synced' } });
    expect(await lab.plannerContent(plannerIdOf(document))).toMatchObject({
      description: 'With prices',
      checklist: document.checklist,
    });
    expect(document.checklist.map(({ title }) => title)).toEqual(['one']);
    expect(await lab.board()).toHaveLength(1);
  });

  it('a task that a person deleted comes back when its deletion is taken back', async () => {
    const before = await onBoth({ title: 'Offer' });
    await lab.deleteTask(plannerIdOf(before));
    await lab.settle();
    expect(await lab.exists(before.id)).toBe(false);
    const [last] = (await lab.history.read(before.id)).history;
    expect(last).toMatchObject({ operation: 'delete', by: { kind: 'human', id: null } });
    await lab.undo.operation(before.id, last?.rev ?? 0, options);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Offer']);
    expect((await lab.read(before.id)).sync.state).toBe('synced');
  });

  it('everything that an agent did since a time goes back, and nothing of others', async () => {
    const kept = await onBoth({ title: 'Old', priority: 5 });
    const since = Date.now();
    await lab.store.write(
      { operation: 'update', id: kept.id, body: { title: 'New', priority: 1 } },
      { actor: 'wild' },
    );
    const made = await lab.create({ title: 'Made by it' }, 'wild');
    const doomed = await lab.create({ title: 'Of somebody else' });
    await lab.store.write({ operation: 'delete', id: doomed.id }, { actor: 'wild' });
    const other = await lab.create({ title: 'Untouched' });
    await lab.settle();

    const wanted = { agent: 'wild', since, limit: 2, after: null };
    const first = await lab.undo.agent(wanted, options);
    expect(first.tasks).toHaveLength(2);
    const second = await lab.undo.agent({ ...wanted, after: first.next }, options);
    expect(second).toMatchObject({ next: null, knownSince: null });
    const outcomes = [...first.tasks, ...second.tasks].map(({ id, outcome }) => [id, outcome]);
    expect(Object.fromEntries(outcomes)).toEqual({
      [kept.id]: 'changed',
      [made.id]: 'deleted',
      [doomed.id]: 'restored',
    });

    await lab.settle();
    const titles = (await lab.board()).map((task) => task.title);
    expect(titles.toSorted()).toEqual(['Of somebody else', 'Old', 'Untouched']);
    expect(await lab.read(kept.id)).toMatchObject({ title: 'Old', priority: 5 });
    expect(await lab.exists(other.id)).toBe(true);
    const again = await lab.undo.agent({ ...wanted, limit: 50 }, options);
    expect(again.tasks.map(({ outcome }) => outcome)).not.toContain('changed');
  });

  it('says what is no longer known instead of guessing', async () => {
    const { id } = await onBoth({ title: 'Offer' });
    await expect(lab.undo.operation(id, 99, options)).rejects.toMatchObject({
      code: 'not_undoable',
    });
    await expect(
      lab.undo.operation('01ARZ3NDEKTSV4RRFFQ69G5FAV', 1, options),
    ).rejects.toMatchObject({ code: 'not_found' });
    for (let at = 0; at < 60; at += 1) await lab.update(id, { title: `Offer ${at}` });
    expect((await lab.history.read(id)).history).toHaveLength(50);
    await expect(lab.undo.operation(id, 2, options)).rejects.toThrow(/those from rev 12 on/);
  });
});
