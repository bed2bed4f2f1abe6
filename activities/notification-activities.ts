import type { DeliverDeps } from '../src/notifications/deliver-changes.js';
import { deliverChanges } from '../src/notifications/deliver-changes.js';
import { runActivity } from './run-activity.js';

/** What was notified, on its way to agents. Idempotent: what was told is not told again. */
export function createNotificationActivities(deps: DeliverDeps) {
  return {
    /** Up to 20 changed resources of a subscription; answers how many wait still. Fails when some cannot be had now. */
    async deliverChanges(input: { readonly name: string }): Promise<{ readonly left: number }> {
      return runActivity(() => deliverChanges(deps, input.name));
    },
  };
}

export type NotificationActivities = ReturnType<typeof createNotificationActivities>;
