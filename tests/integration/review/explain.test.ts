import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { plannerIdOf } from '../sync/sync-lab.js';
import { openReviewLab, type ReviewLab } from './review-lab.js';

describe('the explanation of a task', () => {
  let graph: GraphLab;
  let lab: ReviewLab;
  beforeAll(async () => {
    graph = await startGraphLab();
  });
  afterAll(() => graph.close());
  beforeEach(async () => {
    lab = await openReviewLab(graph);
  });
  afterEach(async () => {
    await graph.clearFaults();
    lab.leave();
  });

  it('names for each field both values, the last writer, and how that was seen', async () => {
    const { id } = await lab.create({ title: 'Offer', checklist: [{ title: 'one' }] }, 'ada');
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.editTask(plannerId, { percentComplete: 100 });
    await lab.settle();

    const explained = await lab.explain(id);
    expect(explained).toMatchObject({
      task: { id, title: 'Offer', planTitle: 'Launch', plannerId, state: 'synced' },
      plannerNote: null,
      next: { what: 'nothing' },
    });
    const field = (name: string) => explained.fields.find((one) => one.field === name);
    expect(explained.fields.map((one) => one.difference)).toEqual(Array(11).fill('equal'));
    expect(field('title')?.lastWrite).toMatchObject({
      by: { kind: 'agent', id: 'ada', name: 'ada' },
      how: expect.stringContaining('stamped by the server'),
    });
    // Graph says who completed a task; the directory says what that person is called.
    expect(field('percentComplete')?.lastWrite).toMatchObject({
      by: { kind: 'human', id: graph.people[0]?.id, name: graph.people[0]?.displayName },
      how: expect.stringContaining('looked at'),
    });
    expect(explained.summary[0]).toBe('“Offer” is on the board Launch; revision 2 is there.');
  });

  it('tells what the next sync will carry, and in which direction', async () => {
    const { id } = await lab.create({ title: 'Offer', priority: 5 });
    await lab.settle();
    await lab.editTask(plannerIdOf(await lab.read(id)), { priority: 1 });
    await lab.update(id, { title: 'Bid' });
    const { fields, task, summary } = await lab.explain(id);
    const difference = Object.fromEntries(fields.map((one) => [one.field, one.difference]));
    expect(difference).toMatchObject({ title: 'to_planner', priority: 'to_agents' });
    expect(task.state).toBe('pending');
    expect(summary.join(' ')).toContain('it is at revision 2, the board at 1');
    // It only looked.
    expect((await lab.read(id)).priority).toBe(5);
  });

  it('shows the conflict that decided a field, and in words by which rule', async () => {
    const { id } = await lab.create({ title: 'Offer' });
    await lab.settle();
    await lab.editTask(plannerIdOf(await lab.read(id)), { title: 'Tender' });
    await lab.update(id, { title: 'Bid' });
    await lab.settle();
    const { fields, summary } = await lab.explain(id);
    const title = fields.find((one) => one.field === 'title');
    expect(title?.conflict).toMatchObject({
      agentValue: 'Bid',
      personValue: 'Tender',
      rule: 'person_wins_tie',
      decided: expect.stringContaining("the person's value stands"),
    });
    expect(summary.join(' ')).toContain('sync_resolve_conflict');
  });

  it('says so when Planner cannot be read, and shows what was agreed on last', async () => {
    const { id } = await lab.create({ title: 'Offer' });
    await lab.settle();
    await graph.addFault({ effect: { kind: 'status', status: 503 } });
    const { plannerNote, plannerReadAt, fields } = await lab.explain(id);
    expect(plannerNote).toContain('unavailable');
    expect(plannerReadAt).toBeNull();
    expect(fields.find((one) => one.field === 'title')?.planner).toBe('Offer');
  });

  it('remembers nothing of rows that neither side holds any more', async () => {
    const { id, checklist } = await lab.create({
      title: 'Offer',
      checklist: [{ title: 'one' }, { title: 'two' }],
    });
    await lab.settle();
    const [first, second] = checklist;
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.update(id, { checklist: [{ id: first?.id, isChecked: true }] });
    const row = { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'of a person' };
    await lab.editDetails(plannerId, { checklist: { [second?.id ?? '']: row } });
    await lab.settle();
    const rows = async () =>
      (await lab.redis.hkeys(lab.keys.state(id))).filter((name) => name.includes('checklist:'));
    expect((await rows()).toSorted((one, other) => one.localeCompare(other))).toEqual([
      `a:checklist:${first?.id}`,
      `p:checklist:${second?.id}`,
    ]);
    await lab.update(id, { checklist: null });
    await lab.settle();
    expect(await rows()).toEqual([]);
  });

  it('of a deleted task says how long it can be brought back', async () => {
    const { id } = await lab.create({ title: 'Offer' });
    await lab.settle();
    await lab.remove(id);
    expect(await lab.explain(id)).toMatchObject({
      task: { state: 'deleted' },
      next: { what: 'sync' },
    });
    await lab.settle();
    const { next } = await lab.explain(id);
    expect(next.what).toBe('gone');
    const days = (Date.parse(next.at ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
  });

  it('of an unknown task is a clear refusal', async () => {
    await expect(lab.explain('01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
