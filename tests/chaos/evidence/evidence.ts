import type { Write } from '../journal/write.js';
import type { Cells } from './cells.js';

/** A write that Planner accepted, in the order in which it did. */
export interface BoardChange {
  readonly seq: number;
  /** ms since the epoch. */
  readonly at: number;
  readonly planId: string;
  readonly entity: 'task' | 'details' | 'bucket' | 'plan';
  readonly id: string;
  readonly operation: 'created' | 'updated' | 'deleted';
  readonly by: { readonly kind: 'person' | 'app'; readonly id: string };
  /** Graph's names of the properties that were written. */
  readonly fields: readonly string[];
  readonly title: string;
}

/** A task as it stands in the end on one side. */
export interface Standing {
  /** Document id or Planner id. */
  readonly id: string;
  /** Number of the task; null when its title does not say. */
  readonly task: number | null;
  readonly planId: string;
  readonly cells: Cells;
  readonly doubledRows: readonly string[];
}

export interface StandingDocument extends Standing {
  readonly rev: number;
  readonly plannerId: string | null;
  /** `synced` unless the product itself says that something is left to do. */
  readonly state: string;
}

export interface Conflict {
  readonly at: number;
  readonly taskId: string;
  readonly field: string;
  readonly key: string | null;
  readonly base: unknown;
  readonly agent: unknown;
  readonly planner: unknown;
  readonly winner: string;
  readonly rule: string;
}

/** A revision of a document that was published. */
export interface Revision {
  readonly at: number;
  readonly taskId: string;
  readonly task: number | null;
  readonly rev: number;
  readonly action: string;
  readonly source: string;
  readonly cells: Cells;
}

/** Everything that was seen from outside; the checker knows nothing else. */
export interface Evidence {
  readonly writes: readonly Write[];
  readonly changes: readonly BoardChange[];
  readonly documents: readonly StandingDocument[];
  readonly board: readonly Standing[];
  readonly conflicts: readonly Conflict[];
  readonly revisions: readonly Revision[];
  /** Why a document cannot be read, by document id: `deleted`, `not_found`. */
  readonly gone: ReadonlyMap<string, string>;
  /** Writes of the product that Planner accepted after both sides were equal. */
  readonly afterwards: readonly BoardChange[];
  /** Processes that ended without having been killed. */
  readonly exits: readonly string[];
}
