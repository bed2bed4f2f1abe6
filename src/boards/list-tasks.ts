import { seesPlan } from '../domain/access/caller.js';
import type { PlannerTaskFields } from '../domain/planner.js';
import { ProblemError } from '../domain/problem.js';
import { graphSegment } from '../graph/graph-segment.js';
import { decodeCursor, encodeCursor, firstPage } from '../graph/pages/page-cursor.js';
import { readTaskPage } from '../graph/planner/task-pages.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { BoardDeps, BoardUser } from './board-deps.js';
import type { BoardGuard } from './board-guard.js';
import { fromDocument, fromPlanner, type BoardTask } from './board-task.js';
import type { RowPage, Source } from './read-through.js';
import type { SyncedPlans } from './synced-plans.js';

type Matches = (task: PlannerTaskFields) => boolean;

/** Lists of tasks: of the store where it has them, of Planner for all others. */
export interface TaskSources {
  /** ProblemError plan_not_found. */
  ofPlan(planId: string, matches: Matches): Promise<readonly Source<BoardTask>[]>;
  ofPerson(personId: string, matches: Matches): Promise<readonly Source<BoardTask>[]>;
}

/** The store's own bound of a page. */
const mostOfStore = 200;

export function createTaskSources(
  deps: Pick<BoardDeps, 'store' | 'otherIds' | 'webUrl' | 'now' | 'access'>,
  { graph }: Pick<BoardUser, 'graph'>,
  { synced, guard }: { readonly synced: SyncedPlans; readonly guard: BoardGuard },
): TaskSources {
  const { store, otherIds, webUrl, now, access } = deps;

  const storeSource = (
    key: string,
    query: { readonly planId?: string; readonly assignee?: string },
    matches: (task: BoardTask) => boolean,
  ): Source<BoardTask> => ({
    key,
    async page(limit, cursor) {
      const page = await store.list({
        ...query,
        limit: Math.min(limit, mostOfStore),
        ...(cursor !== undefined && { cursor }),
        matches: (document) => matches(fromDocument(document)),
      });
      return { rows: page.tasks.map(fromDocument), nextCursor: page.nextCursor };
    },
  });

  /** Without those that the store shows, as it has them. */
  const plannerSource = (key: string, path: string, matches: Matches): Source<BoardTask> => ({
    key,
    async page(limit, cursor): Promise<RowPage<BoardTask>> {
      const ids = await synced.ids();
      const rows: BoardTask[] = [];
      let place = cursor === undefined ? firstPage : decodeCursor(cursor);
      if (place === null) {
        throw new ProblemError('invalid_cursor', 'Send nextCursor as it was answered');
      }
      for (;;) {
        const readAt = now();
        const { tasks, next } = await readTaskPage(graph, path, place.paging);
        const others = await withRedis(() => otherIds(tasks.map(({ plannerId }) => plannerId)));
        for (const [at, seen] of tasks.entries()) {
          if (at < place.offset) continue;
          if (!seesPlan(access, seen.planId) || !matches(seen.fields)) continue;
          if (ids.has(seen.planId) && (others[at] ?? null) !== null) continue;
          rows.push(fromPlanner({ seen, details: null, readAt }, webUrl));
          if (rows.length < limit) continue;
          const isLast = at + 1 === tasks.length;
          if (isLast && next === null) return { rows, nextCursor: null };
          const after = isLast
            ? { paging: next ?? {}, offset: 0 }
            : { paging: place.paging, offset: at + 1 };
          return { rows, nextCursor: encodeCursor(after) };
        }
        if (next === null) return { rows, nextCursor: null };
        place = { paging: next, offset: 0 };
      }
    },
  });

  return {
    async ofPlan(planId, matches) {
      guard.requirePlan(planId);
      const path = `/planner/plans/${graphSegment(planId)}/tasks`;
      const atPlanner = plannerSource(`${planId}/2`, path, matches);
      if (!(await synced.has(planId))) return [atPlanner];
      const inStore = storeSource(`${planId}/1`, { planId }, ({ fields }) => matches(fields));
      return (await synced.isComplete(planId)) ? [inStore] : [inStore, atPlanner];
    },
    async ofPerson(personId, matches) {
      const ids = await synced.ids();
      return [
        storeSource(
          '1',
          { assignee: personId },
          ({ planId, fields }) => (planId === null || ids.has(planId)) && matches(fields),
        ),
        plannerSource('2', `/users/${graphSegment(personId)}/planner/tasks`, matches),
      ];
    },
  };
}
