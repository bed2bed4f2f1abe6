import { contentOf, differingFields } from '../domain/content.js';
import type { FieldConflict } from '../domain/merge/merge-types.js';
import { conflictAlerts } from './conflict-alert.js';
import type { FlowResult } from './flow-result.js';
import { tombstoneMs } from './delete-in-planner.js';
import type { TaskSession } from './task-session.js';

/** A person deleted the task: it goes for the agents too, whatever they wrote meanwhile, and is kept for undo. */
export async function deleteForAgents(
  session: TaskSession,
  plannerId: string,
): Promise<FlowResult> {
  const { document, run, taskId } = session;
  if (document === null) return { kind: 'done' };
  const now = new Date(run.now()).toISOString();
  const { base } = session.bookkeeping;
  const edited = base === null ? [] : differingFields(base, contentOf(document));
  const conflicts: readonly FieldConflict[] =
    edited.length === 0
      ? []
      : [
          {
            field: 'task',
            base,
            agent: contentOf(document),
            planner: null,
            winner: 'person',
            rule: 'person_delete_beats_agent_edit',
          },
        ];
  const last = { ...document, rev: document.rev + 1 };
  const event = { task_id: taskId, task: last, rev: last.rev, at: now };
  const outcome = await session.commit({
    expectRev: document.rev,
    brake: { plannerId, limits: run.brake },
    removeDocument: true,
    state: { attempt: null, intent: null, deleted: '1' },
    tombstone: {
      value: { document: last, plannerId, at: now, by: { kind: 'human', id: null } },
      ttlMs: tombstoneMs,
    },
    forget: { afterMs: tombstoneMs, plannerId },
    etags: [
      { plannerId, details: false, etag: null },
      { plannerId, details: true, etag: null },
    ],
    unsynced: false,
    failing: null,
    events: [
      { action: 'deleted', source: 'planner', ...event },
      ...(edited.length > 0
        ? [{ action: 'conflict' as const, source: 'system' as const, ...event }]
        : []),
    ],
    conflicts,
    alerts: conflictAlerts(taskId, conflicts, now),
    history: {
      rev: last.rev,
      at: now,
      by: { kind: 'human', id: null },
      operation: 'delete',
      changes: [],
    },
    log: session.logLine({
      operation: 'delete',
      direction: 'from_planner',
      plannerId,
      conflict: edited.length > 0,
    }),
  });
  // Stopped: the next look that lets the plan go on announces what is still missing.
  return outcome === 'raced' ? { kind: 'again', afterMs: 100 } : { kind: 'done' };
}
