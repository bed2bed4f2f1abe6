import { GraphError } from '../domain/graph-error.js';
import type { TaskDocument } from '../domain/task.js';
import type { SyncOutcome } from '../domain/sync-outcome.js';
import { converge } from './converge.js';
import {
  createInPlanner,
  createsOf,
  givenUpBy,
  intentOf,
  resolveAttempt,
} from './create-in-planner.js';
import { deleteForAgents } from './delete-for-agents.js';
import { deleteInPlanner, finish } from './delete-in-planner.js';
import type { FlowResult } from './flow-result.js';
import { lookAgain } from './flow-result.js';
import { isNotFound, isTransient } from './graph-refusals.js';
import { importFromPlanner } from './import-from-planner.js';
import type { LostCreates } from './lost-creates.js';
import { recordFailure } from './record-failure.js';
import { recoverAttempt, recoverBase, recoverMapping } from './recover-bookkeeping.js';
import { reportGone, restoreDocument } from './restore-document.js';
import type { SyncRecord, Tombstone } from './sync-record.js';
import type { SyncRun } from './sync-run.js';
import type { EndedTry } from './sync-trouble.js';
import { cheapestLook, isProvenGone } from './take-look.js';
import { TaskSession } from './task-session.js';

/** So many tries a 404 may come from a Graph that is not up to date with itself. */
const notFoundTries = 5;

/** How a try ended, and the state that it left. */
export interface TriedTask extends EndedTry {
  /** Null for a Planner task that is not ours yet. */
  readonly left: { readonly taskId: string; readonly version: number } | null;
}

/** The sync of one task, whatever it needs. Trouble with Graph is an outcome; trouble with Redis is thrown. */
export async function syncTask(
  run: SyncRun,
  record: SyncRecord,
  lostCreates: () => Promise<LostCreates>,
): Promise<TriedTask> {
  const { ref } = record;
  if (isOfAnotherPlan(run, record))
    return { outcome: { kind: 'done', ref }, error: null, left: null };
  const session = record.taskId === null ? null : new TaskSession(run, record.taskId, record);
  try {
    const result =
      session === null
        ? await importNew(run, record)
        : await syncKnown(session, record, lostCreates);
    return { ...toOutcome(ref, result), error: null, left: leftBy(session) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (isTransient(error)) {
      const { code, retryAfterMs } = error;
      const outcome: SyncOutcome = { kind: 'trouble', ref, code, retryAfterMs };
      return { outcome, error, left: leftBy(session) };
    }
    // Where the plan itself is gone, that is not the failure of each of its tasks.
    if (isNotFound(error)) await run.listing();
    if (session !== null) await recordFailure(session, error);
    return { outcome: { kind: 'done', ref }, error, left: leftBy(session) };
  }
}

/** A ref can be older than the task's plan: it was released from this one, and is another's or nobody's since. */
function isOfAnotherPlan(run: SyncRun, { document, tombstone }: SyncRecord): boolean {
  const last = document ?? tombstone?.document;
  return last !== undefined && last.planId !== run.planId;
}

/** Sentences stay here: an outcome crosses Temporal. */
function toOutcome(ref: string, result: FlowResult): Pick<TriedTask, 'outcome' | 'why'> {
  switch (result.kind) {
    case 'done':
      return { outcome: { kind: 'done', ref } };
    case 'again':
      return { outcome: { kind: 'again', ref, afterMs: result.afterMs }, why: result.why };
  }
}

function leftBy(session: TaskSession | null): TriedTask['left'] {
  if (session === null) return null;
  return { taskId: session.taskId, version: session.bookkeeping.version };
}

async function importNew(run: SyncRun, record: SyncRecord): Promise<FlowResult> {
  return record.plannerId === null
    ? { kind: 'done' }
    : importFromPlanner(run, record, record.plannerId);
}

async function syncKnown(
  session: TaskSession,
  record: SyncRecord,
  lostCreates: () => Promise<LostCreates>,
): Promise<FlowResult> {
  const { bookkeeping } = session;
  let { tombstone } = session;
  if (session.document === null && tombstone === null && !bookkeeping.isDeleted) {
    const restoration = await restoreDocument(session);
    switch (restoration.kind) {
      case 'restored':
        break;
      case 'deleted':
        tombstone = restoration.tombstone;
        break;
      case 'gone':
        // At most its place on the board is left.
        if (session.plannerId !== null) {
          return importFromPlanner(session.run, record, session.plannerId);
        }
        await reportGone(session);
        return { kind: 'done' };
      case 'superseded':
        return { kind: 'done' };
    }
  }
  const { document } = session;
  if (document === null) {
    const { plannerId } = session;
    if (tombstone === null) return { kind: 'done' };
    if (!bookkeeping.isDeleted) return sendDelete(session, tombstone, lostCreates);
    // Gone on both sides, and a sweep saw it all the same: somebody brought it back.
    return session.seen?.kind === 'task' && plannerId !== null
      ? importFromPlanner(session.run, record, plannerId)
      : { kind: 'done' };
  }
  if (document.planId === null) return { kind: 'done' };
  const mapping = await recoverMapping(session, document);
  if (mapping === 'claimed') return { kind: 'again', afterMs: 300_000, why: lookAgain.claimed };
  const { plannerId } = session;
  if (plannerId === null) {
    await recoverAttempt(session);
    return createInPlanner(session, lostCreates);
  }
  // Seen as unknown although it is ours: the plan's list does not name it any more.
  if (record.ref !== session.taskId) await session.commit({ claim: plannerId });
  try {
    if (session.bookkeeping.base === null) return await recoverBase(session, document, plannerId);
    return await converge(session, plannerId, await cheapestLook(session, plannerId));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (await isProvenGone(session, plannerId)) {
      return wasJustRestored(session)
        ? postAnew(session, document, { plannerId, lostCreates })
        : deleteForAgents(session, plannerId);
    }
    // The task is there: something else that we named is not, and waiting will not bring it.
    if (session.run.attempt > notFoundTries) throw error;
    return { kind: 'again', afterMs: 2_000, why: lookAgain.notFound };
  }
}

/** So long after a task was brought back, a delete that was sent before may still be carried out and be seen (ms). */
const lateDeleteMs = 120_000;

function wasJustRestored({ bookkeeping, run }: TaskSession): boolean {
  const { isRestored, restoredAt } = bookkeeping;
  return isRestored || (restoredAt !== null && run.now() - restoredAt < lateDeleteMs);
}

/** Brought back by an agent while the delete was under way: the Planner task is gone, the task is not. */
async function postAnew(
  session: TaskSession,
  document: TaskDocument,
  from: { readonly plannerId: string; readonly lostCreates: () => Promise<LostCreates> },
): Promise<FlowResult> {
  const { plannerId, lostCreates } = from;
  const unpaired = { plannerId: null, webUrl: null, syncedRev: null, syncedAt: null };
  const outcome = await session.commit({
    expectRev: document.rev,
    // Nothing may lead back to the card that is gone, and the new one is posted once.
    document: { ...document, sync: { ...document.sync, state: 'pending', ...unpaired } },
    unpair: plannerId,
    attempt: null,
    ...givenUpBy(session),
    state: { base: null, intent: null, attempt: null, restored: null, restoredAt: null },
    etags: [
      { plannerId, details: false, etag: null },
      { plannerId, details: true, etag: null },
    ],
  });
  return outcome === 'ok' ? createInPlanner(session, lostCreates) : { kind: 'again', afterMs: 100 };
}

async function sendDelete(
  session: TaskSession,
  tombstone: Tombstone,
  lostCreates: () => Promise<LostCreates>,
): Promise<FlowResult> {
  if (session.plannerId !== null) return deleteInPlanner(session, tombstone, session.plannerId);
  const found = await resolveAttempt(session, lostCreates);
  switch (found.kind) {
    case 'none':
      return finish(session, tombstone, null);
    case 'wait':
      return { kind: 'again', afterMs: found.ms, why: lookAgain.createUnanswered };
    case 'adopted': {
      const intent = JSON.stringify(intentOf(found.posted, session.run.now()));
      const claimed = await session.commit({
        claim: found.plannerId,
        state: { attempt: null, intent },
        ...createsOf(session, found),
      });
      return claimed === 'ok'
        ? deleteInPlanner(session, tombstone, found.plannerId)
        : { kind: 'again', afterMs: session.run.lateCreateMs, why: lookAgain.claimed };
    }
  }
}
