import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GraphError } from '../../../src/domain/graph-error.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, plannerIdOf, type SyncLab } from './sync-lab.js';

// Edits that no list of tasks shows: a description or a row is worded anew. The emulator moves no etag then.

const minute = 60_000;
const hour = 60 * minute;

let graph: GraphLab;
let lab: SyncLab;
/** Details that looks have read, and when (ms since the test began). */
let reads: { plannerId: string; at: number }[];
let clock: { readonly startedAt: number; now: number };

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = await openSyncLab(graph);
  reads = [];
  clock = { startedAt: Date.now() + 5_000, now: Date.now() + 5_000 };
  lab.lookWith({
    ...graph.planner,
    getDetails: (plannerId) => {
      reads.push({ plannerId, at: clock.now - clock.startedAt });
      return graph.planner.getDetails(plannerId);
    },
  });
});
afterEach(() => lab.leave());

/** Redis' library goes on from the highest time that it has kept, and so does this test. */
async function waitFor(ms: number): Promise<void> {
  clock.now += ms;
  await lab.redis.hset(lab.keys.config, 'clock', String(clock.now - 1_000));
}

/** Looks every so often, until so much time has passed, and syncs what they find. */
async function watchFor(ms: number, everyMs: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += everyMs) {
    await waitFor(everyMs);
    await lab.sweep();
    await lab.sync(await lab.takeOutbox());
  }
}

async function aTask(body: object): Promise<{ readonly id: string; readonly plannerId: string }> {
  const { id } = await lab.create({ title: 'Offer', ...body });
  await lab.settle();
  await waitFor(0);
  return { id, plannerId: plannerIdOf(await lab.read(id)) };
}

describe('a description that is worded anew', () => {
  test('is found ten minutes after the last change of the details, with the next look', async () => {
    const { id, plannerId } = await aTask({ description: 'Two pages' });
    await watchFor(2 * minute, minute); // our own write is looked after sooner
    await lab.editDetails(plannerId, { description: 'Three pages' });
    await watchFor(8 * minute, minute);
    expect((await lab.read(id)).description).toBe('Two pages');
    await watchFor(4 * minute, minute);

    expect((await lab.read(id)).description).toBe('Three pages');
  });

  test('is found within three times the time that the details had rested', async () => {
    const { id, plannerId } = await aTask({ description: 'Two pages' });
    await watchFor(1 * hour, 5 * minute);
    await lab.editDetails(plannerId, { description: 'Three pages' });
    await watchFor(3 * hour + 10 * minute, 5 * minute);
    expect((await lab.read(id)).description).toBe('Three pages');
  });
});

test('details that rest are read more and more seldom', async () => {
  await aTask({ description: 'Two pages' });
  await watchFor(10 * minute, minute);
  await watchFor(20 * hour, 15 * minute);

  const gaps = reads.slice(1).map(({ at }, index) => at - (reads[index]?.at ?? 0));
  expect(reads.length).toBeGreaterThanOrEqual(5);
  expect(reads.length).toBeLessThanOrEqual(9);
  expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
});

test('tasks without details are not read at all, until their list shows that they have some', async () => {
  const { id, plannerId } = await aTask({});
  reads = [];
  await watchFor(24 * hour, hour);
  expect(reads).toEqual([]);

  await lab.editDetails(plannerId, { description: 'Two pages' });
  await watchFor(2 * minute, minute);
  expect((await lab.read(id)).description).toBe('Two pages');
});

test('a large plan spreads its readings over the looks', async () => {
  const tasks = Array.from({ length: 60 }, (_, at) =>
    lab.create({ title: `Task ${String(at)}`, description: 'Two pages' }),
  );
  await Promise.all(tasks);
  await lab.settle();
  await waitFor(2 * minute);
  reads = [];
  await lab.sweep();
  expect(reads).toHaveLength(26); // 20 at least, and more after a long time without a look
  await watchFor(4 * minute, minute);
  expect(new Set(reads.map(({ plannerId }) => plannerId)).size).toBe(60);
});

test('what Graph does not show now waits for the next look, and what it showed counts', async () => {
  const tasks = await Promise.all(
    [1, 2, 3].map((at) => lab.create({ title: `Task ${String(at)}`, description: 'Two pages' })),
  );
  await lab.settle();
  const plannerIds = await Promise.all(
    tasks.map(async ({ id }) => plannerIdOf(await lab.read(id))),
  );
  await waitFor(2 * minute);
  await Promise.all(
    plannerIds.map((plannerId) => lab.editDetails(plannerId, { description: 'Three pages' })),
  );
  let left = 2;
  lab.lookWith({
    ...graph.planner,
    getDetails: (plannerId) => {
      if (left <= 0) return Promise.reject(throttled);
      left -= 1;
      return graph.planner.getDetails(plannerId);
    },
  });
  await lab.takeOutbox();

  expect(await lab.sweep()).toMatchObject({ isActive: true, error: null });
  const first = await lab.takeOutbox();
  left = 2;
  await lab.sweep();
  const second = await lab.takeOutbox();
  expect(first).toHaveLength(2);
  expect([...first, ...second].toSorted()).toEqual(tasks.map(({ id }) => id).toSorted());
});

const throttled = new GraphError({
  code: 'throttled',
  message: 'The requests of this minute are used up',
  status: null,
  advice: 'Nothing to do.',
  retryAfterMs: 30_000,
  limit: null,
  requestId: null,
  applied: 'no',
});
