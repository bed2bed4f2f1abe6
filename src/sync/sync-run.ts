import type { ContentLimits } from '../domain/merge/legal.js';
import type { DeleteBrake } from '../domain/plan-hold.js';
import type { OwnIdentity, PlannerClient, PlannerTask, UnreadableTask } from '../domain/planner.js';
import type { SyncStore } from './sync-store.js';

/** All tasks of a plan, read to the last page. */
export interface CompleteListing extends PlanListing {
  readonly beganAt: number;
}

export interface PlanListing {
  readonly tasks: readonly PlannerTask[];
  /** There as well, but nothing is known of them. */
  readonly unreadable: readonly UnreadableTask[];
}

/** What the sync of a batch shares. */
export interface SyncRun {
  readonly planId: string;
  /** Who syncs the plan. */
  readonly accountId: string;
  /** In that account's name. */
  readonly planner: PlannerClient;
  readonly store: SyncStore;
  readonly limits: ContentLimits;
  /** As whom we write to the plan: such creates are ours. */
  readonly own: OwnIdentity;
  readonly webUrl: (planId: string, plannerId: string) => string;
  /** Ids for tasks that people made, sortable by the given time of creation (ms). */
  readonly newTaskId: (createdAt: number) => string;
  /** Redis' clock, ms. */
  readonly now: () => number;
  /**
   * One complete listing for the whole batch, read when first asked for.
   * @throws PlanUnreadableError when Graph does not let us list the plan
   */
  readonly listing: () => Promise<CompleteListing>;
  readonly workflowId: string | null;
  /** Which try this is, from 1; the batch's was one. */
  readonly attempt: number;
  /** A create without answer counts as not applied when Graph has not shown it this long after (ms). */
  readonly lateCreateMs: number;
  readonly brake: DeleteBrake;
}

/** Lists a plan to the last page; fails when any page fails, because half a listing proves nothing. */
export async function listCompletely(planner: PlannerClient, planId: string): Promise<PlanListing> {
  const tasks: PlannerTask[] = [];
  const unreadable: UnreadableTask[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const page = await planner.listTasks(planId, ...(next === undefined ? [] : [next]));
    tasks.push(...page.tasks);
    unreadable.push(...(page.unreadable ?? []));
    next = page.next;
  }
  return { tasks, unreadable };
}

/** Whether the plan may still hold a task that is not among the listed ones: one that could not be read may be it. */
export function mayHold(
  { unreadable }: Pick<PlanListing, 'unreadable'>,
  plannerId: string,
): boolean {
  return unreadable.some((one) => one.plannerId === null || one.plannerId === plannerId);
}
