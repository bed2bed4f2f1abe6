import {
  ActivityCancellationType,
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  patched,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { activityOptions, graphRetry } from '../../activities/options.js';
import type { PlanSyncActivities } from '../../activities/plan-sync-activities.js';
import { delayAfterMs } from '../../src/domain/backoff.js';
import { planSyncView, retryNow, tasksChanged } from './contract.js';
import type { ChangeSource, PlanSyncInput } from './contract.js';
import type { Batch, Resting, TroubledTask } from './plan-sync-state.js';
import { PlanSyncState } from './plan-sync-state.js';

/** Stays open so long after its last work: starting an id again within a second is throttled. */
const defaultIdleMs = 28_000;

/** Temporal's priority keys: a person or agent who waits comes before back-fill. */
const priorities: Readonly<Record<ChangeSource, number>> = { agent: 2, planner: 3, system: 4 };

const { syncTasks } = proxyActivities<PlanSyncActivities>({
  ...activityOptions.syncTasks,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
});
const { syncTask } = proxyActivities<PlanSyncActivities>({
  ...activityOptions.syncTask,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
});

/** Keeps the tasks of one plan equal on both sides. Closes when there is nothing left to do. */
export async function planSync(input: PlanSyncInput): Promise<void> {
  const { planId, idleMs = defaultIdleMs, historyLimit = Number.POSITIVE_INFINITY } = input;
  const mustContinueAsNew = (): boolean => {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength >= historyLimit;
  };
  const state = PlanSyncState.from(input, () => Date.now(), restingOf());
  const retries = new Map<string, CancellationScope>();
  const running = new Set<Promise<void>>();
  const lanes = new CancellationScope();

  setHandler(tasksChanged, (signal) => {
    for (const ref of state.note(signal)) retries.get(ref)?.cancel();
  });
  setHandler(retryNow, () => {
    for (const ref of state.wake()) retries.get(ref)?.cancel();
  });
  setHandler(planSyncView, () => state.view());

  const track = (work: Promise<void>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  const startWork = (): void => {
    for (let batch = state.takeBatch(); batch !== null; batch = state.takeBatch()) {
      track(runBatch(state, planId, batch));
    }
    for (const task of state.takeTroubled()) {
      const scope = new CancellationScope();
      retries.set(task.ref, scope);
      track(
        scope
          .run(() => retryTask(state, planId, task))
          .finally(() => {
            if (retries.get(task.ref) === scope) retries.delete(task.ref);
          }),
      );
    }
    setCurrentDetails(describe(state));
  };

  for (;;) {
    await lanes.run(async () => {
      startWork();
      if (state.isIdle()) return;
      const { restsUntil } = state;
      const isDue = () =>
        state.hasStartable() ||
        state.isIdle() ||
        state.restsUntil !== restsUntil ||
        mustContinueAsNew();
      const restMs = state.msOfRest();
      if (restMs === 0) await condition(isDue);
      else await condition(isDue, restMs, { summary: 'Graph asked to wait' });
    });
    if (mustContinueAsNew()) {
      // The server forgets running activities at this point; a forgotten one would race the next run's.
      lanes.cancel();
      for (const scope of retries.values()) scope.cancel();
      await condition(() => running.size === 0);
      await condition(allHandlersFinished);
      await continueAsNew<typeof planSync>({ ...input, ...state.toInput() });
    }
    if (!state.isIdle()) continue;
    const woke = await condition(() => !state.isIdle(), idleMs, { summary: 'idle' });
    if (!woke) return;
  }
}

/** What is newer is asked first: a history that has it needs not say that it had the older one. */
function restingOf(): Resting {
  if (patched('20261127-rest-by-urgency')) return 'urgency';
  return patched('20261126-rest-together') ? 'plan' : 'each';
}

async function runBatch(state: PlanSyncState, planId: string, batch: Batch): Promise<void> {
  const { refs, source } = batch;
  try {
    const outcomes = await syncTasks.executeWithOptions(
      {
        ...activityOptions.syncTasks,
        cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
        summary: `${refs.length} task${refs.length === 1 ? '' : 's'}, ${source}`,
        priority: { priorityKey: priorities[source] },
      },
      [{ planId, refs }],
    );
    state.finishBatch(batch, outcomes);
  } catch (error) {
    if (wasStopped(error)) state.returnBatch(batch);
    else state.failBatch(batch, 'failed');
  }
}

/** One task by itself: waits as long as its trouble asks for, then Temporal retries it. */
async function retryTask(state: PlanSyncState, planId: string, task: TroubledTask): Promise<void> {
  const { ref, code, dueAt, attempts } = task;
  try {
    const delayMs = dueAt - Date.now();
    if (delayMs > 0) await sleep(delayMs, { summary: `${ref}: ${code}` });
    const outcome = await syncTask.executeWithOptions(
      {
        ...activityOptions.syncTask,
        retry: { ...graphRetry, initialInterval: delayAfterMs(attempts + 1) },
        cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
        summary: ref,
        priority: { priorityKey: priorities.planner },
      },
      [{ planId, ref, attempts }],
    );
    state.finishTroubled(ref, outcome);
  } catch (error) {
    if (wasStopped(error)) state.returnTroubled(ref);
    // Given up after a day: reconcile comes back to it.
    else state.finishTroubled(ref, { kind: 'done', ref });
  }
}

/** An attempt that fails after it was told to stop is not retried, and its failure does not say that it was stopped. */
function wasStopped(error: unknown): boolean {
  return isCancellation(error) || CancellationScope.current().consideredCancelled;
}

function describe(state: PlanSyncState): string {
  const { waiting, inFlight, retrying, done } = state.view();
  const lines = [
    `${done} done, ${inFlight} in flight, ${waiting} waiting, ${retrying.length} retrying`,
  ];
  if (state.msOfRest() > 0) {
    lines.push(`Graph asked to wait until ${new Date(state.restsUntil).toISOString()}`);
  }
  return [...lines, ...retrying.slice(0, 20).map((ref) => `- retrying \`${ref}\``)].join('\n');
}
