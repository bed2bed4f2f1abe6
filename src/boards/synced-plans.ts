import type { PlanLink } from '../tasks/linked-plans.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { BoardDeps } from './board-deps.js';

/** Which plans Tandem syncs, as it is during one call. */
export interface SyncedPlans {
  /** Tasks without a plan are the store's alone, and count as synced. */
  has(planId: string | null): Promise<boolean>;
  /** Whether all of its tasks were in the store once. */
  isComplete(planId: string): Promise<boolean>;
  ids(): Promise<ReadonlySet<string>>;
}

export function createSyncedPlans({
  linked,
  traces,
}: Pick<BoardDeps, 'linked' | 'traces'>): SyncedPlans {
  let asked: Promise<ReadonlySet<string>> | null = null;
  const ids = (): Promise<ReadonlySet<string>> =>
    (asked ??= withRedis(async () => {
      const links = [...(await linked.links())];
      return new Set(links.flatMap(([planId, link]) => (isSynced(link) ? [planId] : [])));
    }));
  return {
    ids,
    has: async (planId) => planId === null || (await ids()).has(planId),
    isComplete: async (planId) => (await withRedis(() => traces.read(planId))).lastLook !== null,
  };
}

/** A paused plan is synced later. One in preview is not touched, and one that is taken out is Planner's alone again. */
function isSynced({ mode, removing }: PlanLink): boolean {
  return mode !== 'preview' && removing !== true;
}
