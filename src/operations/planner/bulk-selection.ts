import type { Board } from '../../boards/boards.js';
import type { BoardTask } from '../../boards/board-task.js';
import type { BulkItem } from '../../boards/bulk-plan.js';
import { readThrough } from '../../boards/read-through.js';
import { createTaskFilter } from '../../boards/task-filter.js';
import type { TaskChange } from '../../boards/task-change.js';
import { ProblemError } from '../../domain/problem.js';
import { problemOf } from './bulk-problem.js';
import { requirePlan } from './planner-names.js';
import { readChange, type WrittenChange } from './read-changes.js';
import { readFilter, type WrittenFilter } from './read-filter.js';

/** More at once are more than a person can look over. */
export const mostTasks = 100;

export interface MissingTask {
  readonly id: string;
  readonly problem: ProblemError;
}

/**
 * The tasks that are meant, each with its change: names of buckets and labels mean what they mean in its plan.
 * ProblemError invalid_input where neither or both selections are given, where nothing is to change, where too many tasks
 * fit, and for names that are not clear.
 */
export async function selectTasks(
  board: Board,
  input: {
    readonly ids: readonly string[] | undefined;
    readonly where: (WrittenFilter & { readonly plan: string }) | undefined;
    readonly set: WrittenChange;
    readonly zone: string;
  },
): Promise<{
  readonly items: readonly Pick<BulkItem, 'task' | 'change'>[];
  readonly missing: readonly MissingTask[];
}> {
  const { ids, where, set, zone } = input;
  if (Object.values(set).every((value) => value === undefined)) {
    throw refusal('set', 'is empty: name at least one thing to change');
  }
  if ((ids === undefined) === (where === undefined)) {
    throw refusal('where', 'or ids says which tasks; send one of the two');
  }
  const { tasks, missing } =
    where === undefined
      ? await byIds(board, ids ?? [])
      : { tasks: await byFilter(board, where, zone), missing: [] };
  const changes = new Map<string | null, Promise<TaskChange>>();
  const changeFor = (task: BoardTask): Promise<TaskChange> => {
    const known = changes.get(task.planId);
    if (known !== undefined) return known;
    const read = readChange(board, task, { written: set, zone, at: 'set.' });
    changes.set(task.planId, read);
    return read;
  };
  const items = await Promise.all(
    tasks.map(async (task) => ({ task, change: await changeFor(task) })),
  );
  return { items, missing };
}

async function byFilter(
  board: Board,
  { plan, ...written }: WrittenFilter & { readonly plan: string },
  zone: string,
): Promise<readonly BoardTask[]> {
  const planId = await requirePlan(board, plan, 'where.plan');
  const filter = await readFilter(board, planId, { written, zone, at: 'where.' });
  const matches = createTaskFilter(filter, { now: Date.now(), zone });
  const sources = await board.sources.ofPlan(planId, matches);
  const { rows, nextCursor } = await readThrough(sources, { limit: mostTasks });
  if (nextCursor === null) return rows;
  throw refusal(
    'where',
    `fits more than ${String(mostTasks)} tasks; narrow it, or send the ids of planner_list_tasks page by page`,
  );
}

async function byIds(
  board: Board,
  ids: readonly string[],
): Promise<{ readonly tasks: readonly BoardTask[]; readonly missing: readonly MissingTask[] }> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<BoardTask | MissingTask> => {
      try {
        return await board.findTask(id, { withDetails: false });
      } catch (error) {
        const problem = problemOf(error);
        if (problem === null || problem.status === 503) throw error;
        return { id, problem };
      }
    }),
  );
  const tasks = new Map(found.flatMap((one) => ('problem' in one ? [] : [[one.id, one] as const])));
  return {
    tasks: [...tasks.values()],
    missing: found.flatMap((one) => ('problem' in one ? [one] : [])),
  };
}

function refusal(field: string, message: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
