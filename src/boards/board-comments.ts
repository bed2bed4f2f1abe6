import { ProblemError } from '../domain/problem.js';
import type { Page } from '../graph/pages/read-page.js';
import { createPlanClient } from '../graph/planner/plan-client.js';
import { createTaskComments, type Post } from '../graph/planner/task-comments.js';
import type { BoardUser } from './board-deps.js';
import type { BoardGuard } from './board-guard.js';
import type { BoardTask } from './board-task.js';
import { withFreshRead } from './stale.js';

/**
 * Comments of a task, which are a conversation of the group that holds its plan. ProblemError not_found where the task is
 * not in Planner yet; invalid_input where its plan belongs to no group. GraphErrors.
 */
export interface BoardComments {
  list(
    task: BoardTask,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<Post>>;
  /** Plain text. */
  add(task: BoardTask, text: string): Promise<void>;
}

export function createBoardComments(
  { graph }: Pick<BoardUser, 'graph'>,
  guard: BoardGuard,
): BoardComments {
  const comments = createTaskComments(graph);
  const plans = createPlanClient(graph);
  const groupOf = async (planId: string): Promise<string> => {
    const { container } = await plans.getPlan(planId);
    if (container?.type === 'group') return container.id;
    const message = 'is in a plan that belongs to no group, and only groups have comments';
    throw new ProblemError('invalid_input', `id: ${message}`, {
      errors: [{ field: 'id', message }],
    });
  };
  return {
    async list(task, page) {
      const { plannerId, planId } = placeOf(task);
      const [groupId, { threadId }] = await Promise.all([
        groupOf(planId),
        comments.threadOf(plannerId),
      ]);
      if (threadId === null) return { rows: [], nextCursor: null };
      return comments.list(groupId, threadId, page);
    },
    async add(task, text) {
      const { plannerId, planId } = placeOf(task);
      guard.requirePlan(planId);
      const html = toHtml(text);
      const [groupId, { threadId }] = await Promise.all([
        groupOf(planId),
        comments.threadOf(plannerId),
      ]);
      if (threadId !== null) return comments.reply(groupId, threadId, html);
      // As Planner's own apps call the conversation of a task.
      const topic = `Comments on task "${task.fields.title}"`;
      const begun = await comments.begin(groupId, { topic, html });
      await withFreshRead(async () => {
        const { etag, threadId: meanwhile } = await comments.threadOf(plannerId);
        // Somebody else began one at the same moment: theirs stands, ours stays a conversation of the group.
        if (meanwhile === null) await comments.tie(plannerId, etag, begun);
        else await comments.reply(groupId, meanwhile, html);
      });
    },
  };
}

function toHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\r?\n/)
    .map((line) => (line === '' ? '<br>' : `<div>${line}</div>`))
    .join('');
}

function placeOf({ place, planId }: BoardTask): {
  readonly plannerId: string;
  readonly planId: string;
} {
  const plannerId = place.kind === 'planner' ? place.seen.plannerId : place.document.sync.plannerId;
  if (plannerId !== null && planId !== null) return { plannerId, planId };
  throw new ProblemError(
    'not_found',
    'The task is not in Planner yet, so it has no comments; sync_explain_task says what it waits for',
  );
}
