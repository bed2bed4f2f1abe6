import { actorName, describeOperation, isTask } from './activity-text.js';
import type { Activity } from '../control/activity.js';

/** So many changes are read out one by one; more become a number. */
const readOutSingly = 3;

/** What a screen reader says about changes that others have made since the last announcement. Empty: nothing. */
export function announcement(changes: readonly Activity[], actingAs: string | null): string {
  const others = changes.filter((change) => isTask(change) && change.by.id !== actingAs);
  if (others.length > readOutSingly) {
    const names = [...new Set(others.map(({ by }) => actorName(by)))];
    return `${others.length} changes by ${names.join(', ')}.`;
  }
  return others
    .map(
      (change) =>
        `${actorName(change.by)} ${describeOperation(change)} ${change.title ?? 'a task'}.`,
    )
    .join(' ');
}
