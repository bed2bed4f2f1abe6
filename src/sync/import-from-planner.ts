import type { PlannerTask } from '../domain/planner.js';
import { isLeftToCreates } from '../domain/adoption.js';
import { emptyDetails } from '../domain/content.js';
import type { Editor, TaskDocument } from '../domain/task.js';
import type { FlowResult } from './flow-result.js';
import { toLook } from './look.js';
import type { ImportDecision, TaskLook } from './decide-import.js';
import { decideImport } from './decide-import.js';
import type { SyncRun } from './sync-run.js';
import { TaskSession } from './task-session.js';
import type { Seen, SyncRecord } from './sync-record.js';
import { isNotFound } from './graph-refusals.js';

/** Gives the agents a task that stands on the board and is unknown to them, or comes back to them. */
export async function importFromPlanner(
  run: SyncRun,
  record: SyncRecord,
  plannerId: string,
): Promise<FlowResult> {
  // What comes back needs better proof than a listing, which may be behind.
  const hint = record.tombstone === null ? record.seen : null;
  const seenLook = await lookAt(run, hint, plannerId);
  if (seenLook === null) return { kind: 'done' };
  const { task } = seenLook;
  // Of another board: the look at that one announces it.
  if (task.planId !== run.planId) return { kind: 'done' };
  const attempts = [...(await run.store.openAttempts(run.planId)).values()];
  if (isLeftToCreates(run.own, task, attempts)) return { kind: 'done' };
  const decided: ImportDecision =
    record.taskId === null
      ? await decideImport(run, seenLook, () => lookAt(run, null, plannerId))
      : { kind: 'import', look: seenLook, also: {} };
  if (decided.kind === 'gone') return { kind: 'done' };
  if (decided.kind === 'again') return { kind: 'again', afterMs: 1_000 };
  const { look, also } = decided;

  // Ids carry a time, and the smallest of Graph's lies two thousand years before theirs.
  const createdAt = task.createdAt === null ? run.now() : Math.max(0, Date.parse(task.createdAt));
  const taskId = record.taskId ?? run.newTaskId(createdAt);
  const session = new TaskSession(run, taskId, { ...record, taskId });
  const document = toDocument(run, { taskId, look, earlier: record.tombstone?.document ?? null });
  // The loser of a claim has nothing to do: the winner's task is this one.
  await session.commit({
    expectRev: null,
    document,
    isNew: true,
    claim: plannerId,
    tombstone: null,
    state: {
      base: JSON.stringify(look.content),
      lookedAt: String(look.since),
      intent: null,
      deleted: null,
    },
    etags: [
      { plannerId, details: false, etag: look.etag },
      ...(look.detailsEtag === null ? [] : [{ plannerId, details: true, etag: look.detailsEtag }]),
    ],
    events: [
      {
        action: 'created',
        task_id: taskId,
        task: document,
        source: 'planner',
        rev: document.rev,
        at: new Date(run.now()).toISOString(),
      },
    ],
    history: {
      rev: document.rev,
      at: document.updatedAt,
      by: document.updatedBy,
      operation: record.tombstone === null ? 'import' : 'restore',
      changes: [],
    },
    ...also,
    ...seenAfter(run, record.seen, look.task),
    log: session.logLine({ operation: 'import', direction: 'from_planner', plannerId }),
  });
  return { kind: 'done' };
}

/** Only of a task that people made while the plan was looked at: others are older than our interest in them. */
function seenAfter(
  run: SyncRun,
  seen: Seen | null,
  task: PlannerTask,
): { readonly seenAfterMs?: number } {
  const madeAt = Date.parse(task.createdAt ?? '');
  const previousLookAt = seen?.kind === 'task' ? seen.previousLookAt : null;
  if (previousLookAt === null || !(madeAt >= previousLookAt)) return {};
  return { seenAfterMs: Math.max(0, run.now() - madeAt) };
}

/** What the sweep saw is enough for a task without details; else Graph is asked. Null: no longer there. */
async function lookAt(
  run: SyncRun,
  seen: Seen | null,
  plannerId: string,
): Promise<TaskLook | null> {
  try {
    const since = seen?.kind === 'task' ? seen.listedAt : run.now();
    const [task, read] =
      seen?.kind === 'task'
        ? [seen.task, hasDetails(seen.task) ? await run.planner.getDetails(plannerId) : null]
        : await Promise.all([run.planner.getTask(plannerId), run.planner.getDetails(plannerId)]);
    const person = { from: since, to: run.now() };
    const assumed = { fields: emptyDetails, etag: null };
    return { ...toLook(task, read, { since, person }, assumed), task };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function hasDetails({ derived }: PlannerTask): boolean {
  return derived.hasDescription || derived.checklistItemCount > 0 || derived.referenceCount > 0;
}

function toDocument(
  run: SyncRun,
  from: {
    readonly taskId: string;
    readonly look: TaskLook;
    /** What it was when it was deleted: it keeps its count. */
    readonly earlier: TaskDocument | null;
  },
): TaskDocument {
  const { taskId, look, earlier } = from;
  const { task } = look;
  const now = new Date(run.now()).toISOString();
  const creator: Editor = { kind: 'human', id: task.createdBy.userId };
  const rev = earlier === null ? 1 : earlier.rev + 1;
  return {
    id: taskId,
    planId: task.planId,
    ...look.content,
    createdAt: earlier?.createdAt ?? task.createdAt ?? now,
    createdBy: earlier?.createdBy ?? creator,
    updatedAt: now,
    updatedBy: earlier === null ? creator : { kind: 'human', id: null },
    rev,
    sync: {
      state: 'synced',
      plannerId: task.plannerId,
      syncedRev: rev,
      syncedAt: now,
      webUrl: run.webUrl(task.planId, task.plannerId),
      error: null,
    },
  };
}
