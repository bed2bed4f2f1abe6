import type { AccountWait } from '../domain/accounts/account-wait.js';
import type { SyncRecord } from './sync-record.js';
import type { SyncRun } from './sync-run.js';
import { TaskSession } from './task-session.js';

/**
 * Says in the documents why they do not reach Planner: the person of the plan's account must sign in again. They stay
 * pending, nothing failed; the sync that comes after the sign-in takes the words back.
 */
export async function tellAccountWait(
  run: SyncRun,
  records: readonly SyncRecord[],
  wait: AccountWait,
): Promise<void> {
  const at = new Date(run.now()).toISOString();
  await Promise.all(
    records.map(async (record) => {
      const { taskId, document } = record;
      if (taskId === null || document?.planId !== run.planId) return;
      const { sync } = document;
      const isTold = sync.error?.code === wait.code && sync.error.message === wait.message;
      if (sync.state !== 'pending' || isTold) return;
      // An agent who writes at this moment brings the task here again.
      await new TaskSession(run, taskId, record).commit({
        expectRev: document.rev,
        document: { ...document, sync: { ...sync, error: { ...wait, at } } },
      });
    }),
  );
}
