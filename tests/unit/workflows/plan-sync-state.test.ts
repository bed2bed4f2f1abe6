import { describe, expect, test } from 'vitest';
import type { SyncOutcome } from '../../../src/domain/sync-outcome.js';
import type { ChangeSource, PlanSyncInput } from '../../../workflows/plan-sync/contract.js';
import {
  type Batch,
  batchSize,
  PlanSyncState,
} from '../../../workflows/plan-sync/plan-sync-state.js';

const start = 1_000_000;

/** A state with a clock that stands until it is moved. */
function aState(carried?: PlanSyncInput['carried']) {
  const clock = { now: start };
  const input: PlanSyncInput = { planId: 'plan', ...(carried && { carried }) };
  return { clock, state: PlanSyncState.from(input, () => clock.now) };
}

const refs = (count: number, prefix = 'task'): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at)}`);
const changed = (taskIds: readonly string[], source: ChangeSource = 'agent') => ({
  taskIds,
  source,
});
const done = (ref: string): SyncOutcome => ({ kind: 'done', ref });
const trouble = (ref: string, retryAfterMs: number | null = null): SyncOutcome => ({
  kind: 'trouble',
  ref,
  code: 'timeout',
  retryAfterMs,
});

function take(state: PlanSyncState): Batch {
  const batch = state.takeBatch();
  if (batch === null) throw new Error('There is no batch to take');
  return batch;
}

/** Brings a task into its own retry, which is under way. */
function retry(state: PlanSyncState, ref: string): void {
  state.note(changed([ref]));
  state.finishBatch(take(state), [trouble(ref)]);
  state.takeTroubled();
}

function carry(state: PlanSyncState, clock: { now: number }) {
  const input = state.toInput();
  return { input, next: PlanSyncState.from(input, () => clock.now) };
}

describe('the batch lane', () => {
  test('takes what changed, at most twenty tasks to a batch', () => {
    const { state } = aState();
    state.note(changed(refs(45)));

    const sizes = [take(state), take(state)].map((batch) => batch.refs.length);

    expect(batchSize).toBe(20);
    expect(sizes).toEqual([20, 20]);
  });

  test('starts a short batch at once when nothing else is under way', () => {
    const { state } = aState();
    state.note(changed(['one']));

    expect(take(state).refs).toEqual(['one']);
  });

  test('lets a short batch wait while another is under way, and starts it when that has ended', () => {
    const { state } = aState();
    state.note(changed(['first']));
    const first = take(state);
    state.note(changed(refs(19)));

    expect(state.hasStartable()).toBe(false);
    expect(state.takeBatch()).toBeNull();

    state.finishBatch(first, [done('first')]);
    expect(state.hasStartable()).toBe(true);
    expect(take(state).refs).toHaveLength(19);
  });

  test('starts a full batch beside another', () => {
    const { state } = aState();
    state.note(changed(['first']));
    take(state);
    state.note(changed(refs(20)));

    expect(state.hasStartable()).toBe(true);
    expect(take(state).refs).toHaveLength(20);
  });

  test('has four batches under way at most', () => {
    const { state } = aState();
    state.note(changed(refs(200)));
    const batches = [take(state), take(state), take(state), take(state)];

    expect(state.hasStartable()).toBe(false);
    expect(state.takeBatch()).toBeNull();

    const [first] = batches;
    if (first) state.finishBatch(first, first.refs.map(done));
    expect(take(state).refs).toHaveLength(20);
  });

  test('takes what agents wait for before what people changed, and both before back-fill', () => {
    const { state } = aState();
    state.note(changed(refs(10, 'import'), 'system'));
    state.note(changed(refs(10, 'edit'), 'planner'));
    state.note(changed(refs(10, 'write'), 'agent'));

    const batch = take(state);

    expect(batch.refs).toEqual([...refs(10, 'write'), ...refs(10, 'edit')]);
    expect(batch.source).toBe('agent');
  });

  test('makes a waiting task as urgent as its most urgent change', () => {
    const { state } = aState();
    state.note(changed(refs(20, 'import'), 'system'));
    state.note(changed(['import-19'], 'agent'));
    state.note(changed(['import-19'], 'system'));

    expect(take(state).refs[0]).toBe('import-19');
  });

  test('syncs a task again that changed while it was being synced, and not before that has ended', () => {
    const { state } = aState();
    state.note(changed(['one']));
    const batch = take(state);
    state.note(changed(['one', ...refs(19)]));

    expect(state.takeBatch()).toBeNull(); // only 19 are free
    state.finishBatch(batch, [done('one')]);

    expect(state.isIdle()).toBe(false);
    expect(take(state).refs).toContain('one');
  });

  test('tries the tasks of a batch that failed for good one by one', () => {
    const { state, clock } = aState();
    state.note(changed(['one', 'two']));
    state.failBatch(take(state), 'failed');

    expect(state.takeTroubled()).toEqual([
      { ref: 'one', code: 'failed', dueAt: clock.now + 2_000, attempts: 1 },
      { ref: 'two', code: 'failed', dueAt: clock.now + 2_000, attempts: 1 },
    ]);
  });

  test('takes the tasks of a stopped batch again, with their urgency', () => {
    const { state } = aState();
    state.note(changed(refs(20, 'import'), 'system'));
    const stopped = take(state);
    state.note(changed(['later'], 'planner'));
    state.returnBatch(stopped);

    const next = take(state);

    expect(next.refs.slice(0, 2)).toEqual(['later', 'import-0']);
    expect(state.view()).toMatchObject({ waiting: 1, inFlight: 20 });
  });

  test('is idle when every outcome is in, and not earlier', () => {
    const { state } = aState();
    expect(state.isIdle()).toBe(true);
    state.note(changed(['one']));
    expect(state.isIdle()).toBe(false);
    const batch = take(state);
    expect(state.isIdle()).toBe(false);
    state.finishBatch(batch, [done('one')]);

    expect(state.isIdle()).toBe(true);
    expect(state.view()).toEqual({ waiting: 0, inFlight: 0, retrying: [], done: 1 });
  });
});

describe('the trouble lane', () => {
  test('waits two seconds before the first try of its own', () => {
    const { state, clock } = aState();
    state.note(changed(['one']));
    state.finishBatch(take(state), [trouble('one')]);

    expect(state.isIdle()).toBe(false);
    expect(state.takeTroubled()).toEqual([
      { ref: 'one', code: 'timeout', dueAt: clock.now + 2_000, attempts: 1 },
    ]);
  });

  test('waits as long as Graph asked for, and as a task asks for that is only to be looked at again', () => {
    const { state, clock } = aState();
    state.note(changed(['one', 'two']));
    state.finishBatch(take(state), [
      trouble('one', 90_000),
      { kind: 'again', ref: 'two', afterMs: 500 },
    ]);

    expect(state.takeTroubled().map(({ ref, dueAt }) => [ref, dueAt - clock.now])).toEqual([
      ['one', 90_000],
      ['two', 500],
    ]);
  });

  test('starts each task once', () => {
    const { state } = aState();
    state.note(changed(['one']));
    state.finishBatch(take(state), [trouble('one')]);
    state.takeTroubled();

    expect(state.hasStartable()).toBe(false);
    expect(state.takeTroubled()).toEqual([]);
  });

  test('has fifty retries under way at most, and the next when one has ended', () => {
    const { state } = aState();
    state.note(changed(refs(60)));
    for (const batch of [take(state), take(state), take(state)]) {
      state.finishBatch(
        batch,
        batch.refs.map((ref) => trouble(ref)),
      );
    }

    expect(state.takeTroubled()).toHaveLength(50);
    expect(state.hasStartable()).toBe(false);
    state.finishTroubled('task-0', done('task-0'));
    expect(state.hasStartable()).toBe(true);
    expect(state.takeTroubled().map(({ ref }) => ref)).toEqual(['task-50']);
  });

  test('names the tasks whose retry is to be stopped because they changed', () => {
    const { state } = aState();
    retry(state, 'one');

    expect(state.note(changed(['one', 'other']))).toEqual(['one']);
  });

  test('does not put a task into a batch before its stopped retry has ended', () => {
    const { state } = aState();
    retry(state, 'one');
    state.note(changed(['one']));

    expect(state.hasStartable()).toBe(false);
    expect(state.takeBatch()).toBeNull();
    expect(state.isIdle()).toBe(false);

    state.returnTroubled('one');
    expect(take(state).refs).toEqual(['one']);
  });

  test('tries a woken task anew even when its stopped retry went well: it read the older values', () => {
    const { state } = aState();
    retry(state, 'one');
    state.note(changed(['one']));
    state.finishTroubled('one', done('one'));

    expect(state.isIdle()).toBe(false);
    expect(take(state).refs).toEqual(['one']);
  });

  test('puts a task into the batch lane at once when it changes before its retry was started', () => {
    const { state } = aState();
    state.note(changed(['one']));
    state.finishBatch(take(state), [trouble('one')]);

    expect(state.note(changed(['one']))).toEqual([]);
    expect(state.takeTroubled()).toEqual([]);
    expect(take(state).refs).toEqual(['one']);
  });

  test('is not disturbed by a reminder: the task keeps the time that Graph asked for', () => {
    const { state } = aState();
    retry(state, 'one');

    expect(state.note(changed(['one'], 'system'))).toEqual([]);
    expect(state.takeBatch()).toBeNull();
    expect(state.view().retrying).toEqual(['one']);
  });

  test('forgets trouble when the task changed while it was tried: the newer change is a whole new try', () => {
    const { state } = aState();
    state.note(changed(['one']));
    const batch = take(state);
    state.note(changed(['one']));
    state.finishBatch(batch, [trouble('one')]);

    expect(state.takeTroubled()).toEqual([]);
    expect(take(state).refs).toEqual(['one']);
  });
});

describe('what a run carries over into the next', () => {
  test('is every dirty task with its urgency', () => {
    const { state, clock } = aState();
    state.note(changed(['import'], 'system'));
    state.note(changed(['write'], 'agent'));

    const { input, next } = carry(state, clock);

    expect(input).toMatchObject({
      planId: 'plan',
      carried: {
        dirty: [
          { ref: 'import', source: 'system' },
          { ref: 'write', source: 'agent' },
        ],
        retrying: [],
      },
    });
    expect(take(next).refs).toEqual(['write', 'import']);
  });

  test('is the time that Graph asked for, however long the next run takes to begin', () => {
    const { state, clock } = aState();
    state.note(changed(['one']));
    state.finishBatch(take(state), [trouble('one', 3_600_000)]);
    state.takeTroubled();
    clock.now += 60_000;
    state.returnTroubled('one');

    const { next } = carry(state, clock);
    clock.now += 5_000;

    expect(next.takeTroubled()).toEqual([
      { ref: 'one', code: 'timeout', dueAt: start + 3_600_000, attempts: 1 },
    ]);
  });

  test('is how often a task was tried, and when the next attempt is due', () => {
    const { state, clock } = aState();
    retry(state, 'one');
    // In the batch at 0 s, by itself at 2 s, then retried by Temporal at 6 s and 14 s; the next would be at 30 s.
    clock.now = start + 20_000;
    state.returnTroubled('one');

    const { input, next } = carry(state, clock);

    expect(input.carried?.retrying).toEqual([
      { ref: 'one', code: 'timeout', attempts: 4, nextAt: start + 30_000 },
    ]);
    expect(next.takeTroubled()).toMatchObject([{ attempts: 4, dueAt: start + 30_000 }]);
  });

  test('is not lost when it is carried over twice', () => {
    const { state, clock } = aState();
    retry(state, 'one');
    clock.now = start + 20_000;
    state.returnTroubled('one');
    const { next } = carry(state, clock);
    clock.now = start + 25_000;
    next.takeTroubled();
    next.returnTroubled('one');

    expect(carry(next, clock).input.carried?.retrying).toEqual([
      { ref: 'one', code: 'timeout', attempts: 4, nextAt: start + 30_000 },
    ]);
  });

  test('counts no attempt of a task whose turn had not come', () => {
    const { state, clock } = aState();
    state.note(changed(['one']));
    state.finishBatch(take(state), [trouble('one')]);
    clock.now = start + 20_000;

    expect(carry(state, clock).input.carried?.retrying).toEqual([
      { ref: 'one', code: 'timeout', attempts: 1, nextAt: start + 2_000 },
    ]);
  });

  test('reads what a run carried that did not yet know codes', () => {
    const { state } = aState({
      dirty: [],
      retrying: [{ ref: 'one', attempts: 3, nextAt: start + 9_000 }],
    });

    expect(state.takeTroubled()).toEqual([
      { ref: 'one', code: 'carried', dueAt: start + 9_000, attempts: 3 },
    ]);
  });
});

describe('what Graph throttles', () => {
  const throttled = (ref: string, retryAfterMs: number | null = 5_000): SyncOutcome => ({
    kind: 'trouble',
    ref,
    code: 'throttled',
    retryAfterMs,
  });

  test('waits as a whole, as long as the longest was told, and comes back as one batch', () => {
    const { state, clock } = aState();
    state.note(changed(refs(3)));
    const batch = take(state);
    state.finishBatch(batch, [throttled('task-0', 2_000), done('task-1'), throttled('task-2')]);

    expect(state.takeTroubled()).toEqual([]);
    expect(state.takeBatch()).toBeNull();
    expect(state.hasStartable()).toBe(false);
    expect(state.isIdle()).toBe(false);
    expect(state.msOfRest()).toBe(5_000);
    clock.now += 5_000;
    expect(take(state)).toEqual({ refs: ['task-0', 'task-2'], source: 'agent' });
  });

  test('keeps what changes meanwhile waiting too, and takes it along', () => {
    const { state, clock } = aState();
    state.note(changed(['held']));
    state.finishBatch(take(state), [throttled('held')]);
    state.note(changed(['new']));

    expect(state.takeBatch()).toBeNull();
    clock.now += 5_000;
    expect(take(state).refs).toEqual(['held', 'new']);
  });

  test('waits on in the next run', () => {
    const { state, clock } = aState();
    state.note(changed(['held']));
    state.finishBatch(take(state), [throttled('held')]);
    clock.now += 1_000;

    expect(carry(state, clock).next.msOfRest()).toBe(4_000);
    expect(carry(state, clock).next.takeBatch()).toBeNull();
  });

  test('holds up nothing that is more urgent: an import does not make agents wait', () => {
    const { state, clock } = aState();
    state.note({ taskIds: ['imported'], source: 'planner' });
    state.finishBatch(take(state), [throttled('imported', 40_000)]);
    state.note({ taskIds: ['reminded'], source: 'system' });
    expect(state.takeBatch()).toBeNull();
    expect(state.msOfRest()).toBe(40_000);

    state.note(changed(['written']));
    expect(state.hasStartable()).toBe(true);
    const batch = take(state);
    expect(batch).toEqual({ refs: ['written'], source: 'agent' });
    state.finishBatch(batch, [done('written')]);
    expect(state.hasStartable()).toBe(false);
    expect(carry(state, clock).next.takeBatch()).toBeNull();
    clock.now += 40_000;
    expect(take(carry(state, clock).next).refs).toEqual(['imported', 'reminded']);
  });

  test('holds up everything in runs that began before that was so, and in what they carried', () => {
    const state = PlanSyncState.from({ planId: 'plan' }, () => start, 'plan');
    state.note({ taskIds: ['imported'], source: 'planner' });
    state.finishBatch(take(state), [throttled('imported')]);
    state.note(changed(['written']));
    expect(state.takeBatch()).toBeNull();
    const next = PlanSyncState.from(state.toInput(), () => start);
    expect(next.takeBatch()).toBeNull();
    expect(next.msOfRest()).toBe(5_000);
  });

  test('is tried task by task in runs that began before that was so', () => {
    const state = PlanSyncState.from({ planId: 'plan' }, () => start, 'each');
    state.note(changed(['held']));
    state.finishBatch(take(state), [throttled('held')]);

    expect(state.msOfRest()).toBe(0);
    expect(state.takeTroubled()).toMatchObject([{ ref: 'held', code: 'throttled' }]);
  });
});
