import type { SyncOutcome } from '../../../src/domain/sync-outcome.js';
import type { ChangeSource } from '../../../workflows/plan-sync/contract.js';
import { type Batch, PlanSyncState } from '../../../workflows/plan-sync/plan-sync-state.js';

type Kind = SyncOutcome['kind'];

export type Step =
  | { readonly kind: 'signal'; readonly refs: readonly string[]; readonly source: ChangeSource }
  | { readonly kind: 'start' }
  | {
      readonly kind: 'endBatch';
      readonly which: number;
      readonly how: readonly Kind[] | 'failed';
    }
  | { readonly kind: 'endRetry'; readonly which: number; readonly how: Kind }
  | { readonly kind: 'continueAsNew'; readonly how: Kind }
  | { readonly kind: 'wait'; readonly ms: number };

interface Work<T> {
  readonly what: T;
  /** The changes of its tasks that it could read when it began. */
  readonly read: ReadonlyMap<string, number>;
}

interface Retry {
  readonly ref: string;
  isStopped: boolean;
}

/**
 * Plays the workflow and its activities around a `PlanSyncState`, and keeps the books: which change of a task was read
 * by work that went well, and which tasks are in somebody's hands.
 */
export class PlanSyncWorld {
  state: PlanSyncState;
  private clock = 1_000_000;
  private readonly changes = new Map<string, number>();
  private readonly synced = new Map<string, number>();
  private batches: Work<Batch>[] = [];
  private retries: Work<Retry>[] = [];

  constructor() {
    this.state = PlanSyncState.from({ planId: 'plan' }, () => this.clock);
  }

  now(): number {
    return this.clock;
  }

  play(step: Step): void {
    switch (step.kind) {
      case 'signal':
        return this.signal(step.refs, step.source);
      case 'start':
        return this.start();
      case 'endBatch':
        return this.endBatch(this.batches[step.which % this.batches.length], step.how);
      case 'endRetry':
        return this.endRetry(this.retries[step.which % this.retries.length], step.how);
      case 'continueAsNew':
        return this.continueAsNew(step.how);
      case 'wait':
        this.clock += step.ms;
    }
  }

  /** What must hold at any time; throws where it does not. */
  check(): void {
    const held = this.held();
    if (new Set(held).size < held.length) throw new Error('A task is in two hands at once');
    if (this.state.isIdle() && held.length > 0) throw new Error('Idle with work under way');
    if (this.state.isIdle() && this.unsynced().length > 0) {
      throw new Error(`Idle, but not synced: ${this.unsynced().join(', ')}`);
    }
  }

  /** Lets everything go well from now on, until nothing is left to do. */
  drain(): void {
    for (let round = 0; !this.state.isIdle(); round += 1) {
      if (round > 200) throw new Error(`Stuck: ${JSON.stringify(this.state.view())}`);
      this.start();
      this.check();
      for (const batch of this.batches) this.endBatch(batch, ['done']);
      for (const retry of this.retries) this.endRetry(retry, 'done');
    }
  }

  /** Tasks with a change that no successful work has read. */
  unsynced(): readonly string[] {
    return [...this.changes]
      .filter(([ref, change]) => (this.synced.get(ref) ?? 0) < change)
      .map(([ref]) => ref);
  }

  private held(): readonly string[] {
    return [
      ...this.batches.flatMap(({ what }) => what.refs),
      ...this.retries.map(({ what }) => what.ref),
    ];
  }

  private signal(refs: readonly string[], source: ChangeSource): void {
    // A reminder announces nothing new.
    for (const ref of refs) {
      const known = this.changes.get(ref) ?? 0;
      this.changes.set(ref, source === 'system' ? Math.max(known, 1) : known + 1);
    }
    for (const ref of this.state.note({ taskIds: refs, source })) {
      const retry = this.retries.find(({ what }) => what.ref === ref);
      if (retry === undefined) throw new Error(`${ref} has no retry that could be stopped`);
      retry.what.isStopped = true;
    }
  }

  private start(): void {
    for (let batch = this.state.takeBatch(); batch !== null; batch = this.state.takeBatch()) {
      this.batches.push({ what: batch, read: this.readNow(batch.refs) });
    }
    for (const { ref } of this.state.takeTroubled()) {
      this.retries.push({ what: { ref, isStopped: false }, read: this.readNow([ref]) });
    }
    if (this.state.hasStartable()) throw new Error('Something could still be started');
  }

  private endBatch(work: Work<Batch> | undefined, how: readonly Kind[] | 'failed'): void {
    if (work === undefined) return;
    this.batches = this.batches.filter((other) => other !== work);
    if (how === 'failed') return this.state.failBatch(work.what, 'failed');
    const outcomes = work.what.refs.map((ref, at) => toOutcome(ref, how[at % how.length]));
    for (const outcome of outcomes) this.keep(work.read, outcome);
    this.state.finishBatch(work.what, outcomes);
  }

  private endRetry(work: Work<Retry> | undefined, how: Kind): void {
    if (work === undefined) return;
    const { ref, isStopped } = work.what;
    this.retries = this.retries.filter((other) => other !== work);
    if (how === 'done') {
      const outcome = toOutcome(ref, 'done');
      this.keep(work.read, outcome);
      this.state.finishTroubled(ref, outcome);
    } else if (isStopped) {
      this.state.returnTroubled(ref);
    } else {
      // Temporal retries it: it stays in the same hands, and reads anew.
      this.retries.push({ what: work.what, read: this.readNow([ref]) });
    }
  }

  private continueAsNew(how: Kind): void {
    for (const batch of this.batches) {
      if (how === 'trouble') this.state.returnBatch(batch.what);
      else this.endBatch(batch, [how]);
    }
    for (const { what, read } of this.retries) {
      if (how === 'done') {
        const outcome = toOutcome(what.ref, 'done');
        this.keep(read, outcome);
        this.state.finishTroubled(what.ref, outcome);
      } else {
        this.state.returnTroubled(what.ref);
      }
    }
    this.batches = [];
    this.retries = [];
    this.state = PlanSyncState.from(this.state.toInput(), () => this.clock);
  }

  private readNow(refs: readonly string[]): ReadonlyMap<string, number> {
    return new Map(refs.map((ref) => [ref, this.changes.get(ref) ?? 0]));
  }

  private keep(read: ReadonlyMap<string, number>, { ref, kind }: SyncOutcome): void {
    if (kind !== 'done') return;
    this.synced.set(ref, Math.max(this.synced.get(ref) ?? 0, read.get(ref) ?? 0));
  }
}

function toOutcome(ref: string, kind: Kind | undefined): SyncOutcome {
  switch (kind) {
    case 'again':
      return { kind, ref, afterMs: 1_000 };
    case 'trouble':
      return { kind, ref, code: 'timeout', retryAfterMs: null };
    case 'done':
    case undefined:
      return { kind: 'done', ref };
  }
}
