import type { Etag } from '../domain/planner.js';
import type { TaskDocument } from '../domain/task.js';
import { afterCommit } from './parse-record.js';
import type { SyncBookkeeping, SyncRecord, Seen, Tombstone } from './sync-record.js';
import type { SyncRun } from './sync-run.js';
import type { CommitOutcome, SyncLogLine, SyncStep } from './sync-store.js';

/** A step of the session's own task. */
export type SessionStep = Omit<SyncStep, 'taskId' | 'planId' | 'expectVersion'>;

/** One task while its sync runs: what Redis knows of it, kept current across the commits of this attempt. */
export class TaskSession {
  private record: SyncRecord;
  private readonly startedAt: number;

  constructor(
    readonly run: SyncRun,
    readonly taskId: string,
    record: SyncRecord,
  ) {
    this.record = record;
    this.startedAt = run.now();
  }

  get document(): TaskDocument | null {
    return this.record.document;
  }

  get plannerId(): string | null {
    return this.record.plannerId;
  }

  get bookkeeping(): SyncBookkeeping {
    return this.record.bookkeeping;
  }

  get tombstone(): Tombstone | null {
    return this.record.tombstone;
  }

  get etag(): Etag | null {
    return this.record.etag;
  }

  get detailsEtag(): Etag | null {
    return this.record.detailsEtag;
  }

  /** What a sweep saw, unless sync touched the task after that listing began: then we know better. */
  get seen(): Seen | null {
    const { seen, bookkeeping } = this.record;
    return seen !== null && seen.listedAt > bookkeeping.touchedAt ? seen : null;
  }

  async commit(step: SessionStep): Promise<CommitOutcome> {
    // With the step that ends a try there is nothing left to wait for.
    const isOver = step.failing !== undefined && this.record.bookkeeping.hasTrouble;
    const state = isOver ? { ...step.state, trouble: null } : step.state;
    const { outcome, version } = await this.run.store.commit({
      ...step,
      ...(state !== undefined && { state }),
      taskId: this.taskId,
      planId: this.run.planId,
      expectVersion: this.record.bookkeeping.version,
    });
    if (outcome === 'ok') {
      this.record = {
        ...this.record,
        document: step.document ?? this.record.document,
        plannerId: step.claim ?? (step.unpair === undefined ? this.record.plannerId : null),
        bookkeeping: afterCommit(this.record.bookkeeping, state ?? {}, version),
      };
    }
    return outcome;
  }

  /** Takes over what agents wrote since. Answers false when another attempt has moved the task on. */
  async reload(): Promise<boolean> {
    const { records } = await this.run.store.load([this.taskId]);
    const [record] = records;
    if (record === undefined || record.bookkeeping.version !== this.record.bookkeeping.version) {
      return false;
    }
    this.record = record;
    return true;
  }

  logLine(line: Pick<SyncLogLine, 'operation' | 'direction'> & Partial<SyncLogLine>): SyncLogLine {
    const { operation, direction, ...rest } = line;
    const now = this.run.now();
    return {
      at: new Date(now).toISOString(),
      planId: this.run.planId,
      taskId: this.taskId,
      plannerId: this.plannerId,
      operation,
      direction,
      status: 'ok',
      attempt: this.run.attempt,
      error: null,
      conflict: false,
      workflowId: this.run.workflowId,
      ms: now - this.startedAt,
      ...rest,
    };
  }
}
