import type { SyncOutcome } from '../../src/domain/sync-outcome.js';
import { delayAfterMs, retryProgress } from '../../src/domain/backoff.js';
import type { ChangeSource, PlanSyncInput, PlanSyncView, TasksChanged } from './contract.js';

/** What Graph takes in one `$batch`. */
export const batchSize = 20;
/** Batches of one plan side by side. */
const maxBatches = 4;
/** Tasks of one plan that are retried by themselves at the same time; more wait in the batch lane. */
const maxTroubled = 50;

const urgency: Readonly<Record<ChangeSource, number>> = { agent: 0, planner: 1, system: 2 };

export interface Batch {
  readonly refs: readonly string[];
  readonly source: ChangeSource;
}

/** A task that a batch could not finish. */
export interface TroubledTask {
  readonly ref: string;
  readonly code: string;
  /** When its own next try is due (ms since the epoch). */
  readonly dueAt: number;
  /** Attempts that were made before. */
  readonly attempts: number;
}

/** What Graph throttles in a batch: `each`: every task waits for itself; `plan`: the plan; `urgency`: what is not more urgent. */
export type Resting = 'each' | 'plan' | 'urgency';

/**
 * Which tasks of a plan need a sync, which are being synced, which wait after trouble. Pure: the workflow feeds it
 * signals and outcomes and does what it says. A task is in one place at a time; a change that arrives while it is being
 * synced makes it dirty again.
 */
export class PlanSyncState {
  private readonly dirty = new Map<string, ChangeSource>();
  private readonly inBatch = new Set<string>();
  private readonly troubled = new Map<string, TroubledTask>();
  private readonly started = new Set<string>();
  /** Woken: dirty, but their own retry was told to stop and has not ended yet. */
  private readonly stopping = new Set<string>();
  /** By who made the changes of the batch that Graph throttled (ms since the epoch). */
  private readonly rests = new Map<ChangeSource, number>();
  private batches = 0;
  private done = 0;

  constructor(
    private readonly planId: string,
    private readonly now: () => number,
    /**
     * What Graph throttles waits together and comes back as a batch, not each task by itself. It holds up nothing that is
     * more urgent: an import may have to wait for a budget that still has room for what an agent has just written.
     */
    private readonly resting: Resting = 'urgency',
  ) {}

  static from(
    input: PlanSyncInput,
    now: () => number,
    resting: Resting = 'urgency',
  ): PlanSyncState {
    const state = new PlanSyncState(input.planId, now, resting);
    for (const { ref, source } of input.carried?.dirty ?? []) state.dirty.set(ref, source);
    for (const { ref, code, attempts, nextAt } of input.carried?.retrying ?? []) {
      state.troubled.set(ref, { ref, code: code ?? 'carried', dueAt: nextAt, attempts });
    }
    const { restUntil, rests = [] } = input.carried ?? {};
    if (restUntil !== undefined) state.rests.set('agent', restUntil);
    for (const { source, until } of rests) state.rests.set(source, until);
    return state;
  }

  /**
   * Takes a signal. Answers the tasks whose own retry must be stopped, because there is something new to try. A mere
   * reminder (`system`) brings nothing new to a task in trouble: it keeps its time, which Graph may have asked for.
   */
  note({ taskIds, source }: TasksChanged): readonly string[] {
    const woken: string[] = [];
    for (const ref of taskIds) {
      if (source === 'system' && this.troubled.has(ref)) continue;
      this.markDirty(ref, source);
      this.troubled.delete(ref);
      if (!this.started.delete(ref)) continue;
      this.stopping.add(ref);
      woken.push(ref);
    }
    return woken;
  }

  /** Everything that waits after trouble is tried now. Answers the tasks whose own retry must be stopped. */
  wake(): readonly string[] {
    this.rests.clear();
    return this.note({ taskIds: [...this.troubled.keys()], source: 'planner' });
  }

  /**
   * The next batch to start, most urgent first. While another batch is under way a short one waits for company: its
   * tasks would each cost a request, and they are joined at the latest when that one ends.
   */
  takeBatch(): Batch | null {
    if (this.batches >= maxBatches) return null;
    const ready = this.ready();
    if (ready.length === 0 || (this.batches > 0 && ready.length < batchSize)) return null;
    const chosen = ready
      .toSorted(([, one], [, other]) => urgency[one] - urgency[other])
      .slice(0, batchSize);
    for (const [ref] of chosen) {
      this.dirty.delete(ref);
      this.inBatch.add(ref);
    }
    this.batches += 1;
    return { refs: chosen.map(([ref]) => ref), source: chosen[0]?.[1] ?? 'system' };
  }

  finishBatch(batch: Batch, outcomes: readonly SyncOutcome[]): void {
    this.batches -= 1;
    for (const ref of batch.refs) this.inBatch.delete(ref);
    for (const outcome of outcomes) {
      if (this.mustRest(outcome)) this.rest(outcome, batch.source);
      else this.take(outcome);
    }
  }

  /** The whole batch failed for good; its tasks are tried one by one. */
  failBatch(batch: Batch, code: string): void {
    this.finishBatch(
      batch,
      batch.refs.map((ref) => ({ kind: 'trouble', ref, code, retryAfterMs: null })),
    );
  }

  /** The batch was stopped before it ended: its tasks are still to be done. */
  returnBatch(batch: Batch): void {
    this.batches -= 1;
    for (const ref of batch.refs) {
      this.inBatch.delete(ref);
      this.markDirty(ref, batch.source);
    }
  }

  /** Troubled tasks whose own activity is to be started now. */
  takeTroubled(): readonly TroubledTask[] {
    const room = Math.max(0, maxTroubled - this.started.size);
    const waiting = [...this.troubled.values()].filter((task) => !this.started.has(task.ref));
    const chosen = waiting.slice(0, room);
    for (const { ref } of chosen) this.started.add(ref);
    return chosen;
  }

  /** A task's own retry ended. Once woken it counts for nothing: the task is dirty, and is now free for a batch. */
  finishTroubled(ref: string, outcome: SyncOutcome): void {
    if (this.stopping.delete(ref)) return;
    this.started.delete(ref);
    this.troubled.delete(ref);
    this.take(outcome);
  }

  /** A task's own retry was stopped before it ended: unless it was woken it goes on later where it was. */
  returnTroubled(ref: string): void {
    if (this.stopping.delete(ref)) return;
    const task = this.troubled.get(ref);
    if (!this.started.delete(ref) || task === undefined) return;
    const elapsedMs = this.now() - task.dueAt;
    if (elapsedMs < 0) return;
    const { attempts, nextInMs } = retryProgress(elapsedMs, task.attempts);
    this.troubled.set(ref, { ...task, attempts, dueAt: this.now() + nextInMs });
  }

  hasStartable(): boolean {
    const ready = this.batches < maxBatches ? this.ready().length : 0;
    const batchReady =
      this.batches < maxBatches && (this.batches === 0 ? ready > 0 : ready >= batchSize);
    const waits = this.troubled.size > this.started.size && this.started.size < maxTroubled;
    return batchReady || waits;
  }

  /** When the first of what waits because Graph asked to may be begun (ms since the epoch); 0: nothing waits for that. */
  get restsUntil(): number {
    if (this.resting !== 'urgency') return this.restOf('system');
    const waiting = [...this.dirty].flatMap(([ref, source]) => {
      const until = this.isFree(ref) ? this.restOf(source) : 0;
      return until > this.now() ? [until] : [];
    });
    return waiting.length === 0 ? 0 : Math.min(...waiting);
  }

  /** Until then (ms). */
  msOfRest(): number {
    return Math.max(0, this.restsUntil - this.now());
  }

  isIdle(): boolean {
    return this.dirty.size === 0 && this.inBatch.size === 0 && this.troubled.size === 0;
  }

  view(): PlanSyncView {
    return {
      waiting: this.dirty.size,
      inFlight: this.inBatch.size,
      retrying: [...this.troubled.keys()],
      done: this.done,
    };
  }

  /** What the next run needs to go on; only when nothing is in flight. */
  toInput(): PlanSyncInput {
    return {
      planId: this.planId,
      carried: {
        dirty: [...this.dirty].map(([ref, source]) => ({ ref, source })),
        retrying: [...this.troubled.values()].map(({ ref, code, attempts, dueAt }) => ({
          ref,
          code,
          attempts,
          nextAt: dueAt,
        })),
        ...this.carriedRests(),
      },
    };
  }

  private take(outcome: SyncOutcome): void {
    const { ref } = outcome;
    switch (outcome.kind) {
      case 'done':
        this.done += 1;
        return;
      case 'again':
        this.trouble(ref, 'again', outcome.afterMs);
        return;
      case 'trouble':
        this.trouble(ref, outcome.code, outcome.retryAfterMs ?? delayAfterMs(1));
    }
  }

  private mustRest(outcome: SyncOutcome): outcome is Extract<SyncOutcome, { kind: 'trouble' }> {
    return this.resting !== 'each' && outcome.kind === 'trouble' && outcome.code === 'throttled';
  }

  private rest(
    { ref, retryAfterMs }: Extract<SyncOutcome, { kind: 'trouble' }>,
    source: ChangeSource,
  ): void {
    this.markDirty(ref, source);
    const until = this.now() + (retryAfterMs ?? delayAfterMs(1));
    this.rests.set(source, Math.max(this.rests.get(source) ?? 0, until));
  }

  /** Until when changes of that source rest: as long as any that is as urgent or more. */
  private restOf(source: ChangeSource): number {
    const counts = (one: ChangeSource): boolean =>
      this.resting !== 'urgency' || urgency[one] <= urgency[source];
    return Math.max(0, ...[...this.rests].flatMap(([one, until]) => (counts(one) ? [until] : [])));
  }

  private carriedRests(): Pick<NonNullable<PlanSyncInput['carried']>, 'restUntil' | 'rests'> {
    const left = [...this.rests].filter(([, until]) => until > this.now());
    if (left.length === 0) return {};
    if (this.resting !== 'urgency') return { restUntil: this.restOf('system') };
    return { rests: left.map(([source, until]) => ({ source, until })) };
  }

  /** What may go into a batch now. */
  private ready(): readonly (readonly [ref: string, source: ChangeSource])[] {
    const now = this.now();
    const rests = {
      agent: this.restOf('agent'),
      planner: this.restOf('planner'),
      system: this.restOf('system'),
    };
    return [...this.dirty].filter(([ref, source]) => rests[source] <= now && this.isFree(ref));
  }

  private trouble(ref: string, code: string, delayMs: number): void {
    // Something new arrived while it was tried: that comes first, and as a whole new try.
    if (this.dirty.has(ref)) return;
    this.troubled.set(ref, { ref, code, dueAt: this.now() + delayMs, attempts: 1 });
  }

  /** Whether nothing is being done with it. */
  private isFree(ref: string): boolean {
    return !this.inBatch.has(ref) && !this.stopping.has(ref);
  }

  private markDirty(ref: string, source: ChangeSource): void {
    const known = this.dirty.get(ref);
    if (known === undefined || urgency[source] < urgency[known]) this.dirty.set(ref, source);
  }
}
