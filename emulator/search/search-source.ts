import type { Caller } from '../entra/caller.js';
import type { Entity } from '../odata/entity.js';
import type { KqlClause } from './kql.js';

/** Something found. */
export interface SearchMatch {
  readonly hitId: string;
  readonly summary: string;
  /** With its `@odata.type`. */
  readonly resource: Entity;
}

/** Everything of one entity type that somebody may search. */
export interface SearchSource {
  /** Of which one is enough. An empty list: not with this kind of token. */
  readonly permissions: Readonly<Record<Caller['kind'], readonly string[]>>;
  /** Entity types that may be asked for in the same request, this one among them. */
  readonly together: readonly string[];
  readonly maxSize: number;
  /** Whether `total` is that of the page only, as it is for what Exchange stores. */
  readonly countsPage: boolean;
  /** Whether `sortProperties` may be given. */
  readonly isSortable: boolean;
  /** In the order of the answer. `holds` says whether a clause is true of a thing with these properties. */
  find(
    caller: Caller,
    matches: (holds: (clause: KqlClause) => boolean) => boolean,
  ): readonly SearchMatch[];
}
