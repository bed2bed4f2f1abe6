import type { ContentLimits } from '../domain/merge/legal.js';
import { GraphError } from '../domain/graph-error.js';
import type { DeleteBrake } from '../domain/plan-hold.js';
import type { PlannerOf } from '../domain/planner.js';
import type { SyncOutcome } from '../domain/sync-outcome.js';
import { accountOfId, personOf } from '../graph/gateway/graph-account.js';
import { tellAccountWait } from './account-waits.js';
import type { SyncRecord } from './sync-record.js';
import { isBlocked } from './graph-refusals.js';
import type { LostCreates } from './lost-creates.js';
import { findLostCreates } from './lost-creates.js';
import type { PlanConditions } from './plan-conditions.js';
import { PlanUnreadableError, isUnreadable } from './plan-unreadable-error.js';
import type { CompleteListing, SyncRun } from './sync-run.js';
import { listCompletely } from './sync-run.js';
import type { SyncStore } from './sync-store.js';
import type { TriedTask } from './sync-task.js';
import { syncTask } from './sync-task.js';
import { troubleOf } from './sync-trouble.js';

export interface SyncDeps {
  readonly store: SyncStore;
  /** Planner by the account that syncs a plan. */
  readonly plannerOf: PlannerOf;
  /** Planner for the first import of a plan, which may wait for everything else. Default: `plannerOf`. */
  readonly importPlannerOf?: PlannerOf;
  readonly limits: ContentLimits;
  readonly ownAppId: string;
  readonly webUrl: (planId: string, plannerId: string) => string;
  readonly newTaskId: (createdAt: number) => string;
  /** Milliseconds of a clock that never jumps, for the time that passes within one activity. */
  readonly monotonicMs: () => number;
  readonly lateCreateMs: number;
  /** Hears of an error that nobody foresaw; its message may quote a task's text. */
  readonly onUnexpected?: (error: unknown, ref: string) => void;
  readonly brake: DeleteBrake;
  readonly conditions: Pick<PlanConditions, 'noteUnreadable' | 'awaitAccount'>;
}

export interface SyncRequest {
  readonly planId: string;
  readonly refs: readonly string[];
  readonly workflowId: string | null;
  readonly attempt: number;
}

/** Graph refuses or is away for every task of the batch. */
export class SyncBlockedError extends Error {
  override readonly name = 'SyncBlockedError';

  constructor(
    readonly code: string,
    message: string,
    readonly retryAfterMs: number | null,
  ) {
    super(message);
  }
}

/**
 * Syncs up to 20 tasks of one plan. Each runs by itself; what they ask of Graph and Redis at the same time shares
 * requests. Idempotent: a repeat after a crash finds its own writes.
 * @throws SyncBlockedError when no task could be done because Graph as a whole could not be used; a throttled import is
 *   the trouble of its tasks instead
 */
export async function syncTasks(
  deps: SyncDeps,
  request: SyncRequest,
): Promise<readonly SyncOutcome[]> {
  const { planId, refs } = request;
  const { now, records, hold, accountId } = await deps.store.open(planId, refs);
  if (hold === 'reauth_required') await tellHeld(createRun(deps, request, { now, accountId }));
  // They wait in Redis, and are handed over again when the plan goes on.
  if (hold !== null) return refs.map((ref) => ({ kind: 'done', ref }));
  const isImport = isImportOf(records);
  const plannerOf = isImport ? (deps.importPlannerOf ?? deps.plannerOf) : deps.plannerOf;
  const run = createRun({ ...deps, plannerOf }, request, { now, accountId });
  const lostCreates = once<LostCreates>(() => findLostCreates(run));
  const results = await waitForAccount(
    deps,
    run,
    await Promise.all(
      records.map((record) => isolated(deps, record, syncTask(run, record, lostCreates))),
    ),
  );
  await noteTroubles(run, results);
  await waitForPlan(deps, planId, results);

  const errors = results.map((result) => result.error);
  const [first] = errors;
  // An import that has to wait gives its place to what is more urgent: for that there may still be a budget.
  const givesWay = isImport && errors.every((error) => error?.code === 'throttled');
  if (first && !givesWay && errors.every((error) => error !== null && isBlocked(error))) {
    const waits = errors.map((error) => error?.retryAfterMs ?? 0);
    const wait = Math.max(0, ...waits);
    throw new SyncBlockedError(first.code, first.message, wait === 0 ? null : wait);
  }
  return results.map((result) => result.outcome);
}

/** So many tasks at once that nobody here has seen are the import of a plan, not what somebody has just made. */
const leastImport = 10;

function isImportOf(records: readonly SyncRecord[]): boolean {
  return records.length >= leastImport && records.every(({ taskId }) => taskId === null);
}

/** Leaves in Redis what the tasks wait for. Only people read it: a Redis that is away now stops nothing. */
async function noteTroubles(run: SyncRun, results: readonly TriedTask[]): Promise<void> {
  const notes = results.flatMap((result) => {
    const trouble = result.left === null ? null : troubleOf(result, run);
    return result.left === null || trouble === null ? [] : [{ ...result.left, trouble }];
  });
  if (notes.length > 0) await run.store.noteTroubles(notes).catch(() => undefined);
}

type Result = TriedTask & {
  /** It could not be told what became of the task, because its plan cannot be listed. */
  readonly unreadable?: PlanUnreadableError;
};

/** Graph wants a new sign-in of the plan's account: what found that out waits for it as what comes later does. */
async function waitForAccount(
  { conditions }: SyncDeps,
  run: SyncRun,
  results: readonly Result[],
): Promise<readonly Result[]> {
  const refs = results.filter(mustWait).map(({ outcome }) => outcome.ref);
  if (refs.length === 0) return results;
  // Null: the sign-in has come meanwhile, so trying again is right.
  if ((await conditions.awaitAccount(run.planId, refs)) === null) return results;
  await tellHeld({ ...run, refs });
  return results.map((result) =>
    mustWait(result)
      ? { ...result, outcome: { kind: 'done', ref: result.outcome.ref }, error: null }
      : result,
  );
}

function mustWait({ error }: Result): boolean {
  return error?.code === 'reauth_required';
}

async function tellHeld(run: SyncRun & Pick<SyncRequest, 'refs'>): Promise<void> {
  const [{ records }, wait] = await Promise.all([
    run.store.load(run.refs),
    run.store.accountWait(run.accountId),
  ]);
  if (wait !== null) await tellAccountWait(run, records, wait);
}

async function waitForPlan(
  { conditions }: SyncDeps,
  planId: string,
  results: readonly Result[],
): Promise<void> {
  const waiting = results.filter((result) => result.unreadable !== undefined);
  const error = waiting[0]?.unreadable?.cause;
  if (error === undefined) return;
  const refs = waiting.map((result) => result.outcome.ref);
  await conditions.noteUnreadable(planId, error, refs);
}

/**
 * What breaks at one task (a value that nobody foresaw, Redis going away in the middle) must not stop the others of its
 * batch for ever. Only the kind of error is told: its message may quote a task's text.
 */
async function isolated(
  { onUnexpected }: SyncDeps,
  { ref, taskId, bookkeeping }: SyncRecord,
  work: Promise<TriedTask>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const left = taskId === null ? null : { taskId, version: bookkeeping.version };
    if (error instanceof PlanUnreadableError) {
      return { outcome: { kind: 'done', ref }, error: null, left, unreadable: error };
    }
    if (!(error instanceof GraphError)) onUnexpected?.(error, ref);
    const code = codeOf(error);
    return { outcome: { kind: 'trouble', ref, code, retryAfterMs: null }, error: null, left };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof GraphError) return error.code;
  return error instanceof Error ? error.name : 'unexpected';
}

function createRun(
  deps: SyncDeps,
  request: SyncRequest,
  opened: { readonly now: number; readonly accountId: string },
): SyncRun & SyncRequest {
  const startedAt = deps.monotonicMs();
  const now = (): number => Math.round(opened.now + deps.monotonicMs() - startedAt);
  const { accountId } = opened;
  const planner = deps.plannerOf(accountId);
  const listing = once<CompleteListing>(async () => {
    const beganAt = now();
    try {
      return { beganAt, ...(await listCompletely(planner, request.planId)) };
    } catch (error) {
      throw error instanceof GraphError && isUnreadable(error)
        ? new PlanUnreadableError(error)
        : error;
    }
  });
  const own = { appId: deps.ownAppId, userId: personOf(accountOfId(accountId)) };
  return { ...deps, ...request, accountId, planner, own, now, listing };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
