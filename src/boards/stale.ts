import { GraphError } from '../domain/graph-error.js';

/** Others may write at any moment, but not for ever. */
export const mostTries = 4;

/** What was read is not what Planner has any more: it is to be read again. */
export function isStale(error: unknown): boolean {
  return (
    error instanceof GraphError &&
    (error.code === 'conflict' || error.code === 'precondition_failed')
  );
}

/** Reads and writes, from the beginning each time somebody wrote in between. */
export async function withFreshRead<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isStale(error) || tries >= mostTries) throw error;
    }
  }
}
