import { GraphError } from '../domain/graph-error.js';
import { ProblemError } from '../domain/problem.js';

/** What Redis and its client say when Redis cannot serve now, though the request may be right. */
const unavailable = [
  /^Stream isn't writeable/,
  /^Connection is closed/,
  /^Command aborted due to connection close/,
  /^Command timed out/,
  /^Reached the max retries per request limit/,
  /^Socket (timeout|closed)/,
  /connect|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN/,
  /^(LOADING|OOM|READONLY|MISCONF|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|BUSY|NOREPLICAS|NOAUTH|WRONGPASS)\b/,
];

/** Runs something with Redis; an absent, full or read-only Redis is the problem redis_unavailable (503). */
export async function withRedis<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    // Graph's words may be the same: it has connections too.
    if (error instanceof ProblemError || error instanceof GraphError) throw error;
    if (!(error instanceof Error) || !unavailable.some((pattern) => pattern.test(error.message))) {
      throw error;
    }
    const problem = new ProblemError(
      'redis_unavailable',
      'The task store cannot be reached right now; try again in a moment',
    );
    problem.cause = error;
    throw problem;
  }
}
