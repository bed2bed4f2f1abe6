import type { Etag } from './planner.js';

/** Where a delta query goes on. Opaque: kept in Redis, handed back, never shown. */
export type DeltaLink = string & { readonly __brand: 'DeltaLink' };

/**
 * That something may have happened. Never the truth about it: that is read through v1.0.
 * - `task`: to a task or its details
 * - `names`: to a plan or a bucket
 * - `order`: only the place of something on somebody's board
 * - `unknown`: to something that cannot be told apart
 */
export interface DeltaHint {
  readonly kind: 'task' | 'names' | 'order' | 'unknown';
  /** Of the task; null where Graph did not say. */
  readonly id: string | null;
  readonly planId: string | null;
  /** Graph says that it is gone: a hint as well, no proof. */
  readonly isRemoved: boolean;
  /** Of the task, where Graph said it. */
  readonly etag: Etag | null;
}

export interface DeltaPage {
  readonly hints: readonly DeltaHint[];
  /** `page`: the round goes on there at once; `round`: what comes next is to be asked for there later. */
  readonly next: { readonly kind: 'page' | 'round'; readonly link: DeltaLink };
}

/**
 * Planner's delta queries, which are in Graph beta only. Every method is one request; every failure is a GraphError, with
 * status 410 for a link that is too old and 400 for one that Graph does not know.
 */
export interface PlannerDelta {
  begin(planId: string): Promise<DeltaPage>;
  follow(link: DeltaLink): Promise<DeltaPage>;
}
