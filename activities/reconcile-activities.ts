import type { ReconcileDeps } from '../src/sync/requeue-left-behind.js';
import { requeueLeftBehind } from '../src/sync/requeue-left-behind.js';
import { withHeartbeat } from './with-heartbeat.js';

/** Finds what was left behind. Harmless to repeat: a task that needs nothing costs nothing. */
export function createReconcileActivities(deps: ReconcileDeps) {
  return {
    /** Answers how many tasks were handed to sync again. */
    async requeueLeftBehind(): Promise<number> {
      return withHeartbeat(() => requeueLeftBehind(deps));
    },
  };
}

export type ReconcileActivities = ReturnType<typeof createReconcileActivities>;
