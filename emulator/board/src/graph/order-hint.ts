/**
 * Planner's order hints: a client names the two neighbours, the server answers with a short hint of its own.
 * https://learn.microsoft.com/graph/api/resources/planner-order-hint-format
 */

/** The hint that asks for a place between two neighbours; a missing neighbour is the list's edge. */
export function hintBetween(previous: string | undefined, next: string | undefined): string {
  return `${previous ?? ''} ${next ?? ''}!`;
}

/** Hints compare by character code, never by the reader's language. */
export function compareHints(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The hint for a row that shall stand at `index` of a list which does not contain it.
 * An index beyond the edges means the edge.
 */
export function hintAt(others: readonly { readonly orderHint: string }[], index: number): string {
  const place = Math.max(0, Math.min(index, others.length));
  return hintBetween(others[place - 1]?.orderHint, others[place]?.orderHint);
}
