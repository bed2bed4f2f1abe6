import type { Alert } from '../domain/alert.js';
import type { FieldConflict } from '../domain/merge/merge-types.js';

/** Tells operators that values lost; none for no conflicts. Names fields, never values. */
export function conflictAlerts(
  taskId: string,
  conflicts: readonly FieldConflict[],
  at: string,
): readonly Alert[] {
  if (conflicts.length === 0) return [];
  const decided = conflicts.map(
    ({ field, winner, rule }) => `${field} (the ${winner}'s value stands: ${rule})`,
  );
  return [
    {
      kind: 'conflict',
      severity: 'info',
      subject: taskId,
      message: `An agent and a person changed the same: ${[...new Set(decided)].join(', ')}`,
      advice:
        'See both values with sync_list_conflicts; sync_resolve_conflict takes the other one.',
      at,
    },
  ];
}
