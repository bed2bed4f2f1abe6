import { GraphError } from '../domain/graph-error.js';
import type { HistoryEntry } from '../domain/history/history-entry.js';
import type { PlannerClient } from '../domain/planner.js';
import type { TaskHistory } from '../review/task-history.js';
import { fromPlanner, makerOf, type BoardTask, type Maker } from './board-task.js';

export interface Completion {
  /** UTC. */
  readonly at: string;
  readonly by: Maker | null;
}

/**
 * The store's documents do not say it. What we know of a task's history does; where that is gone, Planner is asked.
 */
export async function completionOf(
  {
    history,
    client,
  }: { readonly history: TaskHistory; readonly client: Pick<PlannerClient, 'getTask'> },
  task: BoardTask,
): Promise<Completion | null> {
  if (task.fields.percentComplete < 100) return null;
  if (task.place.kind === 'planner') return toCompletion(task);
  const { document } = task.place;
  const known = lastCompletion((await history.read(document.id)).history);
  if (known !== null) return known;
  const { plannerId } = document.sync;
  if (plannerId === null) return null;
  try {
    const seen = await client.getTask(plannerId);
    return toCompletion(fromPlanner({ seen, details: null, readAt: 0 }, () => ''));
  } catch (error) {
    if (error instanceof GraphError) return null;
    throw error;
  }
}

/** The youngest operation that gave it another progress: the task is complete, so that one made it so. */
function lastCompletion(history: readonly HistoryEntry[]): Completion | null {
  const entry = history.find(({ changes }) =>
    changes.some(({ field }) => field === 'percentComplete'),
  );
  return entry === undefined ? null : { at: entry.at, by: makerOf(entry.by) };
}

function toCompletion({ completedAt, completedBy }: BoardTask): Completion | null {
  return completedAt === null ? null : { at: completedAt, by: completedBy };
}
