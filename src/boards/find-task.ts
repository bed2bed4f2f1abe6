import { ProblemError } from '../domain/problem.js';
import type { PlannerClient } from '../domain/planner.js';
import type { TaskDocument } from '../domain/task.js';
import { mayBePlannerId } from '../metadata/wanted.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { BoardDeps } from './board-deps.js';
import type { BoardGuard } from './board-guard.js';
import { fromDocument, fromPlanner, type BoardTask } from './board-task.js';
import type { SyncedPlans } from './synced-plans.js';

export interface FindTask {
  /**
   * By our id or Planner's. A task that the store has of a synced plan is the store's; every other is Planner's own.
   * `withDetails`: with description, checklist and references. ProblemError not_found or deleted; GraphErrors.
   */
  (id: string, options: { readonly withDetails: boolean }): Promise<BoardTask>;
}

export function createFindTask(
  { store, otherIds, webUrl, now }: Pick<BoardDeps, 'store' | 'otherIds' | 'webUrl' | 'now'>,
  {
    synced,
    guard,
    client,
  }: {
    readonly synced: SyncedPlans;
    readonly guard: BoardGuard;
    readonly client: Pick<PlannerClient, 'getTask' | 'getDetails'>;
  },
): FindTask {
  const inStore = async (taskId: string): Promise<TaskDocument> =>
    // Written, and checked, by this product.
    JSON.parse(await store.read(taskId)) as TaskDocument;

  const atPlanner = async (plannerId: string, withDetails: boolean): Promise<BoardTask> => {
    const readAt = now();
    const [seen, details] = await Promise.all([
      client.getTask(plannerId),
      withDetails ? client.getDetails(plannerId) : null,
    ]);
    guard.requireTask(seen);
    return fromPlanner({ seen, details, readAt }, webUrl);
  };

  return async (id, { withDetails }) => {
    if (isOurs(id)) {
      const document = await inStore(id);
      const { plannerId } = document.sync;
      if (plannerId === null || (await synced.has(document.planId))) return fromDocument(document);
      return atPlanner(plannerId, withDetails);
    }
    if (!mayBePlannerId(id)) throw unknown(id);
    const [taskId = null] = await withRedis(() => otherIds([id]));
    if (taskId !== null && isOurs(taskId)) {
      const document = await unlessUnknown(inStore(taskId));
      if (document !== null && (await synced.has(document.planId))) return fromDocument(document);
    }
    return atPlanner(id, withDetails);
  };
}

/** Our ids are ULIDs; Planner's have 28 characters. */
function isOurs(id: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id);
}

async function unlessUnknown(read: Promise<TaskDocument>): Promise<TaskDocument | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_found') return null;
    throw error;
  }
}

function unknown(id: string): ProblemError {
  return new ProblemError('not_found', `There is no task ${id}`, {
    errors: [{ field: 'id', message: 'is no id of a task; find it with planner_search_tasks' }],
  });
}
