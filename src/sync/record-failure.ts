import type { FailingTask } from '../domain/failing-task.js';
import { failAgain, groupOf } from '../domain/failing-task.js';
import type { GraphError } from '../domain/graph-error.js';
import type { SyncError, TaskDocument } from '../domain/task.js';
import type { TaskSession } from './task-session.js';

/** Tells everybody that a task cannot be synced as it is: in the document, in the stream and in the log. */
export async function recordFailure(session: TaskSession, error: GraphError): Promise<void> {
  const { document, run, taskId } = session;
  const now = new Date(run.now()).toISOString();
  const code = error.limit ?? error.code;
  const { message, advice } = error;
  const operation = operationOf(session);
  const failing = failAgain(
    await run.store.failing(run.planId, taskId),
    { code, message, advice, operation, group: groupOf(code, document) },
    { now: run.now(), isNews: document !== null && document.sync.state !== 'failed' },
  );
  const log = session.logLine({
    operation,
    direction: 'to_planner',
    status: 'failed',
    error: `${code}: ${error.message}`,
  });
  if (document === null) {
    await session.commit({ failing, log });
    return;
  }
  const { state, error: known } = document.sync;
  if (state === 'failed' && known?.code === code && known.message === error.message) {
    // Tried again in vain: nobody learns anything new.
    await session.commit({ expectRev: document.rev, failing, unsynced: true, log });
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
    failing,
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

function operationOf({ document, plannerId }: TaskSession): FailingTask['operation'] {
  if (document === null) return 'delete';
  return plannerId === null ? 'create' : 'update';
}
