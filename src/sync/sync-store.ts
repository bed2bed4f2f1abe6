import { appAccountId } from '../domain/accounts/account.js';
import { mustSignIn, waitFor, type AccountWait } from '../domain/accounts/account-wait.js';
import { parseAccountState } from '../tasks/account-state.js';
import type { Alert, AlertSubject } from '../domain/alert.js';
import type { Etag } from '../domain/planner.js';
import type { DeleteBrake, PlanHold } from '../domain/plan-hold.js';
import type { HistoryEntry } from '../domain/history/history-entry.js';
import type { TaskDocument, TaskEvent } from '../domain/task.js';
import { encodeAlert } from '../tasks/alerts.js';
import { createPlanFreshness } from '../tasks/plan-freshness.js';
import type { CallFunction } from '../tasks/load-functions.js';
import type { Keys } from '../tasks/keys.js';
import type { Redis } from 'ioredis';
import { parseRecord } from './parse-record.js';
import type { CreateAttempt } from '../domain/adoption.js';
import type { GivenUpCreate } from '../domain/given-up-create.js';
import type { GivenUpCreates } from './given-up-creates.js';
import { createGivenUpCreates, encodeGivenUp, toMember } from './given-up-creates.js';
import type { FailingTask } from '../domain/failing-task.js';
import { readFailingTask } from './failing-tasks.js';
import { readLastEvent } from './last-event.js';
import { parseHold } from './parse-hold.js';
import { readOpenAttempts } from './open-attempts.js';
import type { SyncLogLine } from './sync-log-line.js';
import type { SyncTrouble } from './sync-trouble.js';
import type { SyncRecord, Tombstone } from './sync-record.js';
import type { LoggedConflict } from './write-stamps.js';

export type { SyncLogLine } from './sync-log-line.js';

/** One atomic step of one task's sync. Left out: untouched; null: removed. */
export interface SyncStep {
  readonly taskId: string;
  readonly planId: string;
  readonly expectVersion: number;
  /** The document must have this revision; null: must not exist; absent: whatever it is. */
  readonly expectRev?: number | null;
  readonly document?: TaskDocument;
  /** The document is new to the lists of tasks. */
  readonly isNew?: boolean;
  readonly removeDocument?: boolean;
  readonly state?: Readonly<Record<string, string | null>>;
  /** Planner id to claim for this task. */
  readonly claim?: string;
  readonly etags?: readonly { plannerId: string; details: boolean; etag: Etag | null }[];
  /** When the details were last read, for their rotation (ms). */
  readonly detailsReadAt?: number;
  readonly tombstone?: { readonly value: Tombstone; readonly ttlMs: number } | null;
  /** Bookkeeping of a task that is gone on both sides ends after this time. */
  readonly forget?: { readonly afterMs: number; readonly plannerId: string | null };
  readonly attempt?: CreateAttempt | null;
  /** A create of this task that is not waited for any longer, but may still be applied. */
  readonly givenUp?: GivenUpCreate;
  /** A given-up create whose late result this step takes over. */
  readonly accounted?: GivenUpCreate;
  readonly unsynced?: boolean;
  readonly failing?: FailingTask | null;
  readonly events?: readonly TaskEvent[];
  readonly conflicts?: readonly LoggedConflict[];
  /** What the step does to the document, for its history. */
  readonly history?: HistoryEntry;
  /** The Planner task that was this task's is gone, and it is to get another. */
  readonly unpair?: string;
  readonly log?: SyncLogLine;
  readonly alerts?: readonly Alert[];
  /** A person deleted this Planner task, and with this step it goes for the agents: the brake may say no. */
  readonly brake?: { readonly plannerId: string; readonly limits: DeleteBrake };
  /** How long after a person made the change the step shows it to agents (ms); absent where Graph does not tell. */
  readonly seenAfterMs?: number;
  /** Alerts that are over with this step. */
  readonly resolves?: readonly AlertSubject[];
}

/**
 * `superseded`: a newer attempt has moved on, or the plan was removed; `raced`: an agent wrote meanwhile; `claimed`: the
 * Planner task is another's; `stopped`: the brake did not let the deletion through.
 */
export type CommitOutcome = 'ok' | 'superseded' | 'raced' | 'claimed' | 'stopped';

export interface OpenedRefs {
  readonly now: number;
  readonly records: readonly SyncRecord[];
  /** Why nothing of the plan is synced. */
  readonly hold: PlanHold | null;
  /** The account that syncs the plan; the app's where nobody links it. */
  readonly accountId: string;
}

export interface SyncStore {
  /** Everything known about the refs, and Redis' time, in one round trip. */
  load(refs: readonly string[]): Promise<{ now: number; records: readonly SyncRecord[] }>;
  /** The same for refs that are to be synced now. With a hold nothing is loaded: the refs wait until the plan goes on. */
  open(planId: string, refs: readonly string[]): Promise<OpenedRefs>;
  commit(step: SyncStep): Promise<{ outcome: CommitOutcome; version: number }>;
  /** Open create attempts of a plan, by task id. */
  openAttempts(planId: string): Promise<ReadonlyMap<string, CreateAttempt>>;
  readonly givenUp: GivenUpCreates;
  /** The newest event that carries the document of a task, if it is still kept. */
  lastEvent(taskId: string): ReturnType<typeof readLastEvent>;
  /** Keeps what tasks wait for, where the state is still the one that the try has left. */
  noteTroubles(
    notes: readonly {
      readonly taskId: string;
      readonly version: number;
      readonly trouble: SyncTrouble;
    }[],
  ): Promise<void>;
  /** What is waited for before anything is done in an account's name; null: nothing. */
  accountWait(accountId: string): Promise<AccountWait | null>;
  /** How the sync of a task fails; null when it does not. */
  failing(planId: string, taskId: string): Promise<FailingTask | null>;
  /** Planner id to task id, of all tasks of the plan that are on both sides. */
  pairs(planId: string): Promise<ReadonlyMap<string, string>>;
}

export function createSyncStore(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly streamMax: number;
  /** Operations kept per task. */
  readonly historyMax: number;
}): SyncStore {
  const { redis, keys, call, streamMax, historyMax } = deps;
  const freshness = createPlanFreshness(deps);
  return {
    async load(refs) {
      const reply = await call('tandem_sync_load_v1', keys.namespace, JSON.stringify({ refs }));
      const [now, rows] = reply as [number, unknown[][]];
      return { now, records: rows.map((row, at) => parseRecord(refs[at] ?? '', row)) };
    },

    async open(planId, refs) {
      const request = JSON.stringify({ refs, planId });
      const reply = await call('tandem_sync_load_v1', keys.namespace, request);
      const [now, rows, hold, account] = reply as [number, unknown[][], string?, string?];
      const records = rows.map((row, at) => parseRecord(refs[at] ?? '', row));
      return { now, records, hold: parseHold(hold), accountId: account || appAccountId };
    },

    async commit(step) {
      const reply = await call(
        'tandem_sync_commit_v1',
        keys.namespace,
        encodeStep(step, { streamMax, historyMax }),
      );
      const [outcome, version] = reply as [CommitOutcome, number];
      if (outcome === 'ok' && step.seenAfterMs !== undefined) {
        await freshness.note(step.planId, step.seenAfterMs);
      }
      return { outcome, version };
    },

    openAttempts: (planId) => readOpenAttempts(redis, keys, planId),
    givenUp: createGivenUpCreates({ redis, keys, call }),
    lastEvent: (taskId) => readLastEvent({ redis, keys }, taskId),
    async noteTroubles(notes) {
      const tasks = notes.map(({ taskId, version, trouble }) => ({
        id: taskId,
        version,
        json: JSON.stringify(trouble),
      }));
      await call('tandem_sync_trouble_v1', keys.namespace, JSON.stringify({ tasks }));
    },
    async accountWait(accountId) {
      const account = parseAccountState(await redis.hget(keys.accounts, accountId));
      return mustSignIn(accountId, account) ? waitFor(accountId, account) : null;
    },
    failing: (planId, taskId) => readFailingTask({ redis, keys }, planId, taskId),

    async pairs(planId) {
      return new Map(Object.entries(await redis.hgetall(keys.planPairs(planId))));
    },
  };
}

function encodeStep(
  step: SyncStep,
  bounds: { readonly streamMax: number; readonly historyMax: number },
): string {
  const {
    document,
    isNew,
    tombstone,
    forget,
    attempt,
    givenUp,
    accounted,
    failing,
    state,
    events,
    conflicts,
    history,
    log,
    alerts,
    resolves,
    seenAfterMs: _measured,
    ...plain
  } = step;
  return JSON.stringify({
    ...plain,
    ...bounds,
    ...(history && { history: JSON.stringify(history) }),
    ...((state || document) && { state: { ...state, ...(document && keptOf(document)) } }),
    ...(document && { document: JSON.stringify(document) }),
    ...(document && isNew && { list: Date.parse(document.createdAt) }),
    ...(tombstone === null && { tombstone: null }),
    ...(tombstone && {
      tombstone: { json: JSON.stringify(tombstone.value), ttlMs: tombstone.ttlMs },
    }),
    ...(forget && { forgetMs: forget.afterMs, plannerId: forget.plannerId ?? undefined }),
    ...(attempt === null && { attempt: null }),
    ...(attempt && { attempt: JSON.stringify(attempt) }),
    ...(givenUp && { givenUp: encodeGivenUp(givenUp) }),
    ...(failing !== undefined && { failing: failing && JSON.stringify(failing) }),
    ...(accounted && { accounted: toMember(accounted) }),
    ...(events && { events: events.map((event) => JSON.stringify(event)) }),
    ...(conflicts &&
      conflicts.length > 0 && { conflicts: conflicts.map((one) => toEntry(step, one)) }),
    ...(log && { log: JSON.stringify(log) }),
    ...(alerts && { alerts: alerts.map(encodeAlert) }),
    ...(resolves && { resolves: resolves.map((over) => ({ ...over, at: atOf(step) })) }),
  });
}

/** What a vanished document could not be made again without. */
function keptOf({ rev, createdAt, createdBy }: TaskDocument): Readonly<Record<string, string>> {
  return { rev: String(rev), made: JSON.stringify({ at: createdAt, by: createdBy }) };
}

/** Field-value list of one entry of the conflict stream. */
function toEntry(step: SyncStep, conflict: LoggedConflict): readonly string[] {
  const { field, key, cell, base, agent, planner, winner, rule } = conflict;
  return [
    ['task_id', step.taskId],
    ['field', field],
    ...(key === undefined ? [] : [['key', key]]),
    ...(cell === undefined ? [] : [['cell', cell]]),
    ['base', JSON.stringify(base)],
    ['agent', JSON.stringify(agent)],
    ['planner', JSON.stringify(planner)],
    ['winner', winner],
    ['rule', rule],
    ['plan_id', step.planId],
    ...writersOf(conflict),
    ['at', atOf(step)],
  ].flat();
}

function writersOf(conflict: LoggedConflict): string[][] {
  const { agentId, agentAt, personId, personFrom, personTo } = conflict;
  const writers = {
    agent_id: agentId,
    agent_at: agentAt,
    person_id: personId,
    person_from: personFrom,
    person_to: personTo,
  };
  return Object.entries(writers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

function atOf(step: SyncStep): string {
  return step.log?.at ?? new Date().toISOString();
}
