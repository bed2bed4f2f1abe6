import { valueAt } from '../domain/history/value-at.js';
import type { TaskContent, TaskField } from '../domain/task.js';
import type { SyncBookkeeping } from './sync-record.js';

const keyedFields = [
  'assigneeIds',
  'appliedCategories',
  'checklist',
  'references',
] as const satisfies readonly TaskField[];

/**
 * State fields that tell of rows which neither side holds any more, to be removed once both agree: checklists that live for
 * years would leave a stamp of every row that ever was.
 */
export function staleStamps(
  { agentWrites, personPlaces }: SyncBookkeeping,
  agreed: TaskContent,
): Readonly<Record<string, null>> {
  const isGone = (place: string): boolean =>
    keyedFields.some(
      (field) =>
        place.startsWith(`${field}:`) &&
        valueAt(agreed, { field, key: place.slice(field.length + 1) }) === null,
    );
  const gone = [
    ...[...agentWrites.keys()].filter(isGone).map((place) => `a:${place}`),
    ...[...personPlaces].filter(isGone).map((place) => `p:${place}`),
  ];
  return Object.fromEntries(gone.map((name) => [name, null]));
}
