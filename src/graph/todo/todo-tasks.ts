import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery } from '../query.js';
import { recurrenceSchema } from '../recurrence-schema.js';
import { taskPath, type ListPlace, type TaskPlace } from './todo-places.js';
import { checklistItemSchema, linkedResourceSchema } from './todo-parts.js';

const timeSchema = z.object({ dateTime: z.string(), timeZone: z.string() });

/** https://learn.microsoft.com/graph/api/resources/todotask: what a task does not have is left out or null. */
const todoTaskSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  status: z.string().nullish(),
  importance: z.string().nullish(),
  isReminderOn: z.boolean().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  categories: z.array(z.string()).nullish(),
  body: z.object({ content: z.string().nullish(), contentType: z.string().nullish() }).nullish(),
  dueDateTime: timeSchema.nullish(),
  reminderDateTime: timeSchema.nullish(),
  completedDateTime: timeSchema.nullish(),
  recurrence: recurrenceSchema.nullish().catch(undefined),
  checklistItems: z.array(checklistItemSchema).nullish(),
  linkedResources: z.array(linkedResourceSchema).nullish(),
});

export type TodoTask = z.infer<typeof todoTaskSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** Which tasks of a list are wanted. */
export interface TodoTaskFilter {
  readonly status: 'open' | 'completed' | 'all';
  /** Moments, UTC without offset: due at or after, due before. */
  readonly dueFrom?: string | undefined;
  readonly dueBefore?: string | undefined;
}

/** https://learn.microsoft.com/graph/api/todotasklist-list-tasks, newest first. */
export function readTodoTasks(
  graph: Graph,
  { person, listId }: ListPlace,
  request: {
    readonly filter: TodoTaskFilter;
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly withLinks?: true;
  },
): Promise<Page<TodoTask>> {
  const { filter, limit, cursor, withLinks } = request;
  return readPage(graph, todoTaskSchema, {
    path: `${person}/todo/lists/${graphSegment(listId)}/tasks`,
    query: {
      $filter: filterOf(filter),
      ...(withLinks === true && { $expand: 'linkedResources' }),
    },
    limit,
    cursor,
  });
}

/** With its checklist and links. https://learn.microsoft.com/graph/api/todotask-get */
export async function getTodoTask(graph: Graph, place: TaskPlace): Promise<TodoTask> {
  const path = withQuery(taskPath(place), { $expand: 'checklistItems,linkedResources' });
  const { body } = await graph.send({ method: 'GET', path });
  return parseAnswer(todoTaskSchema, body, 'no');
}

/** https://learn.microsoft.com/graph/api/todotasklist-post-tasks */
export async function createTodoTask(
  graph: Graph,
  { person, listId }: ListPlace,
  task: Readonly<Record<string, unknown>>,
): Promise<TodoTask> {
  const path = `${person}/todo/lists/${graphSegment(listId)}/tasks`;
  const { body } = await graph.send({ method: 'POST', path, body: task });
  return parseAnswer(todoTaskSchema, body, 'unknown');
}

/** https://learn.microsoft.com/graph/api/todotask-update */
export async function updateTodoTask(
  graph: Graph,
  place: TaskPlace,
  change: Readonly<Record<string, unknown>>,
): Promise<TodoTask> {
  const { body } = await graph.send({ method: 'PATCH', path: taskPath(place), body: change });
  return parseAnswer(todoTaskSchema, body, 'unknown');
}

/** https://learn.microsoft.com/graph/api/todotask-delete */
export async function deleteTodoTask(graph: Graph, place: TaskPlace): Promise<void> {
  await graph.send({ method: 'DELETE', path: taskPath(place) });
}

function filterOf({ status, dueFrom, dueBefore }: TodoTaskFilter): string | undefined {
  const conditions = [
    ...(status === 'open' ? ["status ne 'completed'"] : []),
    ...(status === 'completed' ? ["status eq 'completed'"] : []),
    ...(dueFrom === undefined ? [] : [`dueDateTime/dateTime ge '${dueFrom}'`]),
    ...(dueBefore === undefined ? [] : [`dueDateTime/dateTime lt '${dueBefore}'`]),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' and ');
}
