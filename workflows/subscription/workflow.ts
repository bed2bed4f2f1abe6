import {
  ActivityCancellationType,
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { activityOptions } from '../../activities/options.js';
import type { NotificationActivities } from '../../activities/notification-activities.js';
import type { SubscriptionActivities } from '../../activities/subscription-activities.js';
import type { SubscriptionOutcome } from '../../src/domain/subscriptions/subscription-outcome.js';
import {
  changesWaiting,
  lifecycle,
  renewNow,
  subscriptionView,
  unsubscribe,
  type SubscriptionInput,
} from './contract.js';
import { SubscriptionState, type Delivery } from './subscription-state.js';
import type { Step } from './subscription-times.js';

const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;
const steps = proxyActivities<SubscriptionActivities>({
  ...activityOptions.subscriptionStep,
  cancellationType,
});
const { resyncSubscription } = proxyActivities<SubscriptionActivities>({
  ...activityOptions.resyncSubscription,
  cancellationType,
});
const { deliverChanges } = proxyActivities<NotificationActivities>({
  ...activityOptions.deliverChanges,
  cancellationType,
});

/** Keeps one subscription at Graph alive and has what it says fetched. Ends when nobody wants it any more. */
export async function subscription(input: SubscriptionInput): Promise<void> {
  const { name, carried, historyLimit = Number.POSITIVE_INFINITY } = input;
  const mustContinueAsNew = (): boolean => {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength >= historyLimit;
  };
  const state = SubscriptionState.from(
    carried,
    () => Date.now(),
    () => Math.random(),
  );
  const running = new Map<Promise<void>, CancellationScope>();
  // Whatever has happened may have changed what is due next, and when.
  let happenings = 0;
  setHandler(changesWaiting, () => {
    state.noteChanges();
    happenings += 1;
  });
  setHandler(lifecycle, (notice) => {
    state.noteLifecycle(notice);
    happenings += 1;
  });
  setHandler(renewNow, () => {
    state.noteRenewNow();
    happenings += 1;
  });
  setHandler(unsubscribe, () => {
    state.noteUnsubscribe();
    happenings += 1;
  });
  setHandler(subscriptionView, () => state.view());

  const start = (work: () => Promise<void>): void => {
    const scope = new CancellationScope();
    const done: Promise<void> = scope.run(work).finally(() => {
      running.delete(done);
      happenings += 1;
    });
    running.set(done, scope);
  };
  const stopAll = async (): Promise<void> => {
    for (const scope of running.values()) scope.cancel();
    await condition(() => running.size === 0);
  };

  while (!state.isOver()) {
    if (state.mustStop()) await stopAll();
    const step = state.takeStep();
    if (step !== null) start(() => takeStep(state, name, step));
    const delivery = state.takeDelivery();
    if (delivery !== null) start(() => deliver(state, name, delivery));
    setCurrentDetails(describe(state));
    const seen = happenings;
    await waitForWork(state, () => happenings > seen || mustContinueAsNew());
    if (mustContinueAsNew() && !state.isOver()) {
      // The server forgets running activities at this point; a forgotten one would race the next run's.
      await stopAll();
      await condition(allHandlersFinished);
      await continueAsNew<typeof subscription>({ ...input, carried: state.toCarried() });
    }
  }
}

async function waitForWork(state: SubscriptionState, isThere: () => boolean): Promise<void> {
  const waitMs = state.msUntilNext();
  if (waitMs === null) await condition(isThere);
  else if (waitMs > 0) await condition(isThere, waitMs, { summary: 'until something is due' });
}

async function takeStep(state: SubscriptionState, name: string, step: Step): Promise<void> {
  try {
    state.finishStep(await run(state, name, step));
  } catch (error) {
    if (wasStopped(error)) state.returnStep();
    else state.failStep();
  }
}

async function run(
  state: SubscriptionState,
  name: string,
  step: Step,
): Promise<SubscriptionOutcome> {
  const { subscriptionId } = state.view();
  switch (step) {
    case 'ensure':
      return steps.ensureSubscription({ name });
    case 'remove':
      return steps.removeSubscription({ name });
    case 'renew':
      return subscriptionId === null
        ? { kind: 'gone' }
        : steps.renewSubscription({ name, subscriptionId });
    case 'reauthorize':
      return subscriptionId === null
        ? { kind: 'gone' }
        : steps.reauthorizeSubscription({ name, subscriptionId });
  }
}

async function deliver(state: SubscriptionState, name: string, what: Delivery): Promise<void> {
  try {
    if (what === 'resync') {
      await resyncSubscription({ name });
      state.noteChanges();
      state.finishDelivery(0);
    } else state.finishDelivery((await deliverChanges({ name })).left);
  } catch (error) {
    if (wasStopped(error)) state.returnDelivery();
    else state.failDelivery();
  }
}

/** An attempt that fails after it was told to stop is not retried, and its failure does not say that it was stopped. */
function wasStopped(error: unknown): boolean {
  return isCancellation(error) || CancellationScope.current().consideredCancelled;
}

function describe(state: SubscriptionState): string {
  const { state: name, subscriptionId, expiresAt, renewAt, changesWait } = state.view();
  return [
    `State: **${name}**`,
    ...(subscriptionId === null ? [] : [`Graph’s id: \`${subscriptionId}\``]),
    `Expires: ${utc(expiresAt)}, renewed: ${utc(renewAt)}`,
    changesWait ? 'Changes wait to be fetched.' : 'No change waits.',
  ].join('\n\n');
}

function utc(time: number | null): string {
  return time === null ? 'not known' : new Date(time).toISOString();
}
