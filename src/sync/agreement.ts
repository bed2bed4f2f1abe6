import { contentOf, sameContent } from '../domain/content.js';
import type { FieldConflict } from '../domain/merge/merge-types.js';
import { changesBetween } from '../domain/history/history-entry.js';
import type { Finding } from '../domain/settle.js';
import { settle } from '../domain/settle.js';
import type { Editor, SyncError, TaskDocument, TaskEvent } from '../domain/task.js';
import type { Look } from './look.js';
import { personBehind, writeTimes } from './look.js';
import { conflictAlerts } from './conflict-alert.js';
import { seenAfterMs } from './seen-after.js';
import { staleStamps } from './stale-stamps.js';
import type { SyncLogLine, SyncStep } from './sync-store.js';
import type { SessionStep, TaskSession } from './task-session.js';
import { personStamps, withWriters, type SeenBy } from './write-stamps.js';

/** What Planner was found to hold, by which look, and what that is to be called in the log. */
export interface Agreement {
  readonly look: Look;
  readonly finding: Finding;
  readonly operation: SyncLogLine['operation'];
  readonly claim?: string;
  /** Our write of the details may have moved the task's etag. */
  readonly wroteDetails?: boolean;
  /** What is settled and said besides. */
  readonly also?: Pick<SyncStep, 'givenUp' | 'accounted' | 'alerts'>;
}

export type AgreementOutcome =
  | { readonly kind: 'agreed' } // both sides are equal
  | { readonly kind: 'open' } // the agents have more for Planner
  | { readonly kind: 'superseded' }
  | { readonly kind: 'claimed' };

const maxRaces = 8;

/** After our own write of the details they are read again this much earlier: its new etag may hide a person's edit. */
const recheckEarlyMs = 9 * 60_000;

/**
 * Merges what Planner holds into the document and moves the base with it, in one commit. Agents may write at any
 * moment: then the merge is made again on their newer document.
 */
export async function commitAgreement(
  session: TaskSession,
  agreement: Agreement,
): Promise<AgreementOutcome> {
  for (let race = 0; race < maxRaces; race += 1) {
    const { document } = session;
    if (document === null) return { kind: 'superseded' };
    const { step, agreed } = agreementStep(session, document, agreement);
    switch (await session.commit(step)) {
      case 'ok':
        return { kind: agreed ? 'agreed' : 'open' };
      case 'superseded':
      case 'stopped':
        return { kind: 'superseded' };
      case 'claimed':
        return { kind: 'claimed' };
      case 'raced':
        if (!(await session.reload())) return { kind: 'superseded' };
    }
  }
  return { kind: 'open' };
}

function agreementStep(
  session: TaskSession,
  document: TaskDocument,
  agreement: Agreement,
): { readonly step: SessionStep; readonly agreed: boolean } {
  const { run, bookkeeping } = session;
  const { look, finding } = agreement;
  const times = writeTimes(bookkeeping, look);
  const settled = settle(contentOf(document), finding, times, run.limits);
  const { changed, conflicts, isAgreed: agreed } = settled;

  const now = new Date(run.now()).toISOString();
  const plannerId = agreement.claim ?? session.plannerId;
  const rev = changed.length > 0 ? document.rev + 1 : document.rev;
  const wasSynced = document.sync.state === 'synced' && document.sync.syncedRev === document.rev;
  const isUnchanged = agreed && wasSynced && changed.length === 0;
  const by: Editor = { kind: 'human', id: personBehind(look, changed) };
  const next: TaskDocument = {
    ...document,
    ...settled.document,
    ...(changed.length > 0 && { updatedAt: now, updatedBy: by }),
    rev,
    sync: isUnchanged
      ? document.sync
      : {
          state: agreed ? 'synced' : 'pending',
          plannerId,
          syncedRev: agreed ? rev : document.sync.syncedRev,
          syncedAt: agreed ? now : document.sync.syncedAt,
          webUrl: plannerId === null ? null : run.webUrl(run.planId, plannerId),
          error: mixError(conflicts, now),
        },
  };
  const changes = changed.length === 0 ? [] : changesBetween(contentOf(document), contentOf(next));
  const seenAfter = seenAfterMs(look, changes, {
    lookedAt: bookkeeping.lookedAt,
    now: run.now(),
  });
  const isRewritten = !isUnchanged || !sameContent(contentOf(next), contentOf(document));
  return {
    agreed,
    step: {
      expectRev: document.rev,
      ...(isRewritten && { document: next }),
      ...(agreement.claim !== undefined && { claim: agreement.claim }),
      state: {
        base: JSON.stringify(look.content),
        lookedAt: String(look.since),
        intent: null,
        attempt: null,
        ...(bookkeeping.isRestored && { restored: null }),
        ...personStamps(bookkeeping, look, { changes, seenBy: seenBy(session, finding) }),
        ...expectation(agreement),
        ...(look.details !== null && { detailsAt: String(look.since) }),
        ...(agreed && staleStamps(bookkeeping, contentOf(next))),
      },
      etags: plannerId === null ? [] : etagsOf(plannerId, look),
      ...(look.details !== null && {
        detailsReadAt: look.since - (agreement.wroteDetails === true ? recheckEarlyMs : 0),
      }),
      attempt: null,
      ...agreement.also,
      ...(seenAfter !== null && { seenAfterMs: seenAfter }),
      unsynced: !agreed,
      failing: null,
      events: eventsOf(next, { changed: changed.length > 0, conflicts, agreed, wasSynced, now }),
      conflicts: withWriters(bookkeeping, look, conflicts),
      alerts: [
        ...(agreement.also?.alerts ?? []),
        ...conflictAlerts(session.taskId, conflicts, now),
      ],
      ...(changes.length > 0 && {
        history: { rev, at: now, by, operation: 'update', changes },
      }),
      ...((isRewritten || finding.kind === 'written') && {
        log: session.logLine({
          operation:
            changed.length > 0 && agreement.operation === 'read' ? 'update' : agreement.operation,
          direction: directionOf(finding, changed.length > 0),
          plannerId,
          conflict: conflicts.length > 0,
        }),
      }),
    },
  };
}

function seenBy(session: TaskSession, finding: Finding): SeenBy {
  if (finding.kind === 'written') return 'answer';
  return session.seen?.kind === 'task' ? 'sweep' : 'read';
}

/** A new etag is explained by our own write of the details until the task itself was looked at again. */
function expectation({ look, wroteDetails }: Agreement): Record<string, string | null> {
  if (wroteDetails === true) return { expectsNewEtag: '1' };
  return look.task === null && look.details === null ? {} : { expectsNewEtag: null };
}

function etagsOf(plannerId: string, look: Look): NonNullable<SyncStep['etags']> {
  const task = { plannerId, details: false, etag: look.etag };
  return look.detailsEtag === null
    ? [task]
    : [task, { plannerId, details: true, etag: look.detailsEtag }];
}

function eventsOf(
  document: TaskDocument,
  what: {
    readonly changed: boolean;
    readonly conflicts: readonly FieldConflict[];
    readonly agreed: boolean;
    readonly wasSynced: boolean;
    readonly now: string;
  },
): readonly TaskEvent[] {
  const event = (action: TaskEvent['action'], source: TaskEvent['source']): TaskEvent => ({
    action,
    task_id: document.id,
    task: document,
    source,
    rev: document.rev,
    at: what.now,
  });
  return [
    ...(what.changed ? [event('updated', 'planner')] : []),
    ...(what.conflicts.length > 0 ? [event('conflict', 'system')] : []),
    ...(what.agreed && !what.wasSynced ? [event('synced', 'system')] : []),
  ];
}

function directionOf(finding: Finding, changed: boolean): SyncLogLine['direction'] {
  if (finding.kind !== 'written') return 'from_planner';
  return changed ? 'both' : 'to_planner';
}

function mixError(conflicts: readonly FieldConflict[], at: string): SyncError | null {
  const dropped = conflicts.filter((conflict) => conflict.rule === 'person_wins_illegal_mix');
  if (dropped.length === 0) return null;
  const fields = [...new Set(dropped.map((conflict) => conflict.field))].join(', ');
  return {
    code: 'merge_not_allowed',
    message: `Both sides changed the task so that Planner would refuse the result. The person's values of ${fields} were kept.`,
    advice: 'Read the task, and write the values again that are still wanted.',
    at,
  };
}
