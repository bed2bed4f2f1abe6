import type { GraphAnswer, GraphCall } from './exchange.js';

/** A path of Graph and what it does by method. */
export interface GraphRoute {
  /** Segments of the path; `*` is an id. The first route that fits is taken: `users/delta` comes before `users/*`. */
  readonly path: readonly string[];
  readonly methods: Readonly<Record<string, GraphHandler>>;
}

/** `id` is the first id in the path, or empty; `ids` are all of them. */
export type GraphHandler = (
  call: GraphCall,
  id: string,
  ids: readonly string[],
) => GraphAnswer | Promise<GraphAnswer>;
