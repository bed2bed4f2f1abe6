import * as z from 'zod';
import type { PlannerTask } from '../../domain/planner.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { pagingOf, type PageCursor } from '../pages/page-cursor.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery } from '../query.js';
import { graphTask } from './planner-schemas.js';
import { toPlannerTask } from './read-task.js';

export interface TaskPage {
  readonly tasks: readonly PlannerTask[];
  /** Where the next page begins; null: there is none. */
  readonly next: PageCursor['paging'] | null;
}

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/**
 * One of Planner's pages, of its own size (about 400): its lists take no `$top`. What cannot be read is left out. `path`:
 * of a list of tasks, of a plan or of a person. https://learn.microsoft.com/graph/api/plannerplan-list-tasks
 */
export async function readTaskPage(
  graph: Pick<GraphGateway, 'send'>,
  path: string,
  paging: PageCursor['paging'],
): Promise<TaskPage> {
  const { body } = await graph.send({
    method: 'GET',
    path: withQuery(path, paging),
    lane: 'waiting',
  });
  const { value, '@odata.nextLink': nextLink } = parseAnswer(page, body, 'no');
  return {
    tasks: value.flatMap((row) => {
      const task = graphTask.safeParse(row);
      return task.success ? [toPlannerTask(task.data, '')] : [];
    }),
    next: nextLink == null ? null : pagingOf(nextLink, paging),
  };
}
