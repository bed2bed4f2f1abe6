import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../../src/domain/task.js';
import { createPlanTraces } from '../../../src/tasks/plan-traces.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = await openSyncLab(graph);
  return () => lab.leave();
});

async function planEvents(): Promise<readonly PlanEvent[]> {
  const entries = await lab.redis.xrange(lab.keys.stream, '-', '+');
  const events = entries.map(([, fields]) => JSON.parse(fields[1] ?? '{}') as { action: string });
  return events.filter((event): event is PlanEvent => event.action === 'plan_updated');
}

/** As if the interval were over. */
async function lookLater(namesDueAt = 0): Promise<void> {
  const traces = createPlanTraces(lab);
  await traces.write(lab.planId, { ...(await traces.read(lab.planId)), namesDueAt });
  await lab.sweep();
}

describe('the names of a plan', () => {
  it('are kept and told with the first look, buckets in board order, without order hints', async () => {
    await lab.asPerson('PATCH', `/planner/plans/${lab.planId}/details`, {
      categoryDescriptions: { category3: 'Design', category12: 'Legal' },
    });
    await lab.sweep();

    const [event, ...more] = await planEvents();
    const buckets = await graph.planner.listBuckets(lab.planId);
    expect(event).toEqual({
      action: 'plan_updated',
      task_id: null,
      task: null,
      plan: {
        planId: lab.planId,
        title: 'Lab',
        buckets: buckets.map(({ bucketId, name }) => ({ id: bucketId, name })),
        categories: { category3: 'Design', category12: 'Legal' },
      },
      source: 'planner',
      rev: null,
      at: expect.any(String) as string,
    });
    expect(more).toEqual([]);
    expect(await lab.names.read(lab.planId)).toMatchObject({
      title: 'Lab',
      buckets: buckets.map(({ bucketId: id, name, orderHint }) => ({ id, name, orderHint })),
      categories: { category3: 'Design', category12: 'Legal' },
    });
    expect((await createPlanTraces(lab).read(lab.planId)).title).toBe('Lab');
  });

  it('are read with a look that somebody asked for, if it was not just now', async () => {
    await lab.sweep();
    await lab.asPerson('PATCH', `/planner/plans/${lab.planId}`, { title: 'Renamed' });
    await lab.look('sweep', true);
    expect(await planEvents()).toHaveLength(1);
    const traces = createPlanTraces(lab);
    const trace = await traces.read(lab.planId);
    await traces.write(lab.planId, { ...trace, namesReadAt: trace.namesReadAt - 10_000 });
    await lab.look('sweep', true);
    expect((await planEvents()).map(({ plan }) => plan.title)).toEqual(['Lab', 'Renamed']);
  });

  it('are read at their own slow rhythm, not with every look', async () => {
    await lab.sweep();
    await lab.asPerson('PATCH', `/planner/plans/${lab.planId}`, { title: 'Renamed' });
    await lab.sweep();
    expect(await planEvents()).toHaveLength(1);
    await lookLater();
    const [, renamed] = await planEvents();
    expect(renamed?.plan.title).toBe('Renamed');
  });

  it('cause no event while nothing has another name', async () => {
    await lab.sweep();
    await lookLater();
    await lookLater();
    expect(await planEvents()).toHaveLength(1);
    expect(lab.forgotten).toEqual([`plans/${lab.planId}`, ...allBuckets()]);
  });

  it('change with a bucket or a label, and the cache forgets the plan and that bucket only', async () => {
    await lab.sweep();
    lab.forgotten.length = 0;
    const [todo, done] = lab.buckets;
    await lab.asPerson('PATCH', `/planner/buckets/${todo?.id ?? ''}`, { name: 'Next' });
    await lookLater();
    expect(lab.forgotten).toEqual([`plans/${lab.planId}`, `buckets/${todo?.id ?? ''}`]);
    const [, event] = await planEvents();
    expect(event?.plan.buckets).toEqual(
      expect.arrayContaining([
        { id: todo?.id, name: 'Next' },
        { id: done?.id, name: done?.name },
      ]),
    );
    await lab.asPerson('PATCH', `/planner/plans/${lab.planId}/details`, {
      categoryDescriptions: { category1: 'Urgent' },
    });
    await lookLater();
    const [, , labelled] = await planEvents();
    expect(labelled?.plan.categories).toEqual({ category1: 'Urgent' });
  });

  it('are asked for at once when a task lies in a bucket that is new, and not again for that', async () => {
    await lab.sweep();
    const traces = createPlanTraces(lab);
    await traces.write(lab.planId, { ...(await traces.read(lab.planId)), namesReadAt: 0 });
    const bucket = (await lab.asPerson('POST', '/planner/buckets', {
      name: 'Ideas',
      planId: lab.planId,
    })) as { id: string };
    await lab.asPerson('POST', '/planner/tasks', {
      planId: lab.planId,
      title: 'Idea',
      bucketId: bucket.id,
    });
    await lab.sweep();
    const [, event] = await planEvents();
    expect(event?.plan.buckets).toContainEqual({ id: bucket.id, name: 'Ideas' });
    const { namesReadAt } = await traces.read(lab.planId);
    await lab.sweep();
    expect((await traces.read(lab.planId)).namesReadAt).toBe(namesReadAt);
  });

  it('stay what they were when they cannot be read, and the look counts all the same', async () => {
    await lab.sweep();
    await graph.addFault({
      match: { method: 'GET', path: `/planner/plans/${lab.planId}/details` },
      effect: { kind: 'status', status: 503 },
    });
    await lab.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'Seen anyway' });
    const traces = createPlanTraces(lab);
    await traces.write(lab.planId, { ...(await traces.read(lab.planId)), namesDueAt: 0 });
    expect(await lab.sweep()).toMatchObject({ error: null, isActive: true });
    await graph.clearFaults();
    expect(await planEvents()).toHaveLength(1);
    expect((await traces.read(lab.planId)).namesDueAt).toBeGreaterThan(0);
  });

  it('are not taken back by somebody who had read them earlier', async () => {
    await lab.sweep();
    const read = await lab.names.read(lab.planId);
    if (read === null) throw new Error('nothing was read');
    const { readAt, ...names } = read;
    expect(await lab.names.note({ ...names, title: 'Newer' }, readAt + 10)).toBe('changed');
    expect(await lab.names.note({ ...names, title: 'Older' }, readAt + 5)).toBe('older');
    expect((await lab.names.read(lab.planId))?.title).toBe('Newer');
  });

  it('are not kept for a plan that nobody links any more', async () => {
    await lab.sweep();
    const read = await lab.names.read(lab.planId);
    await lab.redis.hdel(lab.keys.linkedPlans, lab.planId);
    await lab.redis.del(lab.keys.planNames(lab.planId));
    if (read === null) throw new Error('nothing was read');
    expect(await lab.names.note(read, read.readAt + 10)).toBe('unlinked');
    expect(await lab.names.read(lab.planId)).toBeNull();
  });

  it('that could not be read the first time are read again as soon as those of a busy plan', async () => {
    await graph.addFault({
      match: { path: '/buckets$' },
      effect: { kind: 'status', status: 500 },
      times: 1,
    });
    await lab.sweep();
    expect(await lab.names.read(lab.planId)).toBeNull();
    await lookLater(Date.now() - 1_000);
    expect(await lab.names.read(lab.planId)).toMatchObject({ title: 'Lab' });
  });
});

function allBuckets(): readonly string[] {
  return lab.buckets
    .map(({ id }) => `buckets/${id}`)
    .toSorted((one, other) => order(one) - order(other));
}

function order(key: string): number {
  return lab.forgotten.indexOf(key);
}
