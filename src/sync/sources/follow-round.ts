import { GraphError } from '../../domain/graph-error.js';
import type { DeltaHint, DeltaLink, DeltaPage, PlannerDelta } from '../../domain/planner-delta.js';

/** A whole round of a delta query. */
export interface DeltaRound {
  readonly hints: readonly DeltaHint[];
  /** Where the next round begins. Everything before it is in this one. */
  readonly link: DeltaLink;
}

/** A round that does not end is given up. */
const mostPages = 200;

/** What changed since; every failure is a GraphError. Null: the round has no end, so one has to start over. */
export async function followRound(
  delta: Pick<PlannerDelta, 'follow'>,
  first: Promise<DeltaPage>,
): Promise<DeltaRound | null> {
  const hints: DeltaHint[] = [];
  let page = await first;
  for (let pages = 1; page.next.kind === 'page'; pages += 1) {
    hints.push(...page.hints);
    if (pages >= mostPages) return null;
    page = await delta.follow(page.next.link);
  }
  return { hints: [...hints, ...page.hints], link: page.next.link };
}

/** Graph does not know the link any more: too old (410), or not one of its own (400, 404). */
export function isStartOver(error: unknown): error is GraphError {
  return (
    error instanceof GraphError &&
    (error.status === 410 || error.status === 400 || error.status === 404)
  );
}
