import type { Activity, PlanName } from '../control/activity.js';
import { followChanges } from '../control/change-feed.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { BoardServices } from './board-store.js';
import type { PlanLoader } from './plan-loader.js';

/** How long changes are collected before the page reads, so that a burst costs few requests. */
const gatherMs = 60;
/** From so many changed tasks on, reading the list again is cheaper than reading each. */
const listFrom = 15;
const highlightMs = 4_000;

export interface LiveUpdates {
  /** Loads the plan and keeps it current until another one is followed. */
  follow(plan: PlanName): void;
}

/** Turns the emulator's stream of changes into readings and highlights. */
export function createLiveUpdates({ store }: BoardServices, loader: PlanLoader): LiveUpdates {
  let stopFeed: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedTasks = new Set<string>();
  let changedDetails = new Set<string>();
  let isBucketChanged = false;
  let isPlanChanged = false;
  let loading: Promise<void> = Promise.resolve();
  let isLoading = false;

  function gather(change: Activity): void {
    if (change.entity === 'bucket') isBucketChanged = true;
    else if (change.entity === 'plan') isPlanChanged = true;
    else if (change.operation === 'deleted' && !isLoading) {
      store.dispatch({ type: 'taskGone', id: change.id });
    } else {
      changedTasks.add(change.id);
      if (change.entity === 'details') changedDetails.add(change.id);
    }
    scheduleReading();
  }

  /** One reading at a time: what changes meanwhile gathers for the next, so that a busy plan costs few requests. */
  async function readGathered(): Promise<void> {
    // A list that is being read may be older than the changes: they are read after it.
    await loading;
    await readAll();
    timer = undefined;
    const isMoreWaiting =
      changedTasks.size + changedDetails.size > 0 || isBucketChanged || isPlanChanged;
    if (isMoreWaiting) scheduleReading();
  }

  function scheduleReading(): void {
    timer ??= setTimeout(() => void readGathered(), gatherMs);
  }

  async function readAll(): Promise<void> {
    const tasks = changedTasks;
    const details = changedDetails;
    const reads: Promise<void>[] = [];
    changedTasks = new Set();
    changedDetails = new Set();
    if (isBucketChanged) reads.push(loader.readBuckets());
    if (isPlanChanged) reads.push(loader.readPlan());
    isBucketChanged = false;
    isPlanChanged = false;
    if (tasks.size >= listFrom) reads.push(loader.readAllTasks());
    else reads.push(...[...tasks].map((id) => loader.readTask(id)));
    const openId = store.state.openTaskId;
    if (openId !== null && details.has(openId)) reads.push(loader.readDetails(openId));
    // A read that failed because the emulator is away is made good by the reading after the reconnect.
    await Promise.allSettled(reads);
  }

  function arrived(change: Activity): void {
    store.dispatch({ type: 'changeArrived', change });
    gather(change);
    setTimeout(
      () => store.dispatch({ type: 'highlightEnded', id: change.id, seq: change.seq }),
      highlightMs,
    );
  }

  async function load(plan: PlanName): Promise<void> {
    isLoading = true;
    try {
      await loader.load(plan);
    } catch (error) {
      const isRefused =
        error instanceof GraphFailure && (error.kind === 'gone' || error.kind === 'denied');
      store.dispatch({ type: 'loadingFailed', failure: isRefused ? 'refused' : 'unreachable' });
    } finally {
      isLoading = false;
    }
  }

  function opened(plan: PlanName): void {
    const wasLost = store.state.connection === 'lost';
    store.dispatch({ type: 'connectionChanged', connection: 'live' });
    if (wasLost) store.tell('success', 'Connected again. The board is up to date.');
    loading = load(plan);
  }

  return {
    follow(plan) {
      stopFeed?.();
      // The stream first, then the lists: what changes between the two is not missed.
      stopFeed = followChanges(plan.id, {
        onOpen: () => opened(plan),
        onChange: arrived,
        onLost() {
          store.dispatch({ type: 'connectionChanged', connection: 'lost' });
          store.dispatch({ type: 'loadingFailed', failure: 'unreachable' });
        },
      });
    },
  };
}
