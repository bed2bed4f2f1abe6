import type { Alerts } from '../tasks/alerts.js';
import type { Conflict, ConflictLog, Resolution } from './conflict-log.js';
import { decideField } from './decide-field.js';
import { decideTask } from './decide-task.js';
import type { Choice, DecideDeps, Decided, ResolveOptions } from './decision.js';

export interface ResolvedConflict extends Decided {
  readonly conflict: Conflict;
}

/**
 * Lets the chosen value stand, through the same write that agents make. ProblemError not_found, conflict_outdated when the
 * value was changed since, or the problem of the write.
 */
export type ResolveConflict = (
  id: string,
  choice: Choice,
  options: ResolveOptions,
) => Promise<ResolvedConflict>;

export interface ResolveConflictDeps extends DecideDeps {
  readonly conflicts: ConflictLog;
  readonly alerts: Pick<Alerts, 'raise'>;
  readonly now: () => number;
}

export function createResolveConflict(deps: ResolveConflictDeps): ResolveConflict {
  const { conflicts, alerts, now } = deps;
  return async (id, choice, options) => {
    const conflict = await conflicts.get(id);
    const done =
      conflict.field === 'task'
        ? await decideTask(deps, conflict, { choice, options })
        : await decideField(deps, conflict, { choice, options });
    const resolution: Resolution = {
      at: new Date(now()).toISOString(),
      by: options.actor,
      take: choice.take,
    };
    await conflicts.note(id, resolution);
    await alerts.raise({
      kind: 'conflict',
      severity: 'resolved',
      subject: conflict.taskId,
      message: `Over: the conflict about ${conflict.field} was decided by ${options.actor}.`,
      advice: 'Nothing to do.',
      at: resolution.at,
    });
    return { ...done, conflict: { ...conflict, resolution } };
  };
}
