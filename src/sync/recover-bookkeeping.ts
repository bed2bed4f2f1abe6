import type { Alert } from '../domain/alert.js';
import { contentOf } from '../domain/content.js';
import type { Intent } from '../domain/intent.js';
import type { Finding } from '../domain/settle.js';
import type { TaskDocument } from '../domain/task.js';
import { commitAgreement } from './agreement.js';
import { converge } from './converge.js';
import type { FlowResult } from './flow-result.js';
import { lookAgain } from './flow-result.js';
import type { Look } from './look.js';
import { freshLook } from './take-look.js';
import type { TaskSession } from './task-session.js';

/**
 * Finds the Planner task of a document whose mapping has vanished, by what the document itself or the list of its plan
 * says: without it the task would be made a second time. `claimed`: that Planner task is another task's by now.
 */
export async function recoverMapping(
  session: TaskSession,
  document: TaskDocument,
): Promise<'known' | 'none' | 'claimed'> {
  const { run, taskId, bookkeeping } = session;
  if (session.plannerId !== null) return 'known';
  const isNew = document.sync.plannerId === null && bookkeeping.base === null;
  if (isNew) return 'none';
  const pairs = await run.store.pairs(run.planId);
  const [paired] = [...pairs].find(([, holder]) => holder === taskId) ?? [];
  const plannerId = paired ?? document.sync.plannerId;
  if (plannerId === null) return 'none';
  const outcome = await session.commit({
    claim: plannerId,
    log: session.logLine({ operation: 'restore', direction: 'from_planner', plannerId }),
  });
  return outcome === 'ok' ? 'known' : 'claimed';
}

/** A create that is under way according to its plan, when the task's own state has vanished. */
export async function recoverAttempt(session: TaskSession): Promise<void> {
  const { run, taskId, bookkeeping } = session;
  if (bookkeeping.version > 0 || bookkeeping.agentWrites.size > 0) return;
  const attempt = (await run.store.openAttempts(run.planId)).get(taskId);
  if (attempt !== undefined) await session.commit({ state: { attempt: JSON.stringify(attempt) } });
}

/**
 * Goes on with a task that stands on both sides, but whose bookkeeping has vanished. If the document was synced, it is
 * itself what both sides agreed on. Else nobody knows any more who changed what: then the person's values stand, and
 * the agents' are kept as conflicts.
 */
export async function recoverBase(
  session: TaskSession,
  document: TaskDocument,
  plannerId: string,
): Promise<FlowResult> {
  const look = await freshLook(session, plannerId);
  const isSynced = document.sync.syncedRev === document.rev;
  const { intent } = session.bookkeeping;
  const outcome = await commitAgreement(session, {
    look,
    finding: foundWith(document, intent, look),
    operation: 'restore',
    claim: plannerId,
    // With an intent nothing has vanished: a create was found again, and nobody has agreed on anything yet.
    ...(intent === null && { also: { alerts: [recovered(session, isSynced)] } }),
  });
  switch (outcome.kind) {
    case 'open':
      return converge(session, plannerId, look);
    case 'claimed':
      return { kind: 'again', afterMs: 2_000, why: lookAgain.claimed };
    case 'agreed':
    case 'superseded':
      return { kind: 'done' };
  }
}

function foundWith(document: TaskDocument, intent: Intent | null, look: Look): Finding {
  const planner = look.content;
  if (intent !== null) return { kind: 'adopted', posted: intent.wanted, planner };
  return document.sync.syncedRev === document.rev
    ? { kind: 'read', base: contentOf(document), planner }
    : { kind: 'unfounded', planner };
}

function recovered({ run, taskId }: TaskSession, isSynced: boolean): Alert {
  return {
    kind: 'document_restored',
    severity: isSynced ? 'info' : 'warning',
    subject: taskId,
    message:
      `The sync state of task ${taskId} had vanished from Redis and was made again from the document and Planner. ` +
      (isSynced
        ? 'Nothing is lost.'
        : 'Where the two differed, the value in Planner was taken; what agents had written stands in the conflict log.'),
    advice:
      'Find out what removed the keys of the task (a Redis that evicts, a DEL, an older backup)' +
      (isSynced ? '.' : ', and write again what agents still want.'),
    at: new Date(run.now()).toISOString(),
  };
}
