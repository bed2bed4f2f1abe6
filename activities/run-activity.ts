import { log } from '@temporalio/activity';
import { isForeseen, toActivityFailure, withoutWords } from '../src/temporal/activity-failure.js';
import { withHeartbeat } from './with-heartbeat.js';

/** Runs an activity's work: its worker stays known to be alive, and no failure tells Temporal more than its kind. */
export async function runActivity<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await withHeartbeat(work);
  } catch (error) {
    if (!isForeseen(error)) log.warn('An activity failed unexpectedly', withoutWords(error));
    throw toActivityFailure(error);
  }
}
