import type { Alert } from '../domain/alert.js';
import { contentOf } from '../domain/content.js';
import type { Editor, TaskContent, TaskDocument } from '../domain/task.js';
import { tombstoneMs } from './delete-in-planner.js';
import type { Tombstone } from './sync-record.js';
import type { TaskSession } from './task-session.js';

/**
 * What to do about a document that is not there although no tombstone says that anybody deleted it:
 * - `restored`: it was made again and announced; sync goes on with it
 * - `deleted`: it was deleted all the same, only the tombstone has vanished
 * - `gone`: Redis holds nothing to make it from
 * - `superseded`: another attempt has moved on, or there never was such a task
 */
export type Restoration =
  | { readonly kind: 'restored' }
  | { readonly kind: 'deleted'; readonly tombstone: Tombstone }
  | { readonly kind: 'gone' }
  | { readonly kind: 'superseded' };

/**
 * A vanished document is not a delete. The last event of the task has all of it, if that is still kept; else what both
 * sides agreed on last comes back, and people are told what may be lost.
 */
export async function restoreDocument(session: TaskSession): Promise<Restoration> {
  const { run, taskId, bookkeeping, plannerId } = session;
  // Nothing says that there ever was such a task.
  if (bookkeeping.version === 0 && bookkeeping.agentWrites.size === 0 && plannerId === null) {
    return { kind: 'superseded' };
  }
  const last = await run.store.lastEvent(taskId);
  const knownRev = bookkeeping.rev ?? bookkeeping.version;
  const isComplete = last !== null && last.rev >= knownRev;
  // Another plan's, or nobody's, since this one was removed.
  if (isComplete && last.task.planId !== run.planId) return { kind: 'superseded' };
  if (last?.action === 'deleted') {
    const { task: document, at } = last;
    return { kind: 'deleted', tombstone: { document, plannerId, at, by: document.updatedBy } };
  }
  const agreed = bookkeeping.base ?? bookkeeping.intent?.wanted ?? null;
  const content = last !== null && (isComplete || agreed === null) ? contentOf(last.task) : agreed;
  if (content === null) return { kind: 'gone' };

  const document = toDocument(session, {
    content,
    // Without a known rev the number of commits is not behind it.
    rev: Math.max(knownRev, last?.rev ?? 0, 1) + 1,
    earlier: last?.task ?? null,
  });
  const { rev, updatedAt: at } = document;
  const outcome = await session.commit({
    expectRev: null,
    document,
    isNew: true,
    unsynced: true,
    events: [{ action: 'updated', task_id: taskId, task: document, source: 'system', rev, at }],
    log: session.logLine({ operation: 'restore', direction: 'from_planner' }),
    alerts: [restored(session, { isComplete, at })],
  });
  return { kind: outcome === 'ok' ? 'restored' : 'superseded' };
}

/** Takes a task out of the lists of which nothing is left, and says so once. */
export async function reportGone(session: TaskSession): Promise<void> {
  const { run, taskId } = session;
  await session.commit({
    expectRev: null,
    removeDocument: true,
    forget: { afterMs: tombstoneMs, plannerId: session.plannerId },
    unsynced: false,
    failing: null,
    log: session.logLine({ operation: 'restore', direction: 'from_planner', status: 'failed' }),
    alerts: [
      {
        kind: 'document_restored',
        severity: 'error',
        subject: taskId,
        message: `The document of task ${taskId} had vanished from Redis before it reached Planner, and nothing is left to make it from.`,
        advice: `${findOut} Agents have to write the task again.`,
        at: new Date(run.now()).toISOString(),
      },
    ],
  });
}

const nobody: Editor = { kind: 'system', id: null };
const findOut =
  'Find out what removed the key of the task (a Redis that evicts, a DEL, an older backup).';

function toDocument(
  { run, taskId, bookkeeping, plannerId }: TaskSession,
  from: {
    readonly content: TaskContent;
    readonly rev: number;
    readonly earlier: TaskDocument | null;
  },
): TaskDocument {
  const { content, rev, earlier } = from;
  const now = new Date(run.now()).toISOString();
  return {
    id: taskId,
    planId: run.planId,
    ...content,
    createdAt: bookkeeping.made?.at ?? earlier?.createdAt ?? now,
    createdBy: bookkeeping.made?.by ?? earlier?.createdBy ?? nobody,
    updatedAt: now,
    updatedBy: nobody,
    rev,
    sync: {
      state: 'pending',
      plannerId,
      syncedRev: null,
      syncedAt: null,
      webUrl: plannerId === null ? null : run.webUrl(run.planId, plannerId),
      error: null,
    },
  };
}

function restored(
  { taskId, bookkeeping }: TaskSession,
  { isComplete, at }: { readonly isComplete: boolean; readonly at: string },
): Alert {
  const { agentWrites, agentNames, lookedAt } = bookkeeping;
  const lost = isComplete ? [] : [...agentWrites].filter(([, ms]) => ms > lookedAt);
  const fields = [...new Set(lost.map(([place]) => place.split(':')[0] ?? place))].join(', ');
  const [place, ms] = lost.toSorted(([, one], [, other]) => other - one)[0] ?? ['', 0];
  const newest = new Date(ms).toISOString();
  const loss =
    lost.length === 0
      ? 'Nothing is lost.'
      : `What agents wrote since may be lost: ${fields === '*' ? 'all fields' : fields}, last at ${newest} by ${agentNames.get(place) ?? 'an agent'}.`;
  const source = isComplete ? 'its last event' : 'what agents and Planner had agreed on last';
  return {
    kind: 'document_restored',
    severity: 'warning',
    subject: taskId,
    message: `The document of task ${taskId} had vanished from Redis and was made again from ${source}. ${loss}`,
    advice:
      lost.length === 0
        ? findOut
        : `${findOut} Agents should read the task again and write what is missing.`,
    at,
  };
}
