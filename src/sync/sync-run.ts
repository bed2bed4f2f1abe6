import type { ContentLimits } from '../domain/merge/legal.js';
import type { PlannerClient, PlannerTask } from '../domain/planner.js';
import type { SyncStore } from './sync-store.js';

/** All tasks of a plan, read to the last page. */
export interface CompleteListing {
  readonly beganAt: number;
  readonly tasks: readonly PlannerTask[];
}

/** What the sync of a batch shares. */
export interface SyncRun {
  readonly planId: string;
  readonly planner: PlannerClient;
  readonly store: SyncStore;
  readonly limits: ContentLimits;
  /** The app that this product signs in as: its creates are ours. */
  readonly ownAppId: string;
  readonly webUrl: (planId: string, plannerId: string) => string;
  /** Ids for tasks that people made, sortable by the given time of creation (ms). */
  readonly newTaskId: (createdAt: number) => string;
  /** Redis' clock, ms. */
  readonly now: () => number;
  /** One complete listing for the whole batch, read when first asked for. */
  readonly listing: () => Promise<CompleteListing>;
  readonly workflowId: string | null;
  /** Which try this is, from 1; the batch's was one. */
  readonly attempt: number;
  /** A create without answer counts as not applied when Graph has not shown it this long after (ms). */
  readonly lateCreateMs: number;
}

/** Lists a plan to the last page; fails when any page fails, because half a listing proves nothing. */
export async function listCompletely(
  planner: PlannerClient,
  planId: string,
): Promise<readonly PlannerTask[]> {
  const tasks: PlannerTask[] = [];
  let page = await planner.listTasks(planId);
  tasks.push(...page.tasks);
  while (page.next !== null) {
    page = await planner.listTasks(planId, page.next);
    tasks.push(...page.tasks);
  }
  return tasks;
}
