import { proxyActivities } from '@temporalio/workflow';
import { activityOptions } from '../../activities/options.js';
import type { ReconcileActivities } from '../../activities/reconcile-activities.js';
import type { ReconcileInput } from './contract.js';

const { requeueLeftBehind } = proxyActivities<ReconcileActivities>(activityOptions.reconcile);

/** Looks for changes that were left behind and hands them to sync again. Answers how many. */
export async function reconcile(input: ReconcileInput = {}): Promise<number> {
  return requeueLeftBehind(input);
}
