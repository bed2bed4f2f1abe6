/** One thing of a task that can be written by itself: `title`, `description/s2`, `checklist/r3/title`, `labels/category4`. */
export type Cell = string;

/** Of a thing that is there or not (a row, a link, a label, a person): true when it is. */
export type CellValue = string | number | boolean | null;

export interface CellWrite {
  readonly cell: Cell;
  readonly value: CellValue;
}

/** `accepted`: the answer said so. `refused`: the answer said that nothing was done. `unknown`: nobody can tell. */
export type Told = 'accepted' | 'refused' | 'unknown';

/** What a writer wanted. */
export interface WriteIntent {
  readonly kind: 'agent' | 'person';
  /** An agent's name, a person's object id. */
  readonly who: string;
  /** Number of the task, which stands in its title whatever else is written. */
  readonly task: number;
  readonly planId: string;
  readonly operation: 'create' | 'change' | 'delete';
  readonly cells: readonly CellWrite[];
  /** Removals only: both sides had agreed on what is removed when its writer decided. */
  readonly onSettled?: boolean;
  readonly taskId?: string;
  readonly plannerId?: string;
}

/** What the writer was told in the end; a repeat under the same idempotency key is the same write. */
export interface WriteEnd {
  readonly told: Told;
  /** In words: a status, or why there is no answer. */
  readonly answer: string;
  /** The document's, where the answer has one. */
  readonly rev?: number;
  readonly taskId?: string;
  readonly plannerId?: string;
}

/** A write with what its writer knows of it; all values of it are unique, so that each tells who wrote it. */
export interface Write extends WriteIntent {
  readonly id: number;
  /** ms since the epoch: nothing of it happened before. */
  readonly startedAt: number;
  /** When the last answer came, or the writer gave up. */
  readonly endedAt: number;
  readonly told: Told;
  readonly answer: string;
  readonly rev: number | null;
}
