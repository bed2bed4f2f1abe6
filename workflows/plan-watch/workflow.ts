import {
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  patched,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { activityOptions } from '../../activities/options.js';
import type { PlanWatchActivities } from '../../activities/plan-watch-activities.js';
import { awaited, lookNow, plansTouched, rhythmChanged, watchedPlans } from './contract.js';
import type { PlanWatchInput } from './contract.js';
import { watchInFixedWindow } from './fixed-window/fixed-window-watch.js';
import { PlanWatchState, type DueLook } from './plan-watch-state.js';

/** Looks under way at the same time, each at up to 20 plans. */
const lanes = 8;
/** Operators read it; with thousands of plans it costs a little. */
const describeEveryMs = 5_000;

const { listPlans } = proxyActivities<PlanWatchActivities>(activityOptions.listPlans);
const { sweepPlans } = proxyActivities<PlanWatchActivities>(activityOptions.sweepPlans);

/** Watches the linked plans of one account for changes that people make. Never ends. */
export async function planWatch(input: PlanWatchInput): Promise<void> {
  if (!patched('20261126-adaptive-rhythm')) return watchInFixedWindow(input);
  const state = PlanWatchState.from(
    input,
    () => Date.now(),
    () => Math.random(),
  );
  const { accountId, historyLimit = Number.POSITIVE_INFINITY } = input;
  let listDigest = input.listDigest ?? null;
  let changes = 0;
  let looking = 0;
  let describedAt = 0;
  const changing =
    <T>(change: (value: T) => void) =>
    (value: T): void => {
      change(value);
      changes += 1;
    };
  setHandler(
    plansTouched,
    changing(({ planIds }) => state.touch(planIds)),
  );
  setHandler(
    lookNow,
    changing(({ planIds }) => state.lookNow(planIds)),
  );
  setHandler(
    awaited,
    changing((wait) => state.await(wait)),
  );
  setHandler(
    rhythmChanged,
    changing((rhythm) => state.setRhythm(rhythm)),
  );
  setHandler(watchedPlans, (planIds) => state.view(planIds));

  const isLaneFree = (): boolean => looking < lanes;
  const beginWhatIsDue = (): void => {
    while (isLaneFree()) {
      const due = state.take();
      if (due === null) return;
      looking += 1;
      void look(state, due).finally(() => {
        looking -= 1;
        changes += 1;
      });
    }
  };

  for (;;) {
    if (state.isListStale()) {
      const { digest, planIds } = await listPlans({ accountId, knownDigest: listDigest });
      state.setPlans(planIds);
      listDigest = digest;
    }
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const isLong = continueAsNewSuggested || historyLength >= historyLimit;
    if (isLong && looking === 0) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof planWatch>({
        ...withoutCarried(input),
        ...state.toCarried(),
        ...(listDigest !== null && { listDigest }),
      });
    }
    if (!isLong) beginWhatIsDue();
    if (Date.now() - describedAt >= describeEveryMs) {
      setCurrentDetails(describe(state));
      describedAt = Date.now();
    }
    const seen = changes;
    const waitMs = state.msUntilNext();
    // With all lanes taken, what is due waits for one of them.
    if (isLong || !isLaneFree()) await condition(() => changes > seen);
    else if (waitMs > 0)
      await condition(() => changes > seen, waitMs, { summary: 'until the next look' });
  }
}

async function look(state: PlanWatchState, plans: readonly DueLook[]): Promise<void> {
  try {
    state.note(
      await sweepPlans.executeWithOptions(
        {
          ...activityOptions.sweepPlans,
          summary: `${plans.length} plan${plans.length === 1 ? '' : 's'}`,
          priority: { priorityKey: 3 },
        },
        [{ plans }],
      ),
    );
  } catch (error) {
    // The loop hears of it as well and ends the run.
    if (isCancellation(error)) return;
    state.noteLost(plans.map((plan) => plan.planId));
  }
}

function withoutCarried({ accountId, rhythm, historyLimit }: PlanWatchInput): PlanWatchInput {
  return { accountId, rhythm, ...(historyLimit !== undefined && { historyLimit }) };
}

function describe(state: PlanWatchState): string {
  const rows = state
    .view()
    .map(
      ({ title, planId, intervalMs, pace = '' }) =>
        `| ${title ?? '…'} | ${planId} | ${(intervalMs / 1_000).toFixed(1)} s | ${pace} |`,
    );
  return [
    `${state.size} plan${state.size === 1 ? '' : 's'}; those that are looked at most often:`,
    '',
    '| plan | id | looked at every | because |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
