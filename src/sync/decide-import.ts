import type { Alert } from '../domain/alert.js';
import type { GivenUpCreate, LateCreate } from '../domain/given-up-create.js';
import { judgeLateCreate } from '../domain/given-up-create.js';
import type { PlannerTask } from '../domain/planner.js';
import { isNotFound, isStale } from './graph-refusals.js';
import type { Look } from './look.js';
import type { SyncStep } from './sync-store.js';
import type { SyncRun } from './sync-run.js';

/** A look for which the task itself was read. */
export type TaskLook = Look & { readonly task: PlannerTask };

/**
 * Whether a Planner task that nobody knows is to be imported. The late result of a create that was given up and repeated
 * is a double: untouched it is removed. One that somebody changed stays, and people are told that there are two.
 */
export type ImportDecision =
  | {
      readonly kind: 'import';
      readonly look: TaskLook;
      /** What the import says and settles besides. */
      readonly also: Pick<SyncStep, 'alerts' | 'accounted'>;
    }
  | { readonly kind: 'gone' }
  /** Somebody changed it at the moment of the removal. */
  | { readonly kind: 'again' };

/** `readAgain`: the task and its details as they are now; null when it is gone. */
export async function decideImport(
  run: SyncRun,
  seen: TaskLook,
  readAgain: () => Promise<TaskLook | null>,
): Promise<ImportDecision> {
  const records = await run.store.givenUp.of(run.planId);
  const first = judgeLateCreate(run.own, seen, records);
  if (first.kind === 'other') return { kind: 'import', look: seen, also: {} };
  const look = await readAgain();
  if (look === null) return { kind: 'gone' };
  const judged = judgeLateCreate(run.own, look, records);
  switch (judged.kind) {
    case 'other':
      return { kind: 'import', look, also: {} };
    case 'touched':
      return { kind: 'import', look, also: reportDouble(run, look.task, judged) };
    case 'double':
      return removeDouble(run, look.task, judged.record);
  }
}

async function removeDouble(
  run: SyncRun,
  { plannerId, etag }: PlannerTask,
  record: GivenUpCreate,
): Promise<ImportDecision> {
  const startedAt = run.now();
  const taken = await run.store.givenUp.take(run.planId, record, plannerId);
  // Another look was faster and gave the record to another task.
  if (taken === null) return { kind: 'again' };
  try {
    await run.planner.deleteTask(plannerId, etag);
  } catch (error) {
    if (isStale(error)) return { kind: 'again' };
    if (!isNotFound(error)) throw error;
  }
  const now = run.now();
  await run.store.givenUp.settle(run.planId, taken, {
    at: new Date(now).toISOString(),
    planId: run.planId,
    taskId: taken.taskId,
    plannerId,
    operation: 'remove_double',
    direction: 'to_planner',
    status: 'ok',
    attempt: run.attempt,
    error: null,
    conflict: false,
    workflowId: run.workflowId,
    ms: now - startedAt,
  });
  return { kind: 'gone' };
}

function reportDouble(
  run: SyncRun,
  { plannerId }: PlannerTask,
  { record, isUsedUp }: LateCreate & { readonly kind: 'touched' },
): Pick<SyncStep, 'alerts' | 'accounted'> {
  const twin = record === null ? 'a task of this plan' : `task ${record.taskId}`;
  const alert: Alert = {
    kind: 'double_create',
    severity: 'warning',
    subject: plannerId,
    message:
      `Planner task ${plannerId} may be a second copy of ${twin}: Planner had not answered its create, so it was ` +
      'repeated, and the first one may have been carried out late. The copy was changed since, or Graph names another maker.',
    advice: `Compare the two at ${run.webUrl(run.planId, plannerId)} and delete the one that is not needed.`,
    at: new Date(run.now()).toISOString(),
  };
  return { alerts: [alert], ...(record !== null && isUsedUp && { accounted: record }) };
}
