import { ProblemError } from '../../domain/problem.js';
import { toGraphProblem } from '../graph-problem.js';

/** What one of many tasks is told that could not be read or changed; null: it is nobody's mistake but ours. */
export function problemOf(error: unknown): ProblemError | null {
  const told = toGraphProblem(error, { name: 'planner_bulk_update_tasks', features: ['planner'] });
  return told instanceof ProblemError ? told : null;
}
