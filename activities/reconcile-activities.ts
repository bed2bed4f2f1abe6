import type { VanishedDeps } from '../src/sync/find-vanished.js';
import { findVanished } from '../src/sync/find-vanished.js';
import type { ReconcileDeps } from '../src/sync/requeue-left-behind.js';
import { requeueLeftBehind } from '../src/sync/requeue-left-behind.js';
import { runActivity } from './run-activity.js';

/** Finds what was left behind. Harmless to repeat: a task that needs nothing costs nothing. */
export function createReconcileActivities(deps: ReconcileDeps & VanishedDeps) {
  return {
    /** Mends what has vanished, then answers how many tasks were handed to sync again. */
    async requeueLeftBehind(input: { readonly olderThanMs?: number } = {}): Promise<number> {
      return runActivity(
        async () => (await findVanished(deps)) + (await requeueLeftBehind(deps, input.olderThanMs)),
      );
    },
  };
}

export type ReconcileActivities = ReturnType<typeof createReconcileActivities>;
