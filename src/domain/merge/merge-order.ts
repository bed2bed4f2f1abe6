import type { ThreeWay } from './merge-types.js';

/**
 * Order of rows after a merge: the agent's order where only the agent reordered, else Planner's. Rows that the leading
 * side does not know keep their place after the row they followed; an agent's new rows at the end stay at the end.
 */
export function mergeOrder(versions: ThreeWay<readonly string[]>): readonly string[] {
  const agentReordered = reordered(versions.base, versions.agent);
  const plannerReordered = reordered(versions.base, versions.planner);
  return agentReordered && !plannerReordered
    ? weave(versions.agent, versions.planner)
    : weave(versions.planner, versions.agent);
}

function reordered(base: readonly string[], now: readonly string[]): boolean {
  const present = new Set(now);
  const known = new Set(base);
  const before = base.filter((key) => present.has(key));
  const after = now.filter((key) => known.has(key));
  return before.some((key, at) => after[at] !== key);
}

function weave(lead: readonly string[], other: readonly string[]): readonly string[] {
  const result = [...lead];
  const placed = new Set(lead);
  other.forEach((key, at) => {
    if (placed.has(key)) return;
    const previous = at === 0 ? undefined : other[at - 1];
    const followsLast = at >= other.findLastIndex((candidate) => lead.includes(candidate));
    const position = previous === undefined ? 0 : result.indexOf(previous) + 1;
    result.splice(followsLast ? result.length : position, 0, key);
    placed.add(key);
  });
  return result;
}
