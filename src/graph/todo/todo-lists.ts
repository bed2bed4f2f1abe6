import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';

/** https://learn.microsoft.com/graph/api/resources/todotasklist */
const todoListSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  isOwner: z.boolean().nullish(),
  isShared: z.boolean().nullish(),
  wellknownListName: z.string().nullish(),
});

export type TodoList = z.infer<typeof todoListSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** More lists than this nobody looks through; the rest is not searched for names. */
const mostLists = 500;

/** `person`: `/users/{id}`. https://learn.microsoft.com/graph/api/todo-list-lists */
export function readTodoLists(
  graph: Graph,
  person: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<TodoList>> {
  return readPage(graph, todoListSchema, { path: `${person}/todo/lists`, ...page });
}

/** All of a person's lists, to find one by its name. */
export async function readAllTodoLists(graph: Graph, person: string): Promise<readonly TodoList[]> {
  const lists: TodoList[] = [];
  for (let cursor: string | null | undefined; cursor !== null && lists.length < mostLists;) {
    const page: Page<TodoList> = await readTodoLists(graph, person, { limit: 100, cursor });
    lists.push(...page.rows);
    cursor = page.nextCursor;
  }
  return lists;
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

/** https://learn.microsoft.com/graph/api/todotasklist-update: its name is all that can be changed. */
export async function renameTodoList(
  graph: Graph,
  { person, listId }: { readonly person: string; readonly listId: string },
  displayName: string,
): Promise<TodoList> {
  const { body } = await graph.send({
    method: 'PATCH',
    path: `${person}/todo/lists/${graphSegment(listId)}`,
    body: { displayName },
  });
  return parseAnswer(todoListSchema, body, 'unknown');
}

/** With all its tasks. https://learn.microsoft.com/graph/api/todotasklist-delete */
export async function deleteTodoList(
  graph: Graph,
  { person, listId }: { readonly person: string; readonly listId: string },
): Promise<void> {
  await graph.send({ method: 'DELETE', path: `${person}/todo/lists/${graphSegment(listId)}` });
}
