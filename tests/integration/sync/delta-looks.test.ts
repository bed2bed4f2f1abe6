import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlanTraces } from '../../../src/tasks/plan-traces.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, plannerIdOf, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab({ appRoles: ['Tasks.ReadWrite.All', 'Tasks.Read.All'] });
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.clearFaults();
  await graph.settings({ plannerDeltaMinutes: 10_080 });
  lab = await openSyncLab(graph);
  return () => lab.leave();
});

/** A task on both sides, seen by a complete look with delta beside it. */
async function aSeenTask(title = 'Seen'): Promise<{ id: string; plannerId: string }> {
  const { id } = await lab.create({ title, planId: lab.planId });
  await lab.settle();
  await lab.look('delta');
  await syncWhatWasFound();
  return { id, plannerId: plannerIdOf(await lab.read(id)) };
}

async function syncWhatWasFound(): Promise<void> {
  await lab.sync(await lab.takeOutbox());
}

/** Paths that the product asked for while `work` ran, with the version where that is not v1.0. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const log = async (): Promise<{ seq: number; path: string; appId?: string }[]> => {
    const response = await fetch(`${graph.emulator.boardUrl}/control/requests?limit=20000`);
    return ((await response.json()) as { requests: never[] }).requests;
  };
  const before = (await log()).at(-1)?.seq ?? 0;
  await work();
  return (await log())
    .filter((entry) => entry.seq > before && entry.appId !== undefined)
    .map(({ path }) => path.split('?')[0] ?? '');
}

const listing = () => `/planner/plans/${lab.planId}/tasks`;

describe('a look from delta', () => {
  it('costs one small request when nothing happened', async () => {
    await aSeenTask();
    await lab.look('delta');
    const paths = await asked(() => lab.look('delta'));
    expect(paths).toEqual([`/beta/planner/plans('${lab.planId}')/tasks`]);
    const trace = await createPlanTraces(lab).read(lab.planId);
    expect(trace).toMatchObject({ source: 'delta', state: 'watching' });
    expect(Date.parse(trace.lastSignal ?? '')).toBeGreaterThan(Date.parse(trace.lastLook ?? ''));
  });

  it('finds what Graph hints at, and reads the truth of it in v1.0 without listing the plan', async () => {
    const { id, plannerId } = await aSeenTask();
    await lab.editTask(plannerId, { percentComplete: 100 });
    const paths = await asked(() => lab.look('delta'));
    expect(paths).toContain(`/planner/tasks/${plannerId}`);
    expect(paths).not.toContain(listing());
    await syncWhatWasFound();
    expect(await lab.read(id)).toMatchObject({ percentComplete: 100, sync: { state: 'synced' } });
  });

  it('finds tasks that people made', async () => {
    await aSeenTask();
    await lab.asPerson('POST', '/planner/tasks', { planId: lab.planId, title: 'By a person' });
    await lab.look('delta');
    await syncWhatWasFound();
    expect((await lab.all()).map(({ title }) => title)).toContain('By a person');
  });

  it('does not see what delta does not tell; the next complete look does', async () => {
    const { id, plannerId } = await aSeenTask();
    await lab.editTask(plannerId, { title: 'Only a title' });
    await lab.look('delta');
    await syncWhatWasFound();
    expect((await lab.read(id)).title).toBe('Seen');
    await lab.look('delta', true);
    await syncWhatWasFound();
    expect((await lab.read(id)).title).toBe('Only a title');
  });

  it('takes a task for deleted only after a complete listing and its own 404', async () => {
    const { id, plannerId } = await aSeenTask();
    await lab.deleteTask(plannerId);
    const paths = await asked(() => lab.look('delta'));
    expect(paths).toContain(listing());
    expect(await lab.exists(id)).toBe(true);
    await syncWhatWasFound();
    expect(await lab.exists(id)).toBe(false);
  });

  it('announces nothing for noise and for what we wrote ourselves', async () => {
    const { id, plannerId } = await aSeenTask();
    await lab.update(id, { percentComplete: 50 });
    await syncWhatWasFound();
    const writes = await lab.writesDuring(async () => {
      for (let look = 0; look < 3; look += 1) {
        const paths = await asked(() => lab.look('delta'));
        expect(paths).not.toContain(`/planner/tasks/${plannerId}`);
        expect(await lab.takeOutbox()).toEqual([]);
      }
    });
    expect(writes).toBe(0);
  });

  it('is complete when somebody asked for it, and after a look that failed', async () => {
    await aSeenTask();
    expect(await asked(() => lab.look('delta', true))).toContain(listing());
    await graph.addFault({
      match: { path: '^/planner/plans/.*/tasks$' },
      effect: { kind: 'status', status: 503 },
      times: 2,
    });
    expect((await lab.look('delta')).error).toMatchObject({ code: 'unavailable' });
    await graph.clearFaults();
    expect(await asked(() => lab.look('delta'))).toContain(listing());
  });
});

describe('no change is lost', () => {
  it.each([
    ['410 with a place to start again', () => graph.settings({ plannerDeltaMinutes: 0 })],
    [
      '410 without',
      () =>
        graph.addFault({
          match: { query: 'deltatoken' },
          effect: { kind: 'status', status: 410, code: 'syncStateNotFound' },
          times: 1,
        }),
    ],
    [
      '400 for a link that Graph does not know',
      () => lab.links.write(lab.planId, `/planner/plans('x')/tasks?$deltatoken=x` as never),
    ],
    ['a link that is gone from Redis', () => lab.links.drop(lab.planId)],
  ])('where delta loses its thread: %s', async (_, lose) => {
    const { id, plannerId } = await aSeenTask();
    await lab.editTask(plannerId, { title: 'Changed before' });
    await lose();
    await lab.look('delta');
    await graph.settings({ plannerDeltaMinutes: 10_080 });
    await syncWhatWasFound();
    expect((await lab.read(id)).title).toBe('Changed before');
    await lab.editTask(plannerId, { percentComplete: 50 });
    await lab.look('delta');
    await syncWhatWasFound();
    expect((await lab.read(id)).percentComplete).toBe(50);
  });

  it('where Graph refuses delta from now on: the plan is swept, and that is said', async () => {
    const { id, plannerId } = await aSeenTask();
    await lab.editTask(plannerId, { title: 'Changed before' });
    await graph.addFault({
      match: { query: 'deltatoken|planId' },
      effect: { kind: 'status', status: 403 },
    });
    expect(await lab.look('delta')).toMatchObject({ error: null, source: 'sweep' });
    await syncWhatWasFound();
    expect((await lab.read(id)).title).toBe('Changed before');
    expect(lab.refusals).toEqual([expect.stringContaining('403')]);
  });

  it('where Graph refuses one plan altogether: that says nothing about delta', async () => {
    await aSeenTask();
    await graph.addFault({
      match: { query: 'deltatoken|planId' },
      effect: { kind: 'status', status: 403 },
    });
    await graph.addFault({
      match: { path: `/plans/${lab.planId}/tasks` },
      effect: { kind: 'status', status: 403 },
    });
    expect(await lab.look('delta')).toMatchObject({ error: { code: 'forbidden' } });
    expect(lab.refusals).toEqual([]);
  });

  it('where a process dies before it has kept the new link: the round is told twice, which does no harm', async () => {
    const { id, plannerId } = await aSeenTask();
    const link = await lab.links.read(lab.planId);
    if (link === null) throw new Error('there is no link');
    await lab.editTask(plannerId, { percentComplete: 100 });
    await lab.look('delta');
    await lab.links.write(lab.planId, link);
    await syncWhatWasFound();
    expect((await lab.read(id)).percentComplete).toBe(100);
    const writes = await lab.writesDuring(async () => void (await lab.look('delta')));
    expect(writes).toBe(0);
    expect(await lab.takeOutbox()).toEqual([]);
  });

  it('when sources are switched in the middle of edits', async () => {
    const tasks = [await aSeenTask('one'), await aSeenTask('two'), await aSeenTask('three')];
    const sources = ['delta', 'sweep', 'notification', 'delta', 'notification', 'sweep', 'delta'];
    for (const [round, source] of sources.entries()) {
      const task = tasks[round % tasks.length];
      if (task === undefined) continue;
      const editing = lab.editTask(task.plannerId, {
        title: `Title ${String(round)}`,
        percentComplete: round % 2 === 0 ? 50 : 100,
      });
      await lab.look(source as 'delta');
      await editing;
      await syncWhatWasFound();
    }
    await lab.look('sweep');
    await syncWhatWasFound();
    const board = new Map((await lab.board()).map((task) => [task.id, task]));
    for (const { id, plannerId } of tasks) {
      const { title, percentComplete } = await lab.read(id);
      expect({ title, percentComplete }).toEqual({
        title: board.get(plannerId)?.title,
        percentComplete: board.get(plannerId)?.['percentComplete'],
      });
    }
  });

  it('and the first look after another source is complete', async () => {
    await aSeenTask();
    expect(await asked(() => lab.look('sweep'))).toContain(listing());
    expect(await lab.links.read(lab.planId)).toBeNull();
    const paths = await asked(() => lab.look('delta'));
    // The thread is taken up before the listing begins.
    expect(paths.indexOf('/beta/planner/tasks/delta')).toBeLessThan(paths.indexOf(listing()));
    expect(await asked(() => lab.look('notification'))).toContain(listing());
  });
});
