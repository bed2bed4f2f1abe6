import { sameContent } from '../domain/content.js';
import type { PlannerClient } from '../domain/planner.js';
import { ProblemError } from '../domain/problem.js';
import type { BoardDeps, BoardUser } from './board-deps.js';
import { contentOfTask, fromPlanner, type SeenInPlanner } from './board-task.js';
import type { ChangedTask } from './change-task.js';
import { isStale, mostTries } from './stale.js';
import { toRefusal } from './store-refusal.js';

/** Through the store; it can be restored for some days. */
export async function deleteInStore(
  { store }: Pick<BoardDeps, 'store'>,
  { actor }: Pick<BoardUser, 'actor'>,
  taskId: string,
): Promise<ChangedTask['written']> {
  const reply = await store.write({ operation: 'delete', id: taskId }, { actor });
  if (reply.status >= 400) throw toRefusal(reply.json);
  return { taskId, rev: reply.rev };
}

/** In Planner itself, for good. ProblemError graph_conflict where it is not what was seen any more. */
export async function deleteInPlanner(
  { webUrl, now }: Pick<BoardDeps, 'webUrl' | 'now'>,
  client: Pick<PlannerClient, 'getTask' | 'deleteTask'>,
  found: SeenInPlanner,
): Promise<void> {
  let { seen } = found;
  const { plannerId } = seen;
  for (let tries = 1; ; tries += 1) {
    try {
      await client.deleteTask(plannerId, seen.etag);
      return;
    } catch (error) {
      if (!isStale(error) || tries >= mostTries) throw error;
    }
    const readAt = now();
    const fresh = await client.getTask(plannerId);
    const before = fromPlanner({ seen, details: null, readAt }, webUrl);
    const after = fromPlanner({ seen: fresh, details: null, readAt }, webUrl);
    if (!sameContent(contentOfTask(before), contentOfTask(after))) {
      throw new ProblemError(
        'graph_conflict',
        'Somebody changed the task meanwhile, so it was not deleted; look at it and delete it again',
      );
    }
    seen = fresh;
  }
}
