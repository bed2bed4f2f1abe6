import type { Redis } from 'ioredis';
import type { PlannerOf } from '../domain/planner.js';
import type { PeopleNames } from '../metadata/people-names.js';
import type { OperationDeps } from '../operations/define-operation.js';
import { createConflictLog } from '../review/conflict-log.js';
import { createExplainTask, type Surroundings } from '../review/explain-task.js';
import { createResolveConflict } from '../review/resolve-conflict.js';
import { createTaskHistory } from '../review/task-history.js';
import { createUndo } from '../review/undo.js';
import type { SyncStore } from '../sync/sync-store.js';
import type { Alerts } from '../tasks/alerts.js';
import { createEventLog } from '../tasks/event-log.js';
import { createLinkedPlans } from '../tasks/linked-plans.js';
import type { Keys } from '../tasks/keys.js';
import type { TaskStore } from '../tasks/task-store.js';

export interface ReviewParts {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly store: TaskStore;
  readonly sync: Pick<SyncStore, 'load'>;
  readonly alerts: Alerts;
  readonly plannerOf: PlannerOf;
  readonly people: PeopleNames;
  readonly surroundings: Surroundings;
  readonly now: () => number;
}

/** What shows, explains and takes back what was done. */
export function composeReview(
  parts: ReviewParts,
): Pick<OperationDeps, 'history' | 'undo' | 'conflicts' | 'resolveConflict' | 'explain'> {
  const history = createTaskHistory(parts);
  const conflicts = createConflictLog(parts);
  return {
    history,
    conflicts,
    undo: createUndo({ ...parts, history, log: createEventLog(parts) }),
    resolveConflict: createResolveConflict({ ...parts, history, conflicts }),
    explain: createExplainTask({
      ...parts,
      history,
      conflicts,
      linked: createLinkedPlans(parts),
    }),
  };
}
