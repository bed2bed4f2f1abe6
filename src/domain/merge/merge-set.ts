import type { ThreeWay } from './merge-types.js';

/**
 * Three-way merge of a set of ids. Presence is the only thing a key has, so both sides can never disagree about one:
 * a key that was there can only be removed, a missing one only be added. Order: the agent's, then what is new in Planner.
 */
export function mergeSet(versions: ThreeWay<readonly string[]>): readonly string[] {
  const base = new Set(versions.base);
  const agent = new Set(versions.agent);
  const planner = new Set(versions.planner);
  const keep = (key: string): boolean =>
    base.has(key) ? agent.has(key) && planner.has(key) : true;
  return [...new Set([...agent, ...planner])].filter(keep);
}
