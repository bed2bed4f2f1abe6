import type { GraphAnswer, GraphCall } from './exchange.js';

/** What stands before the path. */
export type GraphVersion = 'v1.0' | 'beta';

/** A path of Graph and what it does by method. */
export interface GraphRoute {
  /** Segments of the path; `*` is an id. The first route that fits is taken: `users/delta` comes before `users/*`. */
  readonly path: readonly string[];
  /** Only there; everything of v1.0 is in beta as well. */
  readonly version?: 'beta';
  readonly methods: Readonly<Record<string, GraphHandler>>;
}

/** `id` is the first id in the path, or empty; `ids` are all of them. */
export type GraphHandler = (
  call: GraphCall,
  id: string,
  ids: readonly string[],
) => GraphAnswer | Promise<GraphAnswer>;
