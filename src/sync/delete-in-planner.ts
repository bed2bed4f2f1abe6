import { contentOf, sameContent } from '../domain/content.js';
import { applyIntent } from '../domain/intent.js';
import { changesBetween } from '../domain/history/history-entry.js';
import { mergeTask } from '../domain/merge/merge-task.js';
import type { FieldConflict } from '../domain/merge/merge-types.js';
import { inBucketOf } from '../domain/settle.js';
import type { TaskContent, TaskDocument } from '../domain/task.js';
import { conflictAlerts } from './conflict-alert.js';
import type { FlowResult } from './flow-result.js';
import { lookAgain } from './flow-result.js';
import { isNotFound, isStale } from './graph-refusals.js';
import type { Look } from './look.js';
import { writeTimes } from './look.js';
import type { Tombstone } from './sync-record.js';
import { givenUpBy } from './create-in-planner.js';
import { freshLook, isProvenGone } from './take-look.js';
import type { TaskSession } from './task-session.js';
import { withWriters } from './write-stamps.js';

/** How long a deleted task can be brought back, and how long its ids are remembered. */
export const tombstoneMs = 7 * 24 * 60 * 60 * 1_000;

const maxRounds = 5;

/**
 * Deletes in Planner what agents deleted, unless a person edited the task without the agents knowing: then the edit
 * wins and the task comes back to them.
 */
export async function deleteInPlanner(
  session: TaskSession,
  tombstone: Tombstone,
  plannerId: string,
): Promise<FlowResult> {
  for (let round = 0; round < maxRounds; round += 1) {
    const look = await lookIfThere(session, plannerId);
    if (look === null) {
      // One 404 proves nothing: a task that is there after all would come back to the agents who deleted it.
      return (await isProvenGone(session, plannerId))
        ? finish(session, tombstone, plannerId)
        : { kind: 'again', afterMs: 2_000, why: lookAgain.notProvenGone };
    }
    const known = knownToAgents(session, tombstone, look);
    if (!sameContent(known, look.content)) {
      return bringBack(session, { tombstone, plannerId, look, base: known });
    }
    try {
      await session.run.planner.deleteTask(plannerId, look.etag);
      return await finish(session, tombstone, plannerId);
    } catch (error) {
      if (isNotFound(error)) return finish(session, tombstone, plannerId);
      if (!isStale(error)) throw error;
    }
  }
  return { kind: 'again', afterMs: 2_000, why: lookAgain.moving };
}

/** The task is gone on both sides: the tombstone's days begin. */
export async function finish(
  session: TaskSession,
  tombstone: Tombstone,
  plannerId: string | null,
): Promise<FlowResult> {
  await session.commit({
    tombstone: { value: tombstone, ttlMs: tombstoneMs },
    forget: { afterMs: tombstoneMs, plannerId },
    state: { attempt: null, intent: null, deleted: '1' },
    attempt: null,
    ...givenUpBy(session),
    unsynced: false,
    failing: null,
    ...(plannerId !== null && {
      etags: [
        { plannerId, details: false, etag: null },
        { plannerId, details: true, etag: null },
      ],
    }),
    log: session.logLine({ operation: 'delete', direction: 'to_planner', plannerId }),
  });
  return { kind: 'done' };
}

async function lookIfThere(session: TaskSession, plannerId: string): Promise<Look | null> {
  try {
    return await freshLook(session, plannerId);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** What both sides agreed on last, with what we wrote since: what differs from it is a person's edit. */
function knownToAgents(session: TaskSession, tombstone: Tombstone, look: Look): TaskContent {
  const { base, intent } = session.bookkeeping;
  // A lost create was never agreed on; what was posted stands in for it.
  const posted = intent?.wanted ?? contentOf(tombstone.document);
  const known = base ?? inBucketOf(posted, look.content);
  return intent === null ? known : applyIntent(known, intent, look.content);
}

async function bringBack(
  session: TaskSession,
  found: {
    readonly tombstone: Tombstone;
    readonly plannerId: string;
    readonly look: Look;
    readonly base: TaskContent;
  },
): Promise<FlowResult> {
  const { run, bookkeeping, taskId } = session;
  const { tombstone, plannerId, look, base } = found;
  const agents = tombstone.document;
  const merged = mergeTask(
    { base, agent: contentOf(agents), planner: look.content },
    writeTimes(bookkeeping, look),
  );
  const now = new Date(run.now()).toISOString();
  const agreed = sameContent(merged.value, look.content);
  const rev = agents.rev + 1;
  const document: TaskDocument = {
    ...agents,
    ...merged.value,
    updatedAt: now,
    updatedBy: { kind: 'human', id: null },
    rev,
    sync: {
      state: agreed ? 'synced' : 'pending',
      plannerId,
      syncedRev: agreed ? rev : agents.sync.syncedRev,
      syncedAt: agreed ? now : agents.sync.syncedAt,
      webUrl: run.webUrl(run.planId, plannerId),
      error: null,
    },
  };
  const conflicts: readonly FieldConflict[] = [
    ...merged.conflicts,
    {
      field: 'task',
      base,
      agent: null,
      planner: look.content,
      winner: 'person',
      rule: 'person_edit_beats_agent_delete',
    },
  ];
  const event = { task_id: taskId, task: document, rev, at: now };
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
      attempt: null,
      deleted: null,
    },
    attempt: null,
    failing: null,
    etags: [
      { plannerId, details: false, etag: look.etag },
      { plannerId, details: true, etag: look.detailsEtag },
    ],
    unsynced: !agreed,
    events: [
      { action: 'created', source: 'planner', ...event },
      { action: 'conflict', source: 'system', ...event },
    ],
    conflicts: withWriters(bookkeeping, look, conflicts),
    alerts: conflictAlerts(taskId, conflicts, now),
    history: {
      rev,
      at: now,
      by: document.updatedBy,
      operation: 'restore',
      changes: changesBetween(contentOf(agents), contentOf(document)),
    },
    log: session.logLine({
      operation: 'import',
      direction: 'from_planner',
      plannerId,
      conflict: true,
    }),
  });
  return agreed ? { kind: 'done' } : { kind: 'again', afterMs: 1_000 };
}
