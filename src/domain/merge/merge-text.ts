import { diff3Merge } from 'node-diff3';
import type { TaskField } from '../task.js';
import { decideConflict } from './conflict-rule.js';
import { mapSides } from './map-sides.js';
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

  const lineEnd = commonLineEnd(versions);
  if (lineEnd !== null) {
    const merged = mergeText(field, mapSides(versions, withLineFeeds), times);
    return {
      value: merged.value.replaceAll('\n', lineEnd),
      conflicts: merged.conflicts.map((conflict) => ({ ...conflict, base, agent, planner })),
    };
  }

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

/**
 * Some of Planner's clients end every line of a text with CR LF. Where each version has one kind of line end and they
 * are not the same, lines are compared without it; the person's kind stands. Null: nothing to do, or mixed.
 */
function commonLineEnd({ base, agent, planner }: ThreeWay<string>): string | null {
  const kinds = [base, agent, planner].flatMap((text) => lineEndsOf(text));
  if (kinds.includes('mixed') || new Set(kinds).size < 2) return null;
  return lineEndsOf(planner)[0] ?? lineEndsOf(agent)[0] ?? null;
}

/** The kind of line ends in a text; none where it is one line. */
function lineEndsOf(text: string): readonly ('\n' | '\r\n' | 'mixed')[] {
  if (!/[\r\n]/.test(text)) return [];
  if (!text.includes('\r')) return ['\n'];
  return /[\r\n]/.test(text.replaceAll('\r\n', '')) ? ['mixed'] : ['\r\n'];
}

function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function split(text: string): string[] {
  return text.split('\n');
}
