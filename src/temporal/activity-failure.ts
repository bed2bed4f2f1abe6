import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { SyncBlockedError } from '../sync/sync-tasks.js';

/** Temporal stops retrying at a delay of zero, and a day is long enough for anything Graph asks. */
const shortestMs = 1_000;
const longestMs = 86_400_000;

/**
 * What a failed sync tells Temporal: the code, and when to try again. Graph's own words stay out, because they may
 * quote a task's text and history is kept.
 */
export function toSyncFailure(error: unknown): unknown {
  return error instanceof SyncBlockedError ? tryLater(error.code, error.retryAfterMs) : error;
}

/** A failure that is expected and retried: at Graph's time where it gave one, else by the retry policy. */
export function tryLater(code: string, afterMs: number | null): ApplicationFailure {
  return ApplicationFailure.create({
    type: code,
    message: afterMs === null ? code : `${code}, next try in ${Math.ceil(afterMs / 1_000)} s`,
    category: ApplicationFailureCategory.BENIGN,
    ...(afterMs !== null && {
      nextRetryDelay: Math.min(Math.max(afterMs, shortestMs), longestMs),
    }),
  });
}
