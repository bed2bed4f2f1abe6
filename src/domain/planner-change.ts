import type { PlannerTask } from './planner.js';

export interface KnownTasks {
  /** Planner id to task id. */
  readonly pairs: ReadonlyMap<string, string>;
  /** The etags that we know, by planner id. */
  readonly etags: ReadonlyMap<string, string | null>;
}

/** What a complete listing of a plan shows against what we know. */
export interface PlanDifference {
  readonly changed: readonly PlannerTask[];
  readonly unknown: readonly PlannerTask[];
  /** Planner ids that the listing lacks. Not yet a deletion: their own GET must say so too. */
  readonly missing: readonly string[];
}

/** Compares a complete listing with what is known, by etag. */
export function comparePlan(
  listed: readonly PlannerTask[],
  { pairs, etags }: KnownTasks,
): PlanDifference {
  const present = new Set(listed.map((task) => task.plannerId));
  return {
    changed: listed.filter(
      (task) => pairs.has(task.plannerId) && etags.get(task.plannerId) !== task.etag,
    ),
    unknown: listed.filter((task) => !pairs.has(task.plannerId)),
    missing: [...pairs.keys()].filter((plannerId) => !present.has(plannerId)),
  };
}
