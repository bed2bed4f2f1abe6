import { afterCommit } from '../parse-record.js';
import type { Seen, SyncRecord } from '../sync-record.js';
import type { SyncStep, SyncStore } from '../sync-store.js';

/**
 * Sync's store for one task's preview: what Redis knows is read, with what a look would have seen now; commits are kept
 * instead of made, and read back.
 */
export function createPreviewStore(
  store: SyncStore,
  seen: ReadonlyMap<string, Seen>,
  accountId: string,
): {
  readonly store: SyncStore;
  readonly steps: readonly SyncStep[];
  /** What the ref stood for before anything was done. */
  readonly first: () => SyncRecord | null;
} {
  const steps: SyncStep[] = [];
  let first: SyncRecord | null = null;
  let record: SyncRecord | null = null;
  let version = 0;

  return {
    steps,
    first: () => first,
    store: {
      ...store,
      async open(_planId, refs) {
        const { now, records } = await store.load(refs);
        const loaded = records.map((one) => withSight(one, seen));
        first ??= loaded[0] ?? null;
        record ??= first;
        return { now, records: record === null ? loaded : [record], hold: null, accountId };
      },
      async commit(step) {
        steps.push(step);
        version = Math.max(version, step.expectVersion) + 1;
        if (record !== null) record = after(record, step, version);
        return { outcome: 'ok', version };
      },
      givenUp: {
        of: (planId) => store.givenUp.of(planId),
        take: async (_planId, given, plannerId) => ({ ...given, takenBy: plannerId }),
        settle: async () => {},
      },
      noteTroubles: async () => {},
    },
  };
}

function withSight(record: SyncRecord, seen: ReadonlyMap<string, Seen>): SyncRecord {
  const sight = seen.get(record.plannerId ?? '');
  return sight === undefined ? record : { ...record, seen: sight };
}

/** The record as the commit would have left it. */
function after(record: SyncRecord, step: SyncStep, version: number): SyncRecord {
  const { claim, unpair, removeDocument, document, tombstone, etags = [] } = step;
  const plannerId = claim ?? (unpair === undefined ? record.plannerId : null);
  const etagOf = (details: boolean, known: SyncRecord['etag']): SyncRecord['etag'] => {
    const written = etags.find((one) => one.plannerId === plannerId && one.details === details);
    return written === undefined ? known : written.etag;
  };
  return {
    ...record,
    taskId: step.taskId,
    plannerId,
    document: removeDocument === true ? null : (document ?? record.document),
    tombstone: tombstone === null ? null : (tombstone?.value ?? record.tombstone),
    bookkeeping: afterCommit(record.bookkeeping, step.state ?? {}, version),
    etag: etagOf(false, record.etag),
    detailsEtag: etagOf(true, record.detailsEtag),
    // Sync touched the task and knows better than the look.
    seen: null,
  };
}
