import { activityInfo } from '@temporalio/activity';
import type { SyncOutcome } from '../src/domain/sync-outcome.js';
import type { SyncDeps } from '../src/sync/sync-tasks.js';
import { syncTasks } from '../src/sync/sync-tasks.js';
import { tryLater } from '../src/temporal/activity-failure.js';
import { runActivity } from './run-activity.js';

/** Sync of the tasks of a plan. Both are idempotent: a repeat recognises its own writes. */
export function createPlanSyncActivities(deps: SyncDeps) {
  const sync = async (
    planId: string,
    refs: readonly string[],
    earlier = 0,
  ): Promise<readonly SyncOutcome[]> => {
    const { workflowExecution, attempt } = activityInfo();
    return runActivity(() =>
      syncTasks(deps, {
        planId,
        refs,
        attempt: earlier + attempt,
        workflowId: workflowExecution?.workflowId ?? null,
      }),
    );
  };

  return {
    /** A batch of up to 20; one outcome per task. Fails only when Graph or Redis cannot be used at all. */
    async syncTasks(input: {
      readonly planId: string;
      readonly refs: readonly string[];
    }): Promise<readonly SyncOutcome[]> {
      return sync(input.planId, input.refs);
    },

    /** One task; its trouble is a failure that Temporal retries. */
    async syncTask(input: {
      readonly planId: string;
      readonly ref: string;
      /** Tries that were made before this activity. */
      readonly attempts?: number;
    }): Promise<SyncOutcome> {
      const [outcome] = await sync(input.planId, [input.ref], input.attempts);
      if (outcome === undefined) return { kind: 'done', ref: input.ref };
      switch (outcome.kind) {
        case 'done':
          return outcome;
        case 'again':
          throw tryLater('again', outcome.afterMs);
        case 'trouble':
          throw tryLater(outcome.code, outcome.retryAfterMs);
      }
    },
  };
}

export type PlanSyncActivities = ReturnType<typeof createPlanSyncActivities>;
