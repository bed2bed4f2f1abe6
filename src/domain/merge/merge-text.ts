import { diff3Merge } from 'node-diff3';
import type { TaskField } from '../task.js';
import { decideConflict } from './conflict-rule.js';
import type { Merged, ThreeWay, WriteTimes } from './merge-types.js';

/** Line-wise three-way merge of a text. Only the lines that both sides changed are decided by the conflict rule. */
export function mergeText(
  field: TaskField,
  versions: ThreeWay<string>,
  times: WriteTimes,
): Merged<string> {
  const { base, agent, planner } = versions;
  if (agent === planner || planner === base) return { value: agent, conflicts: [] };
  if (agent === base) return { value: planner, conflicts: [] };

  const verdict = decideConflict(times.agentAt(field), times.personAt(field));
  const lines: string[] = [];
  let overlapping = false;
  for (const region of diff3Merge(split(agent), split(base), split(planner))) {
    if (region.ok !== undefined) lines.push(...region.ok);
    if (region.conflict === undefined) continue;
    overlapping = true;
    lines.push(...(verdict.winner === 'agent' ? region.conflict.a : region.conflict.b));
  }
  return {
    value: lines.join('\n'),
    conflicts: overlapping ? [{ field, base, agent, planner, ...verdict }] : [],
  };
}

function split(text: string): string[] {
  return text.split('\n');
}
