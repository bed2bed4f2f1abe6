import { GraphError } from '../domain/graph-error.js';
import { pick, sameContent, contentOf, emptyDetails } from '../domain/content.js';
import type { PlannerClient } from '../domain/planner.js';
import { detailsFields, taskFields, type TaskContent, type TaskDocument } from '../domain/task.js';
import type { BoardDeps, BoardUser } from './board-deps.js';
import { fromDocument, fromPlanner, type BoardTask } from './board-task.js';
import { withFreshRead } from './stale.js';
import { toRefusal } from './store-refusal.js';

export interface NewTask {
  readonly planId: string;
  readonly content: TaskContent;
}

export interface CreatedTask {
  readonly task: BoardTask;
  /** The task is there, but not all of it: why. Null: all of it is. */
  readonly missing: string | null;
}

/** Through the store, whose sync makes it in Planner. ProblemErrors of the store. */
export async function createInStore(
  { store }: Pick<BoardDeps, 'store'>,
  { actor }: Pick<BoardUser, 'actor'>,
  { planId, content }: NewTask,
): Promise<CreatedTask> {
  const reply = await store.write({ operation: 'create', body: { planId, ...content } }, { actor });
  if (reply.status >= 400) throw toRefusal(reply.json);
  return { task: fromDocument(JSON.parse(reply.json) as TaskDocument), missing: null };
}

/**
 * In Planner itself: two writes, since it takes no details with a new task. What was made is never hidden behind a
 * failure of the second, or whoever asked would make it again. GraphErrors of the first.
 */
export async function createInPlanner(
  { webUrl, now }: Pick<BoardDeps, 'webUrl' | 'now'>,
  client: Pick<PlannerClient, 'createTask' | 'getDetails' | 'updateDetails'>,
  { planId, content }: NewTask,
): Promise<CreatedTask> {
  const readAt = now();
  const seen = await client.createTask(planId, pick(content, taskFields));
  const { plannerId } = seen;
  const wanted = pick(content, detailsFields);
  const isBare = sameContent(contentOf({ ...content, ...emptyDetails }), contentOf(content));
  if (isBare) {
    return { task: fromPlanner({ seen, details: null, readAt }, webUrl), missing: null };
  }
  try {
    const details = await withFreshRead(async () => {
      const { etag, handles, fields: current } = await client.getDetails(plannerId);
      return client.updateDetails({ plannerId, etag, changes: wanted, current, handles });
    });
    return { task: fromPlanner({ seen, details, readAt }, webUrl), missing: null };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const task = fromPlanner({ seen, details: null, readAt }, webUrl);
    return {
      task,
      missing: `The task was made, but not its description, checklist and references: ${error.message}. Add them with planner_update_task.`,
    };
  }
}
