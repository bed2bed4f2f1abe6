import { findNotes, placeNotes, wordsOf } from '../agent-notes.js';
import type { TaskContent } from '../task.js';
import type { FieldConflict, TaskVersions } from './merge-types.js';

export interface ContentLimits {
  /** Characters, counted as UTF-16 units. */
  readonly description: number;
  readonly checklist: number;
  readonly references: number;
  readonly assignees: number;
}

/**
 * Two legal sides can merge to something Planner refuses (start after due, too many rows, too long a text). Then the person's part
 * stands; what the agent wanted is reported as a conflict.
 */
export function makeLegal(
  merged: TaskContent,
  versions: TaskVersions,
  limits: ContentLimits,
): { readonly value: TaskContent; readonly conflicts: readonly FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const report = (
    field: 'startDateTime' | 'dueDateTime' | 'description' | RowField,
    key?: string,
  ): void => {
    conflicts.push({
      field,
      ...(key === undefined ? {} : { key }),
      base: versions.base[field],
      agent: versions.agent[field],
      planner: versions.planner[field],
      winner: 'person',
      rule: 'person_wins_illegal_mix',
    });
  };

  let value = merged;
  if (startsAfterDue(value)) {
    for (const field of ['startDateTime', 'dueDateTime'] as const) {
      if (value[field] !== versions.planner[field]) report(field);
    }
    const { startDateTime, dueDateTime } = versions.planner;
    value = { ...value, startDateTime, dueDateTime };
  }

  const description = fitDescription(value.description, versions.planner.description, limits);
  if (description !== value.description) report('description');
  value = { ...value, description };

  const trim = <Row>(
    field: RowField,
    max: number,
    keyOf: (row: Row) => string,
    rows: { readonly merged: readonly Row[]; readonly planner: readonly Row[] },
  ): readonly Row[] => {
    if (rows.merged.length <= max) return rows.merged;
    const persons = new Set(rows.planner.map(keyOf));
    let excess = rows.merged.length - max;
    const kept = rows.merged.toReversed().filter((row) => {
      if (excess === 0 || persons.has(keyOf(row))) return true;
      excess -= 1;
      report(field, keyOf(row));
      return false;
    });
    return kept.toReversed();
  };
  const { planner } = versions;
  value = {
    ...value,
    checklist: trim('checklist', limits.checklist, (row) => row.id, {
      merged: value.checklist,
      planner: planner.checklist,
    }),
    references: trim('references', limits.references, (row) => row.url, {
      merged: value.references,
      planner: planner.references,
    }),
    assigneeIds: trim('assigneeIds', limits.assignees, (id) => id, {
      merged: value.assigneeIds,
      planner: planner.assigneeIds,
    }),
  };
  return { value, conflicts };
}

/**
 * The agents' section gives way first, then all that the agents wrote. A person may have written more than agents may:
 * what Planner holds already is never too long.
 */
function fitDescription(merged: string, planner: string, limits: ContentLimits): string {
  const most = Math.max(limits.description, planner.length);
  if (merged.length <= most) return merged;
  const found = findNotes(merged);
  const fitted =
    found === null ? merged : (placeNotes(found, found.notes, most) ?? wordsOf(merged));
  return fitted.length <= most ? fitted : planner;
}

type RowField = 'checklist' | 'references' | 'assigneeIds';

function startsAfterDue(content: TaskContent): boolean {
  const { startDateTime, dueDateTime } = content;
  return (
    startDateTime !== null &&
    dueDateTime !== null &&
    Date.parse(startDateTime) > Date.parse(dueDateTime)
  );
}
