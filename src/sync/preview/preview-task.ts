import type { PlannerClient } from '../../domain/planner.js';
import type { Seen } from '../sync-record.js';
import type { SyncDeps } from '../sync-tasks.js';
import { syncTasks } from '../sync-tasks.js';
import { createPreviewPlanner } from './preview-planner.js';
import { createPreviewStore } from './preview-store.js';
import { reportTask, type PreviewedTask } from './report-task.js';

export interface PreviewTaskDeps {
  /** What the sync of the plan works with. */
  readonly sync: Omit<SyncDeps, 'conditions'>;
  /** Who syncs the plan. */
  readonly accountId: string;
  readonly listTasks: PlannerClient['listTasks'];
  readonly seen: ReadonlyMap<string, Seen>;
}

/** A task that is not done after so many rounds waits for something that a preview cannot wait for. */
const maxRounds = 4;

/** What a sync would do to one task: the sync itself, with a Planner and a store that only keep what is written. */
export async function previewTask(
  { sync, accountId, listTasks, seen }: PreviewTaskDeps,
  planId: string,
  ref: string,
): Promise<PreviewedTask> {
  const { planner, writes } = createPreviewPlanner({
    planner: sync.plannerOf(accountId),
    listTasks,
    ownAppId: sync.ownAppId,
  });
  const { store, steps, first } = createPreviewStore(sync.store, seen, accountId);
  const conditions = { noteUnreadable: async () => {}, awaitAccount: async () => null };
  const { importPlannerOf: _unused, ...rest } = sync;
  const deps: SyncDeps = { ...rest, plannerOf: () => planner, store, conditions };
  let [outcome] = await syncTasks(deps, { planId, refs: [ref], workflowId: null, attempt: 1 });
  for (let round = 1; outcome?.kind === 'again' && round < maxRounds; round += 1) {
    [outcome] = await syncTasks(deps, { planId, refs: [ref], workflowId: null, attempt: round });
  }
  return reportTask({ ref, record: first(), writes, steps, outcome });
}
