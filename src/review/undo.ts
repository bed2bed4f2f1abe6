import type { HistoryEntry } from '../domain/history/history-entry.js';
import { ProblemError } from '../domain/problem.js';
import type { EventLog } from '../tasks/event-log.js';
import { agentsTasks } from './agents-tasks.js';
import type { UndoAccess, UndoneTask, UndoTaskDeps } from './undo-task.js';
import { undoTask, type UndoTaskRequest } from './undo-task.js';

export interface UndoOptions {
  /** Who takes back: an agent like any other. */
  readonly actor: string;
  /** Only says what would happen. */
  readonly dryRun: boolean;
  /** What that agent may do; left out: everything. */
  readonly access?: UndoAccess;
}

export interface AgentUndo {
  readonly agent: string;
  /** ms. */
  readonly since: number;
  /** Tasks a page. */
  readonly limit: number;
  /** The last task of the page before. */
  readonly after: string | null;
}

export interface UndoReport {
  readonly tasks: readonly UndoneTask[];
  /** The last task of this page where there are more; null behind the last one. */
  readonly next: string | null;
  /** Since when everything that was done is still known (UTC), where that is later than what was asked for. */
  readonly knownSince: string | null;
}

/** Takes back what was done: one operation, or everything that an agent did since a time. */
export interface Undo {
  /** ProblemError not_undoable where that operation is not known any more. */
  operation(taskId: string, rev: number, options: UndoOptions): Promise<UndoneTask>;
  agent(wanted: AgentUndo, options: UndoOptions): Promise<UndoReport>;
}

export function createUndo(deps: UndoTaskDeps & { readonly log: EventLog }): Undo {
  return {
    async operation(taskId, rev, options) {
      const { history, document } = await deps.history.read(taskId);
      const oldest = history.at(-1)?.rev ?? document.rev;
      if (!history.some((entry) => entry.rev === rev)) {
        const known = history.length === 0 ? 'none is' : `those from rev ${oldest} on are`;
        throw new ProblemError('not_undoable', `No operation made rev ${rev}; ${known} kept`);
      }
      return undoTask(deps, { taskId, isChosen: (entry) => entry.rev === rev, ...options });
    },

    async agent({ agent, since, limit, after }, options) {
      const { ids, knownSince } = await agentsTasks(deps.log, agent, since);
      const isChosen = (entry: HistoryEntry): boolean =>
        entry.by.kind === 'agent' &&
        entry.by.id === agent &&
        entry.cause !== 'undo' &&
        Date.parse(entry.at) >= since;
      const left = after === null ? ids : ids.filter((id) => id > after);
      const tasks: UndoneTask[] = [];
      let last: string | null = null;
      for (const taskId of left) {
        if (tasks.length === limit) return { tasks, next: last, knownSince };
        const undone = await undoKnownTask({ taskId, isChosen, ...options });
        if (undone !== null) tasks.push(undone);
        last = taskId;
      }
      return { tasks, next: null, knownSince };
    },
  };

  /** Null for a task that is not there for whoever asks, or not any more. */
  async function undoKnownTask(request: UndoTaskRequest): Promise<UndoneTask | null> {
    try {
      return await undoTask(deps, request);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not_found') return null;
      throw error;
    }
  }
}
