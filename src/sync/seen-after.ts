import type { ValueChange } from '../domain/history/history-entry.js';
import { graphTimeOf, type Look } from './look.js';

/**
 * How long after a person made changes agents hear of them, where Graph tells when that was: of completed tasks,
 * assignments, rows. The oldest of them counts. Null where Graph tells nothing, or a time from before the last look.
 */
export function seenAfterMs(
  look: Look,
  changes: readonly ValueChange[],
  times: { readonly lookedAt: number; readonly now: number },
): number | null {
  const known = changes
    .map((change) => Date.parse(timeOf(look, change) ?? ''))
    .filter((ms) => ms > times.lookedAt);
  return known.length === 0 ? null : Math.max(0, times.now - Math.min(...known));
}

function timeOf(look: Look, { field, key, before }: ValueChange): string | null | undefined {
  if (field === 'assigneeIds' && key !== undefined && before === null) {
    return look.task?.assignedAt[key];
  }
  return graphTimeOf(look, field, key);
}
