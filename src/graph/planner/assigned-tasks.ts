import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { readPage, type Page } from '../pages/read-page.js';

/** https://learn.microsoft.com/graph/api/resources/plannertask, as far as one's own work is concerned. */
const assignedTaskSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  planId: z.string().nullish(),
  percentComplete: z.number().nullish(),
  dueDateTime: z.string().nullish(),
});

export type AssignedTask = z.infer<typeof assignedTaskSchema>;

/** What is assigned to somebody in Planner. `person`: `/users/{id}`. https://learn.microsoft.com/graph/api/planneruser-list-tasks */
export function readAssignedTasks(
  graph: Pick<GraphGateway, 'send'>,
  person: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<AssignedTask>> {
  return readPage(graph, assignedTaskSchema, {
    path: `${person}/planner/tasks`,
    takesTop: false,
    ...page,
  });
}
