import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import type { Page } from '../../graph/pages/read-page.js';
import { readTodoTasks, type TodoTask, type TodoTaskFilter } from '../../graph/todo/todo-tasks.js';

interface ListName {
  readonly id: string;
  readonly name: string;
}

export interface TaskInList {
  readonly list: ListName;
  readonly task: TodoTask;
}

/** In which list a page begins, and where in it. */
const cursorSchema = z.strictObject({
  l: z.string().max(500),
  c: z.string().max(12_000).optional(),
});

/** A page over several lists, one after the other. ProblemError invalid_cursor; GraphError as of the gateway. */
export async function readTasksOfLists(
  graph: Pick<GraphGateway, 'send'>,
  request: {
    readonly person: string;
    readonly lists: readonly ListName[];
    readonly filter: TodoTaskFilter;
    readonly limit: number;
    readonly cursor: string | undefined;
  },
): Promise<Page<TaskInList>> {
  const { person, lists, filter, limit } = request;
  const rows: TaskInList[] = [];
  let { at, cursor } = placeOf(request.cursor, lists);
  while (rows.length < limit) {
    const list = lists[at];
    if (list === undefined) return { rows, nextCursor: null };
    const page: Page<TodoTask> = await readTodoTasks(
      graph,
      { person, listId: list.id },
      { filter, limit: limit - rows.length, cursor },
    );
    rows.push(...page.rows.map((task) => ({ list, task })));
    cursor = page.nextCursor ?? undefined;
    if (cursor === undefined) at += 1;
  }
  const next = lists[at];
  return { rows, nextCursor: next === undefined ? null : encode({ l: next.id, c: cursor }) };
}

function placeOf(
  text: string | undefined,
  lists: readonly ListName[],
): { at: number; cursor: string | undefined } {
  if (text === undefined) return { at: 0, cursor: undefined };
  const place = decode(text);
  const at = lists.findIndex(({ id }) => id === place?.l);
  if (place !== null && at >= 0) return { at, cursor: place.c };
  throw new ProblemError(
    'invalid_cursor',
    'Send nextCursor as it was answered, with the same arguments',
  );
}

function encode(place: z.infer<typeof cursorSchema>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decode(text: string): z.infer<typeof cursorSchema> | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return cursorSchema.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}
