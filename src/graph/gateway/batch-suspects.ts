import { accountKey, appAccount } from './graph-account.js';
import type { GraphRequest, Outcome } from './graph-request.js';

/**
 * Requests that were in a batch which was lost as a whole, by a timeout or because Graph refused it. They are sent alone
 * until each has had an answer of its own: what comes at the same rhythm meets in the same batch, so one that Graph never
 * gets done would take the same others with it for ever.
 */
export interface BatchSuspects {
  has(request: GraphRequest): boolean;
  /** What came back for requests that were sent together. */
  note(requests: readonly GraphRequest[], outcomes: readonly Outcome[]): void;
}

/** When more are lost, it is not because of one of them. */
const mostSuspects = 100;
const forgetMs = 600_000;

/** `now`: ms of a clock that never jumps. */
export function createBatchSuspects(now: () => number): BatchSuspects {
  const suspects = new Map<string, { readonly until: number }>();
  return {
    has: (request) => (suspects.get(nameOf(request))?.until ?? 0) > now(),
    note(requests, outcomes) {
      if (requests.length > 1 && outcomes.every(isLost)) {
        for (const request of requests) suspects.set(nameOf(request), { until: now() + forgetMs });
        if (suspects.size > mostSuspects) suspects.clear();
        return;
      }
      requests.forEach((request, at) => {
        const outcome = outcomes[at];
        if (outcome !== undefined && !isLost(outcome)) suspects.delete(nameOf(request));
      });
    },
  };
}

function isLost(outcome: Outcome): boolean {
  return 'failure' in outcome && outcome.failure !== 'unreachable';
}

function nameOf({ method, path, account = appAccount }: GraphRequest): string {
  return `${method} ${path} ${accountKey(account)}`;
}
