import { withHeartbeat } from '../../../activities/with-heartbeat.js';
import type { PlanSyncActivities } from '../../../activities/plan-sync-activities.js';
import type { SyncOutcome } from '../../../src/domain/sync-outcome.js';
import { tryLater } from '../../../src/temporal/activity-failure.js';

export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly afterMs: number }
  | { readonly kind: 'trouble'; readonly code: string; readonly retryAfterMs: number | null };

/** How the try of a task goes, by the number of the try (from 1). */
export type Script = (ref: string, attempt: number) => Answer | Promise<Answer>;

/** Stands where Graph and Redis would be: answers as the test says and keeps the books of who was tried when. */
export class FakeSync {
  /** The refs of each batch, in the order of their beginning. */
  readonly batches: (readonly string[])[] = [];
  /** What happened to tasks, in order. */
  readonly log: string[] = [];
  readonly triedAt = new Map<string, number[]>();
  readonly finished = new Set<string>();
  /** Tasks that were in two hands at once. */
  readonly doubled: string[] = [];
  script: Script = () => ({ kind: 'done' });
  /** Before each batch; may throw for the batch as a whole. */
  beforeBatch: (refs: readonly string[]) => void | Promise<void> = () => {};
  private readonly busy = new Set<string>();

  readonly activities: PlanSyncActivities = {
    syncTasks: async ({ refs }) => {
      await this.beforeBatch(refs);
      this.batches.push(refs);
      return withHeartbeat(() => Promise.all(refs.map((ref) => this.tryOnce('batch', ref))));
    },
    syncTask: async ({ ref }) => {
      const outcome = await withHeartbeat(() => this.tryOnce('retry', ref));
      switch (outcome.kind) {
        case 'done':
          return outcome;
        case 'again':
          throw tryLater('again', outcome.afterMs);
        case 'trouble':
          throw tryLater(outcome.code, outcome.retryAfterMs);
      }
    },
  };

  private async tryOnce(lane: string, ref: string): Promise<SyncOutcome> {
    if (this.busy.has(ref)) this.doubled.push(ref);
    this.busy.add(ref);
    this.log.push(`${lane} begins ${ref}`);
    const tries = this.triedAt.get(ref) ?? [];
    this.triedAt.set(ref, [...tries, Date.now()]);
    try {
      const answer = await this.script(ref, tries.length + 1);
      if (answer.kind === 'done') this.finished.add(ref);
      return { ref, ...answer };
    } finally {
      this.busy.delete(ref);
      this.log.push(`${lane} ended ${ref}`);
    }
  }
}

/** Something that waits until the test lets it go on. */
export class Gate {
  private release: () => void = () => {};
  readonly opened = new Promise<void>((resolve) => {
    this.release = resolve;
  });

  open(): void {
    this.release();
  }
}
