import type { GraphLane } from './graph-request.js';

/** The most urgent first. */
export const graphLanes: readonly GraphLane[] = ['waiting', 'sync', 'sweep', 'import'];

/** How much of a minute's budget may be used up before a lane has to wait for the next minute. */
export const budgetShares: Readonly<Record<GraphLane, number>> = {
  waiting: 1,
  sync: 0.9,
  sweep: 0.75,
  import: 0.5,
};

export function laneOf({ lane }: { readonly lane?: GraphLane }): GraphLane {
  return lane ?? 'sync';
}

export function isMoreUrgent(one: GraphLane, other: GraphLane): number {
  return graphLanes.indexOf(one) - graphLanes.indexOf(other);
}
