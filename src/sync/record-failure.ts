import type { GraphError } from '../domain/graph-error.js';
import type { SyncError, TaskDocument } from '../domain/task.js';
import type { SyncLogLine } from './sync-store.js';
import type { TaskSession } from './task-session.js';

/** Tells everybody that a task cannot be synced as it is: in the document, in the stream and in the log. */
export async function recordFailure(session: TaskSession, error: GraphError): Promise<void> {
  const { document, run, taskId } = session;
  const now = new Date(run.now()).toISOString();
  const code = error.limit ?? error.code;
  const log = session.logLine({
    operation: operationOf(session),
    direction: 'to_planner',
    status: 'failed',
    error: `${code}: ${error.message}`,
  });
  if (document === null) {
    await session.commit({ failing: code, log });
    return;
  }
  const { state, error: known } = document.sync;
  if (state === 'failed' && known?.code === code && known.message === error.message) {
    // Tried again in vain: nobody learns anything new.
    await session.commit({ expectRev: document.rev, failing: code, unsynced: true, log });
    return;
  }
  const failure: SyncError = { code, message: error.message, advice: error.advice, at: now };
  const failed: TaskDocument = {
    ...document,
    sync: { ...document.sync, state: 'failed', error: failure },
  };
  await session.commit({
    expectRev: document.rev,
    document: failed,
    failing: code,
    unsynced: true,
    events: [
      {
        action: 'failed',
        task_id: taskId,
        task: failed,
        source: 'system',
        rev: failed.rev,
        at: now,
      },
    ],
    log,
    alerts: [
      {
        kind: 'task_failed',
        severity: 'warning',
        subject: taskId,
        message: `${code}: ${error.message}`,
        advice: error.advice,
        at: now,
      },
    ],
  });
}

function operationOf({ document, plannerId }: TaskSession): SyncLogLine['operation'] {
  if (document === null) return 'delete';
  return plannerId === null ? 'create' : 'update';
}
