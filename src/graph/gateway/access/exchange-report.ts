import { parseRetryAfter } from '../../../domain/retry-after.js';
import type { Answer, Outcome } from '../graph-request.js';

/** What one exchange with a service says about the service as a whole. */
export interface ExchangeReport {
  /** Null: nothing was throttled. */
  readonly throttled: {
    /** Null: without a Retry-After. */
    readonly retryAfterMs: number | null;
    readonly why: string;
    readonly count: number;
  } | null;
  /** Null: it says nothing, for instance because everything was throttled. */
  readonly health: 'well' | 'failed' | null;
  /** What failed, for people; empty unless it did. */
  readonly why: string;
}

/** https://learn.microsoft.com/graph/throttling: 429, and 503 and 509 of a service that is overloaded. */
const throttling: readonly number[] = [429, 503, 509];

/**
 * The answers that close the gate of their service. A 503 that says no time, beside parts that were done, tells of what
 * was asked for there: it is a failure, or one sick mailbox or plan would stop all others.
 */
export function throttledAmong(outcomes: readonly Outcome[]): ReadonlySet<Outcome> {
  const held = outcomes.filter(isThrottling);
  return new Set(outcomes.some(isGood) ? held.filter((outcome) => !isVague(outcome)) : held);
}

function isThrottling(outcome: Outcome): outcome is Answer {
  return 'status' in outcome && throttling.includes(outcome.status);
}

/** Of the 5xx these say something about the request. */
const permanent: readonly number[] = [501, 505, 507, 508];

/**
 * An exchange counts once, however many items its batch has: as failed when at least half of what was not throttled
 * failed. `nowMs`: since the epoch, for a Retry-After that is a date.
 */
export function judgeExchange(outcomes: readonly Outcome[], nowMs: number): ExchangeReport {
  const throttled = throttledAmong(outcomes);
  const held = outcomes.filter(isThrottling).filter((outcome) => throttled.has(outcome));
  const waits = held.map(({ retryAfter }) => parseRetryAfter(retryAfter, nowMs) ?? 0);
  const longest = Math.max(0, ...waits);
  const failures = outcomes.filter((outcome) => !throttled.has(outcome) && hasFailed(outcome));
  const judged = outcomes.length - held.length;
  const isFailed = failures.length > 0 && failures.length * 2 >= judged;
  const [first] = held;
  return {
    throttled:
      first === undefined
        ? null
        : {
            retryAfterMs: longest === 0 ? null : longest,
            count: held.length,
            why: `it answered ${String(first.status)}${longest === 0 ? ' without saying for how long' : ''}`,
          },
    health: judged === 0 ? null : isFailed ? 'failed' : isUnclear(outcomes) ? null : 'well',
    why: isFailed ? describe(failures) : '',
  };
}

/** What was asked for was done. */
function isGood(outcome: Outcome): boolean {
  return 'status' in outcome && outcome.status < 300;
}

function isVague({ status, retryAfter }: Answer): boolean {
  return status === 503 && parseRetryAfter(retryAfter, 0) === null;
}

function hasFailed(outcome: Outcome): boolean {
  if ('failure' in outcome) return ['timeout', 'unreachable'].includes(outcome.failure);
  const { status } = outcome;
  return status >= 500 && !permanent.includes(status);
}

/** Answers that cannot be read: a proxy's page says nothing about Graph. */
function isUnclear(outcomes: readonly Outcome[]): boolean {
  return outcomes.every((outcome) => 'failure' in outcome);
}

function describe([failure]: readonly Outcome[]): string {
  if (failure === undefined) return '';
  if ('status' in failure) return `it answers ${String(failure.status)}`;
  return failure.failure === 'timeout' ? 'it does not answer in time' : 'it cannot be reached';
}
