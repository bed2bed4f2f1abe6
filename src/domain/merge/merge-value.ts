import type { TaskField } from '../task.js';
import { decideConflict } from './conflict-rule.js';
import type { Merged, ThreeWay, WriteTimes } from './merge-types.js';

/** Three-way merge of one plain value: the side that changed it wins; when both did, the conflict rule decides. */
export function mergeValue<T extends string | number | boolean | null>(
  field: TaskField,
  versions: ThreeWay<T>,
  times: WriteTimes,
  key?: string,
): Merged<T> {
  const { base, agent, planner } = versions;
  if (agent === planner || planner === base) return { value: agent, conflicts: [] };
  if (agent === base) return { value: planner, conflicts: [] };
  const verdict = decideConflict(times.agentAt(field, key), times.personAt(field, key));
  return {
    value: verdict.winner === 'agent' ? agent : planner,
    conflicts: [{ field, ...(key === undefined ? {} : { key }), base, agent, planner, ...verdict }],
  };
}
