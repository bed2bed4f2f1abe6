import type { SyncStatusReader } from '../operations/sync/sync-status.js';
import type { Surroundings } from '../review/explain-task.js';

/** The latest run of a plan's sync in Temporal; null where it never ran or cannot be asked now. */
export type FindPlanRun = (
  planId: string,
) => Promise<{ readonly workflowId: string; readonly runId: string | null } | null>;

/** What the explanation of a task says about its plan and its workflow. */
export function createSurroundings({
  status,
  outages,
  findRun,
  temporalUi,
}: {
  readonly status: SyncStatusReader;
  readonly outages: () => readonly string[];
  readonly findRun: FindPlanRun;
  /** Where the Web UI shows the workflows of the namespace; null where that is not known. */
  readonly temporalUi: string | null;
}): Surroundings {
  return {
    async plan(planId) {
      const { plans } = await status.read();
      const plan = plans.find((one) => one.planId === planId);
      return {
        title: plan?.title ?? null,
        hold: plan?.hold ?? null,
        outages: outages(),
        lookEveryMs: plan?.intervalMs ?? null,
      };
    },
    async workflow(planId) {
      const run = await findRun(planId);
      if (run === null) return null;
      const { workflowId, runId } = run;
      const path = [workflowId, ...(runId === null ? [] : [runId])].map(encodeURIComponent);
      return {
        workflowId,
        runId,
        webUrl: temporalUi === null ? null : `${temporalUi}/${path.join('/')}`,
      };
    },
  };
}
