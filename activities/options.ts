import { backoff } from '../src/domain/backoff.js';

/**
 * Every timeout and retry policy. Graph's HTTP timeout (20 s) is shorter than a start-to-close, so an attempt has ended
 * before the next begins; a worker that died is noticed by its missing heartbeat.
 */
export const graphRetry = {
  initialInterval: backoff.firstMs,
  backoffCoefficient: backoff.factor,
  maximumInterval: backoff.maxMs,
};

export const activityOptions = {
  /** Up to 20 tasks: at most a handful of requests one after another. */
  syncTasks: {
    startToCloseTimeout: 180_000,
    heartbeatTimeout: 10_000,
    retry: graphRetry,
  },
  /** One task, retried by itself for a day; then it counts as failed and reconcile takes it up again. */
  syncTask: {
    startToCloseTimeout: 180_000,
    heartbeatTimeout: 10_000,
    scheduleToCloseTimeout: 86_400_000,
    retry: graphRetry,
  },
  /** A look that fails is not repeated: the next look does the same. */
  sweepPlans: {
    startToCloseTimeout: 300_000,
    heartbeatTimeout: 10_000,
    retry: { maximumAttempts: 1 },
  },
  /** Graph shakes hands with the server before it answers. What fails is tried again soon. */
  probeSources: {
    startToCloseTimeout: 60_000,
    heartbeatTimeout: 10_000,
    retry: { maximumAttempts: 1 },
  },
  listPlans: { startToCloseTimeout: 10_000, retry: graphRetry },
  /** A handful of requests; creating waits for Graph, which asks our own address first. Tried until it is done. */
  subscriptionStep: {
    startToCloseTimeout: 180_000,
    heartbeatTimeout: 10_000,
    retry: graphRetry,
  },
  /** Page after page of what changed. */
  resyncSubscription: {
    startToCloseTimeout: 3_600_000,
    heartbeatTimeout: 10_000,
    retry: graphRetry,
  },
  /** One batch of requests. */
  deliverChanges: {
    startToCloseTimeout: 180_000,
    heartbeatTimeout: 10_000,
    retry: graphRetry,
  },
  /** Two requests to Entra ID at most; when it is tried again the workflow decides. Somebody waits: it goes first. */
  refreshAccount: {
    startToCloseTimeout: 60_000,
    heartbeatTimeout: 10_000,
    retry: { maximumAttempts: 1 },
    priority: { priorityKey: 1 },
  },
  signOutAccount: { startToCloseTimeout: 10_000, retry: graphRetry },
  /** An authorization code lives for a minute, and an attempt may have used it up although its answer was lost. */
  redeemLogin: {
    startToCloseTimeout: 25_000,
    scheduleToCloseTimeout: 50_000,
    heartbeatTimeout: 10_000,
    retry: { ...graphRetry, initialInterval: 500, maximumInterval: 5_000 },
    priority: { priorityKey: 1 },
  },
  /** One question; the flow asks again after the time that Entra wants. */
  pollDeviceLogin: {
    startToCloseTimeout: 25_000,
    heartbeatTimeout: 10_000,
    retry: { maximumAttempts: 1 },
  },
  /** Redis only. */
  expireLogin: { startToCloseTimeout: 10_000, retry: graphRetry },
  /** Temporal only. */
  announceSignIn: { startToCloseTimeout: 15_000, retry: graphRetry },
  /** Redis only. */
  lookAtApproval: { startToCloseTimeout: 10_000, retry: graphRetry },
  /**
   * A handful of requests. A person waits: it goes first. What Microsoft puts off for about an hour is given up; that no
   * worker runs is waited for, and the step itself refuses what has become too old.
   */
  performApproved: {
    startToCloseTimeout: 300_000,
    heartbeatTimeout: 10_000,
    retry: { ...graphRetry, maximumAttempts: 20 },
    priority: { priorityKey: 1 },
  },
  /** Redis only. */
  giveUpApproved: { startToCloseTimeout: 10_000, retry: graphRetry },
  listWatchedPlans: { startToCloseTimeout: 10_000, retry: graphRetry },
  reconcile: {
    startToCloseTimeout: 300_000,
    heartbeatTimeout: 10_000,
    retry: { maximumAttempts: 1 },
  },
} as const;
