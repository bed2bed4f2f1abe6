/** Between nothing and nothing: the hint for what stands alone or anywhere. */
export const anywhere = ' !';

/**
 * A hint that Planner turns into a place between two others; an empty string stands for an end of the list.
 * The left one may itself be such a request. https://learn.microsoft.com/graph/api/resources/planner-order-hint-format
 */
export function hintBetween(left: string, right: string): string {
  return `${left} ${right}!`;
}

/**
 * The hints to write so that the rows stand as in `wanted`: for new rows and for those that moved; the longest run of
 * rows that already stand in order is left alone. `hints` holds what Planner gave for the rows in `current`.
 */
export function placeRows(
  wanted: readonly string[],
  current: readonly string[],
  hints: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const staying = longestInOrder(wanted, current);
  const placed = new Map<string, string>();
  let left = '';
  let leftStaying = '';
  wanted.forEach((id, index) => {
    if (staying.has(id)) {
      leftStaying = hints.get(id) ?? leftStaying;
      left = hints.get(id) ?? left;
      return;
    }
    const next = wanted.slice(index + 1).find((later) => staying.has(later) && hints.has(later));
    const right = next === undefined ? '' : (hints.get(next) ?? '');
    // Nothing fits between two equal hints: then behind both.
    left = hintBetween(left, right > leftStaying ? right : '');
    placed.set(id, left);
  });
  return placed;
}

/** The longest subsequence of `wanted` whose ids stand in the same order in `current`. */
function longestInOrder(
  wanted: readonly string[],
  current: readonly string[],
): ReadonlySet<string> {
  const place = new Map(current.map((id, index) => [id, index]));
  const runs: { ids: readonly string[]; last: number }[] = [];
  for (const id of wanted) {
    const at = place.get(id);
    if (at === undefined) continue;
    let longest: readonly string[] = [];
    for (const run of runs) if (run.last < at && run.ids.length > longest.length) longest = run.ids;
    runs.push({ ids: [...longest, id], last: at });
  }
  let best: readonly string[] = [];
  for (const { ids } of runs) if (ids.length > best.length) best = ids;
  return new Set(best);
}
