import { changeTypes } from '../domain/subscriptions/watchable-resource.js';
import { planTasksResource } from '../domain/watch-source.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';
import { subscriptionName } from './subscription-name.js';
import { toWanted } from './to-wanted.js';
import type { WantedSubscriptions } from './wanted-subscriptions.js';

/**
 * Where Graph takes subscriptions for plans, every linked plan is to have one; those of plans that are not linked any more,
 * or that Graph does not take any more, are to go. The flows of subscriptions do the rest.
 */
export function createPlanSubscriptions(deps: {
  readonly linked: Pick<LinkedPlans, 'ofAccount'>;
  readonly wanted: WantedSubscriptions;
  readonly accountId: string;
  /** What the last probe said. */
  readonly isOffered: () => Promise<boolean>;
  readonly now: () => number;
}): () => Promise<void> {
  const { linked, wanted, accountId, isOffered, now } = deps;
  return async () => {
    const [offered, planIds, rows] = await Promise.all([
      isOffered(),
      linked.ofAccount(accountId),
      wanted.all(),
    ]);
    const resources = new Map(
      (offered ? planIds : []).map((planId) => {
        const resource = planTasksResource(planId);
        return [subscriptionName(resource), resource];
      }),
    );
    for (const [name, resource] of resources) {
      const row = rows.get(name);
      if (row !== undefined && row.removing !== true) continue;
      const at = new Date(now()).toISOString();
      const request = { resource, changeTypes: [...changeTypes], includeResourceData: false };
      await wanted.write(name, toWanted(request, { origin: 'watch', by: 'plan-watch', at }));
    }
    for (const [name, row] of rows) {
      if (row.origin !== 'watch' || row.removing === true || resources.has(name)) continue;
      await wanted.write(name, { ...row, removing: true });
    }
  };
}
