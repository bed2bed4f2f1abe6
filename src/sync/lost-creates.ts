import { assignLostCreates } from '../domain/adoption.js';
import { mayBeMadeBy } from '../domain/planner.js';
import type { SyncRun } from './sync-run.js';

export type LostCreates = ReturnType<typeof assignLostCreates>;

/** Which Planner tasks came from the open attempts of the plan: one listing serves the whole batch. */
export async function findLostCreates(run: SyncRun): Promise<LostCreates> {
  // In this order: a create that another batch has under way is listed here only after its attempt was recorded, and
  // its attempt is closed only together with its claim. Read in another order, its task looks like a lost one.
  const { tasks } = await run.listing();
  const attempts = await run.store.openAttempts(run.planId);
  const pairs = await run.store.pairs(run.planId);
  const givenUp = await run.store.givenUp.of(run.planId);
  const candidates = tasks
    .filter((task) => !pairs.has(task.plannerId))
    .map(({ plannerId, fields, createdAt, createdBy }) => ({
      plannerId,
      fields,
      // Where Graph does not say, it may be the one.
      createdAt: createdAt === null ? Infinity : Date.parse(createdAt),
      isOwn: mayBeMadeBy(run.own, createdBy),
    }));
  return assignLostCreates(
    [...attempts].map(([taskId, attempt]) => ({ taskId, ...attempt })),
    candidates,
    givenUp,
  );
}
