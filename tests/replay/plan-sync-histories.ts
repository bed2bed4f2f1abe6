import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { tryLater } from '../../src/temporal/activity-failure.js';
import type { ChangeSource, PlanSyncInput } from '../../workflows/plan-sync/contract.js';
import { planSyncWorkflow, tasksChanged } from '../../workflows/plan-sync/contract.js';
import type { FakeSync } from '../integration/workflows/fake-sync.js';
import { runsOf, type WorkflowLab } from '../integration/workflows/workflow-lab.js';
import type { Keep } from './record.js';
import { until } from './until.js';

/** Runs the sync of a plan through its main states and keeps what each leaves in history. */
export async function recordPlanSync(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  for (const record of [
    recordIdleClose,
    recordTrouble,
    recordRest,
    recordRestByUrgency,
    recordWoken,
    recordFailedBatch,
    recordGivenUp,
    recordContinueAsNew,
    recordCancelledBatch,
  ]) {
    sync.script = () => ({ kind: 'done' });
    sync.beforeBatch = () => {};
    await record(lab, sync, keep);
  }
}

function aPlan(lab: WorkflowLab, input: Partial<PlanSyncInput> = {}) {
  const workflowId = lab.newId();
  return async (
    taskIds: readonly string[],
    source: ChangeSource = 'agent',
  ): Promise<WorkflowHandle> => {
    const { signaledRunId } = await lab.client.workflow.signalWithStart(planSyncWorkflow, {
      workflowId,
      taskQueue: lab.taskQueue,
      args: [{ planId: 'plan', ...input }],
      signal: tasksChanged,
      signalArgs: [{ taskIds, source }],
    });
    return lab.client.workflow.getHandle(workflowId, signaledRunId);
  };
}

const refs = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at)}`);

async function recordIdleClose(lab: WorkflowLab, _: FakeSync, keep: Keep): Promise<void> {
  // With the default for closing, because that is what real histories hold.
  const change = aPlan(lab);
  const handle = await change(refs(45, 'task'));
  await change(['task-1', 'person'], 'planner');
  await handle.result();
  await keep('plan-sync-idle-close', handle);
}

async function recordTrouble(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) => {
    if (ref === 'woken' && attempt === 1) {
      return { kind: 'trouble', code: 'unavailable', retryAfterMs: 3_600_000 };
    }
    if (ref === 'slow' && attempt < 4) {
      return { kind: 'trouble', code: 'unavailable', retryAfterMs: 1_000 };
    }
    return ref === 'twice' && attempt === 1 ? { kind: 'again', afterMs: 100 } : { kind: 'done' };
  };
  let blocked = 0;
  sync.beforeBatch = () => {
    blocked += 1;
    if (blocked === 1) throw tryLater('unavailable', 1_000);
  };
  const change = aPlan(lab, { idleMs: 1_000 });
  const handle = await change(['woken', 'slow', 'twice', 'fine']);
  await until(() => sync.triedAt.has('slow'));
  await until(() => (sync.triedAt.get('slow')?.length ?? 0) > 1);
  await change(['woken', 'slow']);
  await handle.result();
  await keep('plan-sync-trouble', handle);
}

/** Graph throttles a part of two batches: what it throttled comes back as one, with what has changed meanwhile. */
async function recordRest(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) =>
    ref.startsWith('held') && attempt === 1
      ? { kind: 'trouble', code: 'throttled', retryAfterMs: 2_000 }
      : { kind: 'done' };
  const change = aPlan(lab, { idleMs: 1_000 });
  const handle = await change([...refs(15, 'held'), ...refs(15, 'fine')]);
  await until(() => sync.triedAt.has('held-14'));
  await change(['meanwhile'], 'planner');
  await handle.result();
  await keep('plan-sync-rest', handle);
}

/** An import that has to wait holds up nothing that an agent writes meanwhile, in this run or the next. */
async function recordRestByUrgency(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) =>
    ref.startsWith('import') && attempt === 1
      ? { kind: 'trouble', code: 'throttled', retryAfterMs: 3_000 }
      : { kind: 'done' };
  const change = aPlan(lab, { idleMs: 1_000 });
  const handle = await change(refs(15, 'import'), 'planner');
  await until(() => sync.triedAt.has('import-14'));
  await change(['urgent']);
  await until(() => sync.triedAt.has('urgent'));
  await handle.result();
  await keep('plan-sync-rest-by-urgency', handle);
}

/** A new change ends the wait of a task in trouble, a reminder does not. */
async function recordWoken(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (_, attempt) =>
    attempt === 1
      ? { kind: 'trouble', code: 'unavailable', retryAfterMs: 3_600_000 }
      : { kind: 'done' };
  const change = aPlan(lab, { idleMs: 1_000 });
  const handle = await change(['waiting']);
  await until(() => sync.triedAt.has('waiting'));
  await change(['waiting'], 'system');
  await until(async () => (await timersOf(handle)) > 0);
  await change(['waiting'], 'planner');
  await handle.result();
  await keep('plan-sync-woken', handle);
}

/** A batch that fails for good: its tasks are tried one by one. */
async function recordFailedBatch(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.beforeBatch = () => {
    throw ApplicationFailure.nonRetryable('unexpected', 'unexpected');
  };
  const handle = await aPlan(lab, { idleMs: 1_000 })(['one', 'two']);
  await handle.result();
  await keep('plan-sync-failed-batch', handle);
}

/** A task whose own retry is given up: the plan goes on, and reconcile comes back to the task. */
async function recordGivenUp(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) => {
    if (ref !== 'hopeless') return { kind: 'done' };
    if (attempt > 1) throw ApplicationFailure.nonRetryable('unexpected', 'unexpected');
    return { kind: 'trouble', code: 'timeout', retryAfterMs: 10 };
  };
  const handle = await aPlan(lab, { idleMs: 1_000 })(['hopeless', 'fine']);
  await handle.result();
  await keep('plan-sync-given-up', handle);
}

async function recordContinueAsNew(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  sync.script = (ref, attempt) =>
    ref === 'later' && attempt === 1
      ? { kind: 'trouble', code: 'unavailable', retryAfterMs: 3_000 }
      : { kind: 'done' };
  const change = aPlan(lab, { idleMs: 1_000, historyLimit: 60 });
  const first = await change(['later']);
  for (let at = 0; (await runsOf(lab.client, first)).length < 2; at += 1) {
    await change([`many-${String(at)}`]);
  }
  await first.result();
  await keepBothRuns(lab, keep, { name: 'plan-sync-continue-as-new', first });
}

/** Graph is away when the run is continued as new: the batch that waits for it is stopped and goes on in the next run. */
async function recordCancelledBatch(lab: WorkflowLab, sync: FakeSync, keep: Keep): Promise<void> {
  let isAway = true;
  let tries = 0;
  sync.beforeBatch = () => {
    tries += 1;
    if (isAway) throw tryLater('unavailable', 3_600_000);
  };
  const change = aPlan(lab, { idleMs: 1_000, historyLimit: 30 });
  const first = await change(['stopped']);
  await until(() => tries > 0);
  isAway = false;
  for (let at = 0; (await runsOf(lab.client, first)).length < 2; at += 1) {
    await change([`joined-${String(at % 5)}`]);
  }
  await first.result();
  await keepBothRuns(lab, keep, { name: 'plan-sync-cancelled-batch', first });
}

async function keepBothRuns(
  lab: WorkflowLab,
  keep: Keep,
  { name, first }: { readonly name: string; readonly first: WorkflowHandle },
): Promise<void> {
  const [, second = ''] = await runsOf(lab.client, first);
  await keep(`${name}-before`, first);
  await keep(`${name}-after`, lab.client.workflow.getHandle(first.workflowId, second));
}

async function timersOf(handle: WorkflowHandle): Promise<number> {
  const { events = [] } = await handle.fetchHistory();
  return (events ?? []).filter((event) => event.timerStartedEventAttributes != null).length;
}
