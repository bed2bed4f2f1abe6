import { ProblemError } from '../domain/problem.js';
import type { Conflict } from './conflict-log.js';
import { toContext, written, type DecideDeps, type Decided, type Decision } from './decision.js';

/** The agent's choice of a task that a person deleted brings it back; of one that a person kept, deletes it. */
export async function decideTask(
  { history, store }: DecideDeps,
  { taskId, rule }: Conflict,
  { choice, options }: Decision,
): Promise<Decided> {
  if (choice.take === 'value') {
    throw new ProblemError('invalid_input', 'value: has no meaning for a whole task', {
      errors: [{ field: 'take', message: 'must be agent or person, because it is about a task' }],
    });
  }
  const { document, tombstone } = await history.read(taskId);
  const agentWantsIt = rule === 'person_delete_beats_agent_edit';
  const shallExist = (choice.take === 'agent') === agentWantsIt;
  const context = toContext(options);
  if (shallExist === (tombstone === null)) {
    return { isWritten: false, rev: tombstone === null ? document.rev : null };
  }
  if (shallExist) {
    const reply = await store.write({ operation: 'restore', id: taskId }, context);
    return written(reply);
  }
  const guard = { ...context, expectedRev: document.rev };
  written(await store.write({ operation: 'delete', id: taskId }, guard));
  return { isWritten: true, rev: null };
}
