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
import { appAccountId } from '../../src/domain/accounts/account.js';
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
/** A probe that failed is made again after so long, and one that is asked for not sooner after the last (ms). */
const probeAgainMs = 60_000;

const { listPlans } = proxyActivities<PlanWatchActivities>(activityOptions.listPlans);
const { probeSources } = proxyActivities<PlanWatchActivities>(activityOptions.probeSources);
const { sweepPlans } = proxyActivities<PlanWatchActivities>(activityOptions.sweepPlans);

/**
 * Watches the linked plans of one account for changes that people make. The app's never ends; another's ends when there is
 * nothing left to watch, and begins again with its next plan.
 */
export async function planWatch(input: PlanWatchInput): Promise<void> {
  if (!patched('20261126-adaptive-rhythm')) return watchInFixedWindow(input);
  const state = PlanWatchState.from(
    input,
    () => Date.now(),
    () => Math.random(),
  );
  const { accountId, historyLimit = Number.POSITIVE_INFINITY } = input;
  let listDigest = input.listDigest ?? null;
  // The histories of runs that began without it end only with their run.
  const mayEnd = accountId !== appAccountId && patched('20261126-watch-of-a-person-ends');
  let changes = 0;
  let looking = 0;
  let describedAt = 0;
  // The histories of runs that began without it hold no probes.
  const knowsSources = patched('20261126-watch-sources');
  let probeAt = knowsSources ? (input.probeAt ?? 0) : Number.POSITIVE_INFINITY;
  let probedAt = Number.NEGATIVE_INFINITY;
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
  const probe = async (): Promise<void> => {
    probedAt = Date.now();
    probeAt = Number.POSITIVE_INFINITY;
    looking += 1;
    const againMs = await askForSources(accountId);
    probeAt = Date.now() + againMs;
    looking -= 1;
    changes += 1;
  };
  const beginWhatIsDue = (): void => {
    if (Date.now() >= probeAt) void probe();
    while (isLaneFree()) {
      const due = state.take();
      if (due === null) return;
      looking += 1;
      void look(state, due, knowsSources ? accountId : null).then((wantsProbe) => {
        if (wantsProbe) probeAt = Math.min(probeAt, Math.max(0, probedAt + probeAgainMs));
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
    if (mayEnd && state.size === 0 && looking === 0) {
      await condition(allHandlersFinished);
      return;
    }
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const isLong = continueAsNewSuggested || historyLength >= historyLimit;
    if (isLong && looking === 0) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof planWatch>({
        ...withoutCarried(input),
        ...state.toCarried(),
        ...(listDigest !== null && { listDigest }),
        ...(knowsSources && { probeAt }),
      });
    }
    if (!isLong) beginWhatIsDue();
    if (Date.now() - describedAt >= describeEveryMs) {
      setCurrentDetails(describe(state));
      describedAt = Date.now();
    }
    const seen = changes;
    const waitMs = Math.min(state.msUntilNext(), Math.max(0, probeAt - Date.now()));
    // With all lanes taken, what is due waits for one of them.
    if (isLong || !isLaneFree()) await condition(() => changes > seen);
    else if (waitMs > 0)
      await condition(() => changes > seen, waitMs, { summary: 'until the next look' });
  }
}

/** Answers whether it is to be asked which sources Graph offers. */
async function look(
  state: PlanWatchState,
  plans: readonly DueLook[],
  accountId: string | null,
): Promise<boolean> {
  try {
    const outcomes = await sweepPlans.executeWithOptions(
      {
        ...activityOptions.sweepPlans,
        summary: `${plans.length} plan${plans.length === 1 ? '' : 's'}`,
        priority: { priorityKey: 3 },
      },
      [{ ...(accountId !== null && { accountId }), plans }],
    );
    state.note(outcomes);
    return accountId !== null && outcomes.some((outcome) => outcome.wantsProbe);
  } catch (error) {
    // The loop hears of it as well and ends the run.
    if (isCancellation(error)) return false;
    state.noteLost(plans.map((plan) => plan.planId));
    return false;
  }
}

/** When to ask again (ms from now). */
async function askForSources(accountId: string): Promise<number> {
  try {
    return (await probeSources({ accountId })).againMs;
  } catch {
    // The loop hears of a cancellation as well and ends the run.
    return probeAgainMs;
  }
}

function withoutCarried({ accountId, rhythm, historyLimit }: PlanWatchInput): PlanWatchInput {
  return { accountId, rhythm, ...(historyLimit !== undefined && { historyLimit }) };
}

function describe(state: PlanWatchState): string {
  const rows = state
    .view()
    .map(
      ({ planId, intervalMs, pace = '' }) =>
        `| ${planId} | ${(intervalMs / 1_000).toFixed(1)} s | ${pace} |`,
    );
  return [
    `${state.size} plan${state.size === 1 ? '' : 's'}; those that are looked at most often:`,
    '',
    '| plan | looked at every | because |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
