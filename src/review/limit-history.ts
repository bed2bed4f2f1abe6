import { seesPlan, type Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import type { TaskHistory } from './task-history.js';

/** The history of tasks of the caller's plans; others are as if they were not there. */
export function limitHistory(history: TaskHistory, caller: Pick<Caller, 'plans'>): TaskHistory {
  return {
    async read(taskId) {
      const record = await history.read(taskId);
      if (seesPlan(caller, record.document.planId)) return record;
      throw new ProblemError('not_found', 'There is no such task');
    },
  };
}
