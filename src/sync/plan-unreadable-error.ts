import type { GraphError } from '../domain/graph-error.js';

/**
 * Graph does not let us list the plan (404, 403): it vanished, or the permission for it did. Then a 404 of one of its
 * tasks says nothing about the task.
 */
export class PlanUnreadableError extends Error {
  override readonly name = 'PlanUnreadableError';

  constructor(override readonly cause: GraphError) {
    super(cause.message, { cause });
  }
}

/** Whether a failed listing says that of its plan. */
export function isUnreadable({ code }: GraphError): boolean {
  return code === 'not_found' || code === 'forbidden';
}
