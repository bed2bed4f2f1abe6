import type { TaskEvent } from '../domain/task.js';
import type { TaskLine } from './backup-line.js';
import { taskFacts } from './task-facts.js';

/**
 * The event of a change that came after the events of a backup were read and before its task was: without it, agents
 * who follow the events would never hear of that change. Null when there is none.
 */
export function changeSince(
  line: TaskLine,
  since: string,
): (Omit<TaskEvent, 'task'> & { readonly task: unknown }) | null {
  const facts = taskFacts(line);
  if (facts === null) return null;
  const { document, tombstone } = facts;
  const isNewer = (at: string): boolean => Date.parse(at) >= Date.parse(since);
  if (document !== null) {
    if (!isNewer(document.updatedAt)) return null;
    const action = isNewer(document.createdAt) ? 'created' : 'updated';
    return eventOf(line, action, document);
  }
  return tombstone !== null && isNewer(tombstone.at)
    ? eventOf(line, 'deleted', tombstone.document)
    : null;
}

function eventOf(
  line: TaskLine,
  action: TaskEvent['action'],
  task: { readonly rev: number; readonly updatedAt: string },
): ReturnType<typeof changeSince> {
  return { action, task_id: line.id, task, source: 'system', rev: task.rev, at: task.updatedAt };
}
