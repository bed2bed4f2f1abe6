import { proxyActivities } from '@temporalio/workflow';
import { activityOptions } from '../../activities/options.js';
import type { ReconcileActivities } from '../../activities/reconcile-activities.js';

const { requeueLeftBehind } = proxyActivities<ReconcileActivities>(activityOptions.reconcile);

/** Looks for changes that were left behind and hands them to sync again. Answers how many. */
export async function reconcile(): Promise<number> {
  return requeueLeftBehind();
}
