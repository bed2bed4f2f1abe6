import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { PlanSyncActivities } from '../../../activities/plan-sync-activities.js';
import { tryLater } from '../../../src/temporal/activity-failure.js';
import type { ChangeSource, PlanSyncInput } from '../../../workflows/plan-sync/contract.js';
import {
  planSyncView,
  planSyncWorkflow,
  retryNow,
  tasksChanged,
} from '../../../workflows/plan-sync/contract.js';
import { FakeSync, Gate } from './fake-sync.js';
import { runsOf, startWorkflowLab, type WorkflowLab } from './workflow-lab.js';

const wait = { timeout: 20_000, interval: 20 };
let lab: WorkflowLab;
/** By plan: tests run side by side, because they mostly wait for Temporal's timers. */
const syncs = new Map<string, FakeSync>();

function syncOf(planId: string): FakeSync {
  const sync = syncs.get(planId);
  if (sync === undefined) throw new Error(`No test has a plan ${planId}`);
  return sync;
}

beforeAll(async () => {
  lab = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: {
      syncTasks: (input) => syncOf(input.planId).activities.syncTasks(input),
      syncTask: (input) => syncOf(input.planId).activities.syncTask(input),
    } satisfies PlanSyncActivities,
  });
});
afterAll(() => lab.close());

/** A plan of the test's own, and what the relay does with its changes: signals, and starts when nobody runs. */
function aPlan(input: Partial<PlanSyncInput> = {}) {
  const workflowId = lab.newId();
  const planId = workflowId;
  const sync = new FakeSync();
  syncs.set(planId, sync);
  return {
    workflowId,
    sync,
    change: (refs: readonly string[], source: ChangeSource = 'agent') =>
      lab.client.workflow.signalWithStart(planSyncWorkflow, {
        workflowId,
        taskQueue: lab.taskQueue,
        args: [{ planId, idleMs: 300, ...input } satisfies PlanSyncInput],
        signal: tasksChanged,
        signalArgs: [{ taskIds: refs, source }],
      }),
  };
}

const refs = (count: number, prefix = 'task'): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at)}`);

describe.concurrent('a plan', () => {
  test('waits as a whole when a part of it is throttled, and comes back as one batch', async () => {
    const { sync, change } = aPlan();
    sync.script = (ref, attempt) =>
      ref.startsWith('held') && attempt === 1
        ? { kind: 'trouble', code: 'throttled', retryAfterMs: 1_500 }
        : { kind: 'done' };
    const handle = await change([...refs(3, 'held'), 'fine']);
    await vi.waitFor(() => expect(sync.finished.has('fine')).toBe(true), wait);
    await change(['meanwhile']);
    await handle.result();

    expect(sync.batches.map((batch) => batch.toSorted())).toEqual([
      ['fine', ...refs(3, 'held')],
      [...refs(3, 'held'), 'meanwhile'],
    ]);
    expect(sync.log.filter((line) => line.startsWith('retry'))).toEqual([]);
    const [first = 0, second = 0] = sync.triedAt.get('held-0') ?? [];
    expect(second - first).toBeGreaterThanOrEqual(1_500);
  });

  test('does not wait for Graph any longer when somebody wants it now', async () => {
    const { sync, change } = aPlan();
    sync.script = (_ref, attempt) =>
      attempt === 1
        ? { kind: 'trouble', code: 'throttled', retryAfterMs: 3_600_000 }
        : { kind: 'done' };
    const handle = await change(refs(3));
    await vi.waitFor(() => expect(sync.triedAt.size).toBe(3), wait);
    await vi.waitFor(async () => {
      expect(await handle.query(planSyncView)).toMatchObject({ waiting: 3, inFlight: 0 });
    }, wait);
    await handle.signal(retryNow);
    await handle.result();

    expect(sync.batches).toHaveLength(2);
  });

  test('tries what sleeps after trouble when somebody wants it now', async () => {
    const { sync, change } = aPlan();
    sync.script = (_ref, attempt) =>
      attempt === 1
        ? { kind: 'trouble', code: 'unavailable', retryAfterMs: 3_600_000 }
        : { kind: 'done' };
    const handle = await change(refs(3));
    await vi.waitFor(
      async () => expect((await handle.query(planSyncView)).retrying).toHaveLength(3),
      wait,
    );
    await handle.signal(retryNow);
    await handle.result();

    expect([...sync.finished].toSorted()).toEqual(refs(3));
    expect(sync.doubled).toEqual([]);
  });

  test('is synced in batches of twenty and closes when nothing is left to do', async () => {
    const { sync, change } = aPlan();
    const handle = await change(refs(45));
    await handle.result();

    expect(sync.batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
    expect([...sync.finished].toSorted()).toEqual(refs(45).toSorted());
  });

  test('stays open for a while, and goes on with what changes then', async () => {
    const { sync, change } = aPlan({ idleMs: 20_000 });
    const first = await change(['one']);
    await vi.waitFor(() => expect(sync.finished).toContain('one'), wait);
    const second = await change(['two']);
    await vi.waitFor(() => expect(sync.finished).toContain('two'), wait);

    expect(second.signaledRunId).toBe(first.signaledRunId);
  });

  test('is started anew by a change after it has closed', async () => {
    const { sync, change } = aPlan();
    await (await change(['one'])).result();
    await (await change(['one'])).result();

    expect(sync.batches).toEqual([['one'], ['one']]);
  });

  test('syncs a task again that changed while it was synced, one after the other', async () => {
    const { sync, change } = aPlan();
    const gate = new Gate();
    sync.script = async (_ref, attempt) => {
      if (attempt === 1) await gate.opened;
      return { kind: 'done' };
    };
    const handle = await change(['one']);
    await vi.waitFor(() => expect(sync.batches).toHaveLength(1), wait);
    await change(['one']);
    await vi.waitFor(
      async () => expect(await handle.query(planSyncView)).toMatchObject({ waiting: 1 }),
      wait,
    );
    gate.open();
    await handle.result();

    expect(sync.log).toEqual([
      'batch begins one',
      'batch ended one',
      'batch begins one',
      'batch ended one',
    ]);
  });

  test('waits as a whole when Graph as a whole refuses, as long as Graph asked for', async () => {
    const { sync, change } = aPlan();
    const refusedAt: number[] = [];
    sync.beforeBatch = () => {
      if (refusedAt.length === 2) return;
      refusedAt.push(Date.now());
      throw tryLater('throttled', 1_500);
    };
    await (await change(refs(5))).result();

    const [one = 0, other = 0] = refusedAt;
    expect(other - one).toBeGreaterThanOrEqual(1_500);
    expect(sync.batches).toEqual([refs(5)]);
  });
});

describe.concurrent('a task in trouble', () => {
  test('is retried by itself at the time that Graph asked for, while the others go on', async () => {
    const { sync, change } = aPlan();
    sync.script = (ref, attempt) =>
      ref === 'bad' && attempt < 4
        ? { kind: 'trouble', code: 'unavailable', retryAfterMs: 1_200 }
        : { kind: 'done' };
    const handle = await change(['bad', 'good']);
    await vi.waitFor(
      async () =>
        expect(await handle.query(planSyncView)).toMatchObject({ done: 1, retrying: ['bad'] }),
      wait,
    );
    await handle.result();

    const times = sync.triedAt.get('bad') ?? [];
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps).toHaveLength(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1_200);
    expect(sync.finished).toContain('bad');
  });

  test('is looked at again without ado when it only needs another look', async () => {
    const { sync, change } = aPlan();
    sync.script = (_ref, attempt) =>
      attempt === 1 ? { kind: 'again', afterMs: 50 } : { kind: 'done' };
    await (await change(['one'])).result();

    expect(sync.triedAt.get('one')).toHaveLength(2);
  });

  test('does not wait when something new comes from an agent', async () => {
    const { sync, change } = aPlan();
    sync.script = (_ref, attempt) =>
      attempt === 1
        ? { kind: 'trouble', code: 'unavailable', retryAfterMs: 3_600_000 }
        : { kind: 'done' };
    const handle = await change(['one']);
    await vi.waitFor(
      async () => expect(await handle.query(planSyncView)).toMatchObject({ retrying: ['one'] }),
      wait,
    );
    await change(['one']);
    await handle.result();

    expect(sync.batches).toEqual([['one'], ['one']]);
  });

  test('is not tried a second time beside a retry that is still under way', async () => {
    const { sync, change } = aPlan();
    const gate = new Gate();
    sync.script = async (ref, attempt) => {
      if (ref === 'other') return { kind: 'done' };
      if (attempt === 1) return { kind: 'trouble', code: 'timeout', retryAfterMs: 1 };
      if (attempt === 2) await gate.opened;
      return { kind: 'done' };
    };
    const handle = await change(['one']);
    await vi.waitFor(() => expect(sync.log).toContain('retry begins one'), wait);
    await change(['one']);
    await change(['other']);
    await vi.waitFor(() => expect(sync.finished).toContain('other'), wait);
    gate.open();
    await handle.result();

    expect(sync.doubled).toEqual([]);
    expect(sync.log.filter((line) => line.endsWith(' one')).slice(-4)).toEqual([
      'retry begins one',
      'retry ended one',
      'batch begins one',
      'batch ended one',
    ]);
  });
});

describe.concurrent('a long history', () => {
  test('is continued as new under load without losing a task or taking one twice', async () => {
    const { workflowId, sync, change } = aPlan({ historyLimit: 150 });
    // Some fail twice, some need a second look.
    sync.script = (ref, attempt) => {
      const number = Number(ref.split('-').at(-1));
      if (number % 100 === 17 && attempt < 3) {
        return { kind: 'trouble', code: 'timeout', retryAfterMs: 10 };
      }
      if (number % 13 === 0 && attempt < 2) return { kind: 'again', afterMs: 10 };
      return { kind: 'done' };
    };
    const all = refs(400);
    const first = await change(all.slice(0, 10));
    for (let at = 10; at < all.length; at += 10) {
      await change(all.slice(at, at + 10));
    }
    const handle = lab.client.workflow.getHandle(workflowId, first.signaledRunId);
    await handle.result();

    expect(all.filter((ref) => !sync.finished.has(ref))).toEqual([]);
    expect(sync.doubled).toEqual([]);
    expect((await runsOf(lab.client, handle)).length).toBeGreaterThan(2);
  });

  test('carries a task over whose retry failed after it was told to stop', async () => {
    const { workflowId, sync, change } = aPlan({ historyLimit: 40 });
    const gate = new Gate();
    sync.script = async (ref, attempt) => {
      if (ref !== 'slow') return { kind: 'done' };
      if (attempt === 1) return { kind: 'trouble', code: 'timeout', retryAfterMs: 1 };
      if (attempt > 2) return { kind: 'done' };
      await gate.opened;
      return { kind: 'trouble', code: 'timeout', retryAfterMs: null };
    };
    const handle = await change(['slow']);
    const run = lab.client.workflow.getHandle(workflowId, handle.signaledRunId);
    await vi.waitFor(() => expect(sync.log).toContain('retry begins slow'), wait);
    const isToldToStop = async () => {
      const { events } = await run.fetchHistory();
      return events?.some((event) => event.activityTaskCancelRequestedEventAttributes) === true;
    };
    for (let at = 0; !(await isToldToStop()); at += 1) {
      await change([`other-${String(at)}`]);
    }
    gate.open();
    await run.result();

    expect((await runsOf(lab.client, run)).length).toBe(2);
    expect(sync.finished).toContain('slow');
    expect(sync.doubled).toEqual([]);
  });

  test('carries over the time that Graph asked for', async () => {
    const { workflowId, sync, change } = aPlan({ historyLimit: 40 });
    sync.script = (ref) =>
      ref === 'later'
        ? { kind: 'trouble', code: 'unavailable', retryAfterMs: 3_600_000 }
        : { kind: 'done' };
    const { signaledRunId } = await change(['later']);
    const before = Date.now();
    const run = lab.client.workflow.getHandle(workflowId, signaledRunId);
    for (let at = 0; (await runsOf(lab.client, run)).length < 2; at += 1) {
      await change([`other-${String(at)}`]);
    }
    const [, second = ''] = await runsOf(lab.client, run);

    const { events } = await lab.client.workflow.getHandle(workflowId, second).fetchHistory();
    const payload = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    const carried = JSON.parse(Buffer.from(payload?.data ?? []).toString()) as PlanSyncInput;
    expect(carried).toMatchObject({ planId: workflowId, idleMs: 300, historyLimit: 40 });
    expect(carried.carried?.retrying).toMatchObject([
      { ref: 'later', code: 'unavailable', attempts: 1 },
    ]);
    const nextAt = carried.carried?.retrying[0]?.nextAt ?? 0;
    expect(Math.abs(nextAt - before - 3_600_000)).toBeLessThan(10_000);
    expect(sync.triedAt.get('later')).toHaveLength(1);
  });
});
