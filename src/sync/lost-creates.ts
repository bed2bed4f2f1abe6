import { assignLostCreates } from '../domain/adoption.js';
import { mayBeMadeBy } from '../domain/planner.js';
import type { SyncRun } from './sync-run.js';

export type LostCreates = ReturnType<typeof assignLostCreates>;

/** Which Planner tasks came from the open attempts of the plan: one listing serves the whole batch. */
export async function findLostCreates(run: SyncRun): Promise<LostCreates> {
  const attempts = await run.store.openAttempts(run.planId);
  const { tasks } = await run.listing();
  const pairs = await run.store.pairs(run.planId);
  const candidates = tasks
    .filter((task) => mayBeMadeBy(run.ownAppId, task.createdBy) && !pairs.has(task.plannerId))
    .map((task) => ({
      plannerId: task.plannerId,
      title: task.fields.title,
      createdAt: Date.parse(task.createdAt),
    }));
  return assignLostCreates(
    [...attempts].map(([taskId, attempt]) => ({ taskId, ...attempt })),
    candidates,
  );
}
