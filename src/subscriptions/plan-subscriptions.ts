import { changeTypes } from '../domain/subscriptions/watchable-resource.js';
import { planTasksResource } from '../domain/watch-source.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';
import { subscriptionName } from './subscription-name.js';
import { toWanted } from './to-wanted.js';
import { accountOf, type WantedSubscriptions } from './wanted-subscriptions.js';

/**
 * Where Graph takes subscriptions for plans, every linked plan is to have one; those of plans that are not linked any more,
 * or that Graph does not take any more, are to go. The flows of subscriptions do the rest.
 */
export function createPlanSubscriptions(deps: {
  readonly linked: Pick<LinkedPlans, 'ofAccount' | 'accounts'>;
  readonly wanted: WantedSubscriptions;
  /** What the last probe in an account's name said. */
  readonly isOffered: (accountId: string) => Promise<boolean>;
  readonly now: () => number;
}): () => Promise<void> {
  const { linked, wanted, isOffered, now } = deps;
  const offered = async () => {
    const found = await Promise.all(
      (await linked.accounts()).map(async (accountId) => ({
        accountId,
        planIds: (await isOffered(accountId)) ? await linked.ofAccount(accountId) : [],
      })),
    );
    return new Map(
      found.flatMap(({ accountId, planIds }) =>
        planIds.map((planId) => {
          const resource = planTasksResource(planId);
          return [subscriptionName(resource), { resource, accountId }] as const;
        }),
      ),
    );
  };
  return async () => {
    const [resources, rows] = await Promise.all([offered(), wanted.all()]);
    for (const [name, { resource, accountId }] of resources) {
      const row = rows.get(name);
      const isThere = row !== undefined && row.removing !== true;
      if (isThere && accountOf(row) === accountId) continue;
      const at = new Date(now()).toISOString();
      const request = { resource, changeTypes: [...changeTypes], includeResourceData: false };
      const who = { origin: 'watch', by: 'plan-watch', at, accountId } as const;
      await wanted.write(name, toWanted(request, who));
    }
    for (const [name, row] of rows) {
      if (row.origin !== 'watch' || row.removing === true || resources.has(name)) continue;
      await wanted.write(name, { ...row, removing: true });
    }
  };
}
