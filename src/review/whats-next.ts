import type { SyncState } from '../domain/task.js';

/** What happens to a task next without anybody doing something, and when (UTC; null: at once, never, or not known). */
export interface NextStep {
  readonly what: 'nothing' | 'sync' | 'retry' | 'wait' | 'gone';
  readonly at: string | null;
  readonly text: string;
}

/** Why the last attempt did not finish, and when the next is due. */
export interface Waiting {
  readonly code: string;
  /** HTTP status of Graph's answer; null where none came. */
  readonly status: number | null;
  /** Attempts made so far. */
  readonly attempt: number;
  /** ms. */
  readonly nextAt: number | null;
}

/** What Planner refused, how often it was tried, and when it is tried again (ms). */
export interface Refusal {
  readonly code: string;
  readonly tries: number;
  readonly nextAt: number;
}

export interface Circumstances {
  readonly state: SyncState | 'deleted';
  /** Something of the task has not reached Planner. */
  readonly isWaiting: boolean;
  readonly trouble: Waiting | null;
  /** It cannot be synced as it is, and is tried again at its own time. */
  readonly failing: Refusal | null;
  /** Why nothing of its plan is synced now, a sentence; null where it is. */
  readonly hold: string | null;
  /** What is away, a sentence each. */
  readonly outages: readonly string[];
  /** How long between two looks at the plan (ms). */
  readonly lookEveryMs: number | null;
  /** Until when a deleted task can be brought back (ms). */
  readonly restorableUntil: number | null;
  readonly now: number;
}

/** Pure: from the circumstances of a task to what happens next. */
export function whatsNext(task: Circumstances): NextStep {
  const { state, isWaiting, hold, outages } = task;
  if (state === 'local') {
    return step(
      'nothing',
      'Nothing: it belongs to no plan. Give it a planId to put it on a board.',
    );
  }
  if (!isWaiting) return state === 'deleted' ? goneStep(task) : quietStep(task);
  if (hold !== null) return step('wait', hold);
  const [outage] = outages;
  if (outage !== undefined) return step('wait', outage);
  if (task.trouble !== null) return retryStep(task.trouble, task.now);
  if (task.failing !== null) return refusedStep(task.failing, task.now);
  const what = state === 'deleted' ? 'The delete is' : 'It is';
  return step('sync', `${what} handed to the plan's sync and reaches Planner within seconds.`);
}

function quietStep({ hold, lookEveryMs }: Circumstances): NextStep {
  if (hold !== null) return step('wait', hold);
  const look =
    lookEveryMs === null
      ? ''
      : ` Planner is looked at every ${seconds(lookEveryMs)}; what people change is taken over then.`;
  return step('nothing', `Nothing: both sides are equal.${look}`);
}

function goneStep({ restorableUntil }: Circumstances): NextStep {
  const until = restorableUntil === null ? null : new Date(restorableUntil).toISOString();
  const text = 'Nothing: it is gone on both sides.';
  return until === null
    ? step('gone', text)
    : { what: 'gone', at: until, text: `${text} sync_undo brings it back until ${until}.` };
}

function retryStep({ code, status, attempt, nextAt }: Waiting, now: number): NextStep {
  const said = status === null ? code : `Graph said ${status} (${code})`;
  if (nextAt === null) return step('retry', `It is tried again; after attempt ${attempt} ${said}.`);
  const when = nextAt <= now ? 'now' : `in ${seconds(nextAt - now)}`;
  return {
    what: 'retry',
    at: new Date(nextAt).toISOString(),
    text: `Retrying ${when}, attempt ${attempt + 1}; after attempt ${attempt} ${said}.`,
  };
}

function refusedStep({ code, tries, nextAt }: Refusal, now: number): NextStep {
  const when = nextAt <= now ? 'soon' : `in ${seconds(nextAt - now)}`;
  const times = tries === 1 ? 'once' : `${tries} times`;
  return {
    what: 'retry',
    at: new Date(nextAt).toISOString(),
    text: `Planner refused it ${times} (${code}). It is tried again ${when}, at once when it is changed, or with sync_retry_failure.`,
  };
}

function step(what: NextStep['what'], text: string): NextStep {
  return { what, at: null, text };
}

function seconds(ms: number): string {
  return ms < 90_000
    ? `${Math.max(1, Math.round(ms / 1_000))} s`
    : `${Math.round(ms / 60_000)} min`;
}
