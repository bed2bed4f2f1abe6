import { GraphError } from '../../domain/graph-error.js';
import { ProblemError } from '../../domain/problem.js';

/**
 * Whether a write that failed may have been done at Microsoft all the same: its answer was lost, or it broke off in a way
 * that nobody foresaw.
 */
export function wasApplied(error: unknown): 'no' | 'unknown' {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof GraphError) return at.applied;
  }
  // What we refuse ourselves, we refuse before it is sent.
  return error instanceof ProblemError && error.status < 500 ? 'no' : 'unknown';
}
