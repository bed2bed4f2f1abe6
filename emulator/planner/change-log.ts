import type { Caller } from '../entra/caller.js';
import type { Collection } from '../state/collection.js';

/** One accepted write, for the board page, demos and tests. Graph itself has no such feed. */
export interface PlannerChange {
  readonly seq: number;
  readonly at: string;
  readonly planId: string;
  readonly entity: 'task' | 'details' | 'bucket' | 'plan';
  readonly id: string;
  readonly operation: 'created' | 'updated' | 'deleted';
  readonly by: {
    readonly kind: 'person' | 'app';
    readonly id: string;
    readonly displayName: string;
  };
  /** Properties that were written. */
  readonly fields: readonly string[];
  /** Title of the task or plan, name of the bucket. */
  readonly title: string;
}

type NewChange = Omit<PlannerChange, 'seq' | 'at' | 'by'>;

export interface ChangeLog {
  add(caller: Caller, change: NewChange): void;
  /** The last entry's number; 0 before the first. */
  last(): number;
  /** What came after a number, oldest first; `undefined` when some of it is not kept any more. */
  after(seq: number): PlannerChange[] | undefined;
  /** Newest first. */
  latest(query: { readonly planId?: string; readonly limit: number }): PlannerChange[];
  /** Returns the function that ends the subscription. */
  subscribe(listener: (change: PlannerChange) => void): () => void;
}

const MAX_KEPT = 500;

export function createChangeLog(stored: Collection<PlannerChange>, now: () => Date): ChangeLog {
  const listeners = new Set<(change: PlannerChange) => void>();
  let lastSeq: number | undefined;
  const last = (): number => (lastSeq ??= lastOf(stored));
  return {
    last,
    after(seq) {
      const [oldest] = stored.values();
      if (oldest !== undefined && oldest.seq > seq + 1) return undefined;
      return [...stored.values()].filter((change) => change.seq > seq);
    },
    add(caller, change) {
      lastSeq = last() + 1;
      const entry: PlannerChange = {
        seq: lastSeq,
        at: now().toISOString(),
        ...change,
        by: { kind: caller.kind, id: caller.id, displayName: caller.displayName },
      };
      stored.put(String(lastSeq), entry);
      stored.remove(String(lastSeq - MAX_KEPT));
      for (const listener of listeners) listener(entry);
    },
    latest: ({ planId, limit }) =>
      [...stored.values()]
        .filter((change) => planId === undefined || change.planId === planId)
        .toReversed()
        .slice(0, limit),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function lastOf(stored: Collection<PlannerChange>): number {
  let last = 0;
  for (const change of stored.values()) last = change.seq;
  return last;
}
