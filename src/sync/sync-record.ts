import type { CreateAttempt } from '../domain/adoption.js';
import type { Intent } from '../domain/intent.js';
import type { Etag, PlannerTask } from '../domain/planner.js';
import type { Editor, TaskContent, TaskDocument } from '../domain/task.js';

/** What a sweep saw of a task. Times in ms of Redis' clock. */
export interface SeenTask {
  readonly kind: 'task';
  readonly task: PlannerTask;
  /** When the listing began: sync that touched the task later knows better. */
  readonly listedAt: number;
  /** When the listing before that began: the person's edit came after it. */
  readonly previousLookAt: number | null;
  readonly firstSeenAt: number;
}

/** A task that a complete listing of its plan did not hold. */
export interface SeenMissing {
  readonly kind: 'missing';
  readonly listedAt: number;
}

/** The rotation found other details than we know. */
export interface SeenDetails {
  readonly kind: 'details';
  readonly listedAt: number;
}

export type Seen = SeenTask | SeenMissing | SeenDetails;

export interface Tombstone {
  readonly document: TaskDocument;
  readonly plannerId: string | null;
  readonly at: string;
  readonly by: { readonly kind: string; readonly id: string | null };
}

/** Sync's bookkeeping of one task. */
export interface SyncBookkeeping {
  /** Grows with every commit; a commit made on an older one is refused. */
  readonly version: number;
  /** What both sides agreed on last; null before the first agreement. */
  readonly base: TaskContent | null;
  /** When Planner was last seen to equal the base (ms). */
  readonly lookedAt: number;
  /** When sync last touched the task (ms). */
  readonly touchedAt: number;
  readonly attempt: CreateAttempt | null;
  readonly intent: Intent | null;
  /** Our own write of the details may have moved the task's etag: the next new one is explained by it. */
  readonly expectsNewEtag: boolean;
  /** The task is gone on both sides; what is left is kept for its days only. */
  readonly isDeleted: boolean;
  /** When the agents wrote a field or row (ms), by `field` or `field:key`; `*` for all. */
  readonly agentWrites: ReadonlyMap<string, number>;
  /** Who that was, by the same names. */
  readonly agentNames: ReadonlyMap<string, string>;
  /** Fields and rows of which a person's write is remembered. */
  readonly personPlaces: ReadonlySet<string>;
  /** The document's revision, when and by whom it was made: kept for a document that vanishes. Null in old states. */
  readonly rev: number | null;
  readonly made: { readonly at: string; readonly by: Editor } | null;
  /** Something is written down that the task waits for. */
  readonly hasTrouble: boolean;
  /** An agent brought the deleted task back, and both sides have not agreed since. */
  readonly isRestored: boolean;
  /** When that was (ms). */
  readonly restoredAt: number | null;
}

/** Everything Redis knows about one task, read in one step. */
export interface SyncRecord {
  readonly ref: string;
  readonly taskId: string | null;
  readonly plannerId: string | null;
  readonly document: TaskDocument | null;
  readonly bookkeeping: SyncBookkeeping;
  readonly tombstone: Tombstone | null;
  readonly etag: Etag | null;
  readonly detailsEtag: Etag | null;
  readonly seen: Seen | null;
}
