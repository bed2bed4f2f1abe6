import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';

/** https://learn.microsoft.com/graph/api/resources/todotasklist */
const todoListSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  isOwner: z.boolean(),
  isShared: z.boolean(),
  wellknownListName: z.string(),
});

export type TodoList = z.infer<typeof todoListSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** `person`: `/users/{id}`. https://learn.microsoft.com/graph/api/todo-list-lists */
export function readTodoLists(
  graph: Graph,
  person: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<TodoList>> {
  return readPage(graph, todoListSchema, { path: `${person}/todo/lists`, ...page });
}

/** https://learn.microsoft.com/graph/api/todo-post-lists */
export async function createTodoList(
  graph: Graph,
  person: string,
  displayName: string,
): Promise<TodoList> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${person}/todo/lists`,
    body: { displayName },
  });
  return parseAnswer(todoListSchema, body, 'unknown');
}
