import { seesPlan, type Caller } from '../../domain/access/caller.js';
import { ProblemError } from '../../domain/problem.js';
import { dayOf, toDueDay } from '../../domain/time/due-day.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { readFlaggedMessages } from '../../graph/mail/flagged-messages.js';
import type { Page } from '../../graph/pages/read-page.js';
import { readAssignedTasks, type AssignedTask } from '../../graph/planner/assigned-tasks.js';
import { readTodoTasks, type TodoTask } from '../../graph/todo/todo-tasks.js';
import type { OperationDeps } from '../define-operation.js';
import { listsOf } from '../todo/todo-lookup.js';
import type { WorkItem } from './merge-work.js';

/** Whose work, and in whose name it is read. */
export interface WorkOf {
  readonly graph: GraphGateway;
  /** `/users/{id}` */
  readonly path: string;
  readonly zone: string;
  readonly caller: Caller;
}

/** What was read of one source. */
export interface WorkRead {
  readonly items: readonly WorkItem[];
  /** False: there is more than is read. */
  readonly isComplete: boolean;
}

const mostAssigned = 1_000;
const mostInList = 200;
const mostMails = 100;
/** Exchange serves an app four requests at a time for one mailbox: https://learn.microsoft.com/graph/throttling-limits */
const listsAtOnce = 3;

/** Open tasks of Planner that are assigned to the person, of the plans that the caller sees. Rejects with a GraphError. */
export async function readPlannerWork(
  deps: Pick<OperationDeps, 'metadata'>,
  { graph, path, zone, caller }: WorkOf,
): Promise<WorkRead> {
  const tasks: AssignedTask[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Page<AssignedTask> = await readAssignedTasks(graph, path, {
      limit: mostAssigned - tasks.length,
      cursor: cursor ?? undefined,
    });
    tasks.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null && tasks.length < mostAssigned);
  const open = tasks.filter(
    ({ percentComplete, planId }) =>
      (percentComplete ?? 0) < 100 && seesPlan(caller, planId ?? null),
  );
  const titles = await planTitles(deps, open);
  const items = open.map((task): WorkItem => {
    const { planId } = task;
    return {
      source: 'planner',
      id: task.id,
      title: task.title ?? '',
      dueDay: task.dueDateTime == null ? null : dayOf(task.dueDateTime, zone),
      place: planId == null ? null : (titles.get(planId) ?? null),
      ...(planId != null && { placeId: planId }),
    };
  });
  return { items, isComplete: cursor === null };
}

/** Open tasks of all To Do lists. */
export async function readTodoWork({ graph, path, zone }: WorkOf): Promise<WorkRead> {
  const waiting = [...(await listsOf(graph, path))];
  const reads: WorkRead[] = [];
  const readNext = async (): Promise<void> => {
    for (let list = waiting.shift(); list !== undefined; list = waiting.shift()) {
      const { id, name, kind } = list;
      const isOfMail = kind === 'flaggedEmails';
      const filter = { status: 'open' } as const;
      const place = { person: path, listId: id };
      const request = { filter, limit: mostInList, withLinks: true } as const;
      const { rows, nextCursor } = await readTodoTasks(graph, place, request);
      const items = rows.map((task) => toTodoItem(task, { id, name, isOfMail }, zone));
      reads.push({ items, isComplete: nextCursor === null });
    }
  };
  await Promise.all(Array.from({ length: listsAtOnce }, readNext));
  return {
    items: reads.flatMap(({ items }) => items),
    isComplete: reads.every(({ isComplete }) => isComplete),
  };
}

/** Mail that is flagged and not done. */
export async function readMailWork({ graph, path, zone }: WorkOf): Promise<WorkRead> {
  const { rows, nextCursor } = await readFlaggedMessages(graph, path, mostMails);
  const items = rows.map(({ id, subject, webLink, from, flag }): WorkItem => {
    const due = flag?.dueDateTime;
    return {
      source: 'mail',
      id,
      title: subject ?? '',
      dueDay: due == null ? null : toDueDay(due, zone),
      place: from?.emailAddress?.name ?? from?.emailAddress?.address ?? null,
      ...(webLink != null && { url: webLink }),
    };
  });
  return { items, isComplete: nextCursor === null };
}

function toTodoItem(
  task: TodoTask,
  list: { readonly id: string; readonly name: string; readonly isOfMail: boolean },
  zone: string,
): WorkItem {
  const [link] = task.linkedResources ?? [];
  return {
    source: 'todo',
    id: task.id,
    title: task.title ?? '',
    dueDay: task.dueDateTime == null ? null : toDueDay(task.dueDateTime, zone),
    place: list.name,
    placeId: list.id,
    ...(link?.webUrl != null && { url: link.webUrl }),
    ...(list.isOfMail && { isOfMail: true as const }),
  };
}

/** Plans whose title cannot be had go without. */
async function planTitles(
  { metadata }: Pick<OperationDeps, 'metadata'>,
  tasks: readonly AssignedTask[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(tasks.flatMap(({ planId }) => planId ?? []))];
  const titles = await Promise.all(
    ids.map(async (id): Promise<readonly [string, string] | null> => {
      try {
        const plan: unknown = JSON.parse((await metadata.read('plans', id)).json);
        const title = typeof plan === 'object' && plan !== null && 'title' in plan && plan.title;
        return typeof title === 'string' ? [id, title] : null;
      } catch (error) {
        if (error instanceof ProblemError) return null;
        throw error;
      }
    }),
  );
  return new Map(titles.filter((entry) => entry !== null));
}
