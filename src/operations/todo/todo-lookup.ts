import * as z from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import { ProblemError } from '../../domain/problem.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { readAllTodoLists } from '../../graph/todo/todo-lists.js';
import type { TaskPlace } from '../../graph/todo/todo-places.js';
import { getTodoTask, type TodoTask } from '../../graph/todo/todo-tasks.js';
import { requireOne } from '../names/require-one.js';
import { toTodoList, type todoListSchema } from './todo-schemas.js';

type ListRow = z.infer<typeof todoListSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** The list that a task is in, or is to go to. */
export const listInput = z
  .string()
  .min(1)
  .max(500)
  .optional()
  .describe('Its list, by name or id. Left out: all are looked through.');

export const taskIdInput = z.string().min(1).max(500).describe('The id of the task.');

/** To Do's lists of a person. */
export async function listsOf(graph: Graph, person: string): Promise<readonly ListRow[]> {
  return (await readAllTodoLists(graph, person)).map(toTodoList);
}

/** By name or id; ProblemError invalid_input with candidates. */
export function requireList(lists: readonly ListRow[], wanted: string, field = 'list'): ListRow {
  return requireOne(lists, wanted, { field, thing: 'list' });
}

/** Where tasks go that name no list. */
export function defaultList(lists: readonly ListRow[]): ListRow {
  const list = lists.find(({ kind }) => kind === 'defaultList');
  if (list !== undefined) return list;
  const message = 'is needed: this person has no default list';
  throw new ProblemError('invalid_input', `list: ${message}`, {
    errors: [{ field: 'list', message, candidates: lists.slice(0, 10) }],
  });
}

/** A task, and where it is. */
export interface FoundTask {
  readonly list: ListRow;
  readonly task: TodoTask;
  readonly place: TaskPlace;
}

/**
 * A task by its id. To Do names tasks within their list: without one, all lists are asked, together. ProblemError not_found;
 * invalid_input where there is no such list.
 */
export async function findTodoTask(
  graph: Graph,
  person: string,
  { id, list }: { readonly id: string; readonly list?: string | undefined },
): Promise<FoundTask> {
  const lists = await listsOf(graph, person);
  const asked = list === undefined ? lists : [requireList(lists, list)];
  const found = await Promise.all(
    asked.map(async (one): Promise<FoundTask | null> => {
      const place = { person, listId: one.id, taskId: id };
      const task = await taskAt(graph, place);
      return task === null ? null : { list: one, task, place };
    }),
  );
  const [first] = found.filter((one) => one !== null);
  if (first !== undefined) return first;
  const message =
    list === undefined
      ? 'is no task of this person; see them with todo_list_tasks'
      : 'is no task of that list; leave list out to look through all';
  throw new ProblemError('not_found', `id: ${message}`, { errors: [{ field: 'id', message }] });
}

/** Null: it is not there. What cannot be the id of anything is refused by Graph, and is not there either. */
async function taskAt(graph: Graph, place: TaskPlace): Promise<TodoTask | null> {
  try {
    return await getTodoTask(graph, place);
  } catch (error) {
    const isAbsent =
      error instanceof GraphError && (error.code === 'not_found' || error.code === 'bad_request');
    if (isAbsent) return null;
    throw error;
  }
}
