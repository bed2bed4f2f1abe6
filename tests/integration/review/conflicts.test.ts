import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import { duplicateForBlocking } from '../../../src/tasks/connect-redis.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { plannerIdOf } from '../sync/sync-lab.js';
import { openReviewLab, type ReviewLab } from './review-lab.js';

const options = { actor: 'operator', overwrite: false };

describe('conflicts', () => {
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

  const all = { state: 'all', limit: 50 } as const;

  /** Both sides give the task another title within the grace, so the person's stands. */
  const disputed = async (): Promise<{ id: string; conflictId: string }> => {
    const { id } = await lab.create({ title: 'Offer' });
    await lab.settle();
    await lab.editTask(plannerIdOf(await lab.read(id)), { title: 'Tender' });
    await lab.update(id, { title: 'Bid' });
    await lab.settle();
    const { conflicts } = await lab.conflictLog.list({ ...all, taskId: id });
    return { id, conflictId: conflicts[0]?.id ?? '' };
  };

  it('tell both values, who wrote them when, and what decided', async () => {
    const { id, conflictId } = await disputed();
    expect(await lab.conflictLog.get(conflictId)).toMatchObject({
      taskId: id,
      planId: lab.planId,
      field: 'title',
      base: 'Offer',
      agentValue: 'Bid',
      personValue: 'Tender',
      winner: 'person',
      rule: 'person_wins_tie',
      agent: { id: 'tester', at: expect.stringMatching(/Z$/) },
      person: { id: null, from: expect.stringMatching(/Z$/), to: expect.stringMatching(/Z$/) },
      resolution: null,
    });
  });

  it('are decided for the other value by an ordinary write, which reaches the board', async () => {
    const { id, conflictId } = await disputed();
    const resolved = await lab.resolve(conflictId, { take: 'agent' }, options);
    expect(resolved).toMatchObject({
      isWritten: true,
      conflict: { resolution: { take: 'agent' } },
    });
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Bid']);
    expect((await lab.history.read(id)).history[0]).toMatchObject({
      cause: 'resolve',
      by: { id: 'operator' },
    });
    const { conflicts } = await lab.conflictLog.list({ state: 'open', limit: 50 });
    expect(conflicts).toEqual([]);
    const closed = await lab.conflictLog.list({ state: 'resolved', limit: 50 });
    expect(closed.conflicts.map((one) => one.id)).toEqual([conflictId]);
  });

  it('that are decided for the standing or another value write no more than needed', async () => {
    const { conflictId } = await disputed();
    expect(await lab.resolve(conflictId, { take: 'person' }, options)).toMatchObject({
      isWritten: false,
    });
    await lab.resolve(conflictId, { take: 'value', value: 'Both' }, options);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Both']);
  });

  it('are not decided over what somebody wrote since, unless that is wanted', async () => {
    const { id, conflictId } = await disputed();
    await lab.update(id, { title: 'Newer' });
    await expect(lab.resolve(conflictId, { take: 'agent' }, options)).rejects.toMatchObject({
      code: 'conflict_outdated',
      extra: { current: 'Newer' },
    });
    await lab.resolve(conflictId, { take: 'agent' }, { ...options, overwrite: true });
    expect((await lab.read(id)).title).toBe('Bid');
  });

  it('about a description are not decided over what a person wrote since', async () => {
    const { id } = await lab.create({ title: 'Offer', description: 'first' });
    await lab.settle();
    const plannerId = plannerIdOf(await lab.read(id));
    await lab.editDetails(plannerId, { description: 'of a person' });
    await lab.update(id, { description: 'of an agent' });
    await lab.settle();
    const { conflicts } = await lab.conflictLog.list({ ...all, taskId: id });
    const conflictId = conflicts[0]?.id ?? '';
    await lab.editDetails(plannerId, { description: 'later work of a person' });
    // The description alone might be seen only in its rotation.
    await lab.editTask(plannerId, { title: 'Tender' });
    await lab.settle();
    await expect(lab.resolve(conflictId, { take: 'agent' }, options)).rejects.toMatchObject({
      code: 'conflict_outdated',
    });
    expect((await lab.read(id)).description).toBe('later work of a person');
    await lab.resolve(conflictId, { take: 'agent' }, { ...options, overwrite: true });
    expect((await lab.read(id)).description).toBe('of an agent');
  });

  it('about a checklist row are decided for that row alone', async () => {
    const { id, checklist } = await lab.create({
      title: 'Offer',
      checklist: [{ title: 'one' }, { title: 'two' }],
    });
    await lab.settle();
    const [first] = checklist;
    const rowId = first?.id ?? '';
    const plannerId = plannerIdOf(await lab.read(id));
    const row = { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'of a person' };
    await lab.editDetails(plannerId, { checklist: { [rowId]: row } });
    await lab.update(id, { checklist: [{ id: rowId, title: 'of an agent' }] });
    await lab.settle();
    const { conflicts } = await lab.conflictLog.list({ ...all, taskId: id });
    expect(conflicts).toMatchObject([{ field: 'checklist', key: rowId, cell: 'title' }]);
    await lab.resolve(conflicts[0]?.id ?? '', { take: 'agent' }, options);
    await lab.settle();
    const content = await lab.plannerContent(plannerId);
    expect(content.checklist.map(({ title }) => title)).toEqual(['of an agent', 'two']);
  });

  it('about a deleted task let it come back, or go', async () => {
    const { id } = await lab.create({ title: 'Offer' });
    await lab.settle();
    await lab.deleteTask(plannerIdOf(await lab.read(id)));
    await lab.update(id, { title: 'Bid' });
    await lab.settle();
    expect(await lab.exists(id)).toBe(false);
    const { conflicts } = await lab.conflictLog.list({ ...all, taskId: id });
    const conflictId = conflicts.find((one) => one.field === 'task')?.id ?? '';
    await lab.resolve(conflictId, { take: 'agent' }, options);
    await lab.settle();
    expect((await lab.board()).map((task) => task.title)).toEqual(['Bid']);
    await lab.resolve(conflictId, { take: 'person' }, options);
    await lab.settle();
    expect(await lab.board()).toEqual([]);
  });

  it('are alerts without values, and so is their end', async () => {
    const listener = duplicateForBlocking(lab.redis, pino({ level: 'silent' }));
    const heard: string[] = [];
    await listener.subscribe(lab.keys.alertsChannel);
    listener.on('message', (_, json) => heard.push(json));
    const { id, conflictId } = await disputed();
    await lab.resolve(conflictId, { take: 'agent' }, options);
    await vi.waitFor(() => expect(heard.length).toBe(2), { timeout: 5_000 });
    listener.disconnect();
    expect(heard.map((json) => JSON.parse(json) as unknown)).toMatchObject([
      { kind: 'conflict', severity: 'info', subject: id },
      { kind: 'conflict', severity: 'resolved', subject: id },
    ]);
    expect(heard.join()).not.toMatch(/Bid|Tender|Offer/);
  });

  it('are paged, the newest first', async () => {
    const first = await disputed();
    const second = await disputed();
    const page = await lab.conflictLog.list({ state: 'all', limit: 1 });
    expect(page.conflicts.map((one) => one.id)).toEqual([second.conflictId]);
    const rest = await lab.conflictLog.list({
      state: 'all',
      limit: 5,
      ...(page.next !== null && { before: page.next }),
    });
    expect(rest.conflicts.map((one) => one.id)).toEqual([first.conflictId]);
  });
});
