import {
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { activityOptions } from '../../../activities/options.js';
import type { PlanWatchActivities } from '../../../activities/plan-watch-activities.js';
import { awaited, lookNow, plansTouched, rhythmChanged, watchedPlans } from '../contract.js';
import type { PlanWatchInput, WatchedPlan } from '../contract.js';
import { FixedWindowState } from './fixed-window-state.js';

/** Plans whose listings share one request. */
const plansPerSweep = 20;

const { listWatchedPlans } = proxyActivities<PlanWatchActivities>(activityOptions.listWatchedPlans);
const { sweepPlans } = proxyActivities<PlanWatchActivities>(activityOptions.sweepPlans);

/**
 * The watch as it was before its rhythm became adaptive, for runs that began with it: they end with their history, and
 * go on in the new way. To be removed when none can be open any more.
 */
export async function watchInFixedWindow(input: PlanWatchInput): Promise<void> {
  const state = FixedWindowState.from(
    input,
    () => Date.now(),
    () => Math.random(),
  );
  const { accountId, historyLimit = Number.POSITIVE_INFINITY } = input;
  let changes = 0;
  setHandler(plansTouched, ({ planIds }) => {
    state.touch(planIds);
    changes += 1;
  });
  setHandler(lookNow, ({ planIds }) => {
    state.lookNow(planIds);
    changes += 1;
  });
  setHandler(rhythmChanged, (rhythm) => {
    state.setRhythm(rhythm);
    changes += 1;
  });
  setHandler(awaited, ({ planIds }) => {
    state.touch(planIds);
    changes += 1;
  });
  setHandler(watchedPlans, () => state.view());

  for (;;) {
    if (state.isListStale()) state.setPlans(await listWatchedPlans(accountId));
    const due = state.due();
    if (due.length > 0) await Promise.all(chunks(due).map((plans) => look(state, plans)));
    setCurrentDetails(describe(state));
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    if (continueAsNewSuggested || historyLength >= historyLimit) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof watchInFixedWindow>({ ...input, ...state.toCarried() });
    }
    const seen = changes;
    const waitMs = state.msUntilNext();
    if (waitMs > 0)
      await condition(() => changes > seen, waitMs, { summary: 'until the next look' });
  }
}

async function look(state: FixedWindowState, plans: readonly WatchedPlan[]): Promise<void> {
  try {
    state.note(
      await sweepPlans.executeWithOptions(
        {
          ...activityOptions.sweepPlans,
          summary: `${plans.length} plan${plans.length === 1 ? '' : 's'}`,
          priority: { priorityKey: 3 },
        },
        [{ plans: plans.map(({ planId, intervalMs }) => ({ planId, intervalMs })) }],
      ),
    );
  } catch (error) {
    if (isCancellation(error)) throw error;
    state.noteLost(plans.map((plan) => plan.planId));
  }
}

function chunks(plans: readonly WatchedPlan[]): readonly (readonly WatchedPlan[])[] {
  const result: (readonly WatchedPlan[])[] = [];
  for (let at = 0; at < plans.length; at += plansPerSweep) {
    result.push(plans.slice(at, at + plansPerSweep));
  }
  return result;
}

function describe(state: FixedWindowState): string {
  const rows = state
    .view()
    .slice(0, 50)
    .map((plan) => `| ${plan.planId} | ${(plan.intervalMs / 1_000).toFixed(1)} s |`);
  return ['| plan | looked at every |', '| --- | --- |', ...rows].join('\n');
}
