import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { PlanWatchDeps } from '../../activities/plan-watch-activities.js';
import type { Config } from '../config/config.js';
import type { PlannerOf } from '../domain/planner.js';
import { planTasksResource } from '../domain/watch-source.js';
import { accountOfId, personOf } from '../graph/gateway/graph-account.js';
import { gatewayOf } from '../graph/gateway/gateway-of.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import { createPlannerDelta } from '../graph/planner/planner-delta-client.js';
import { trySubscription } from '../graph/planner/try-subscription.js';
import { addressesAt } from '../subscriptions/subscription-deps.js';
import type { PlanConditions } from '../sync/plan-conditions.js';
import { createRefreshNames, type NamesDeps } from '../sync/refresh-names.js';
import { createDeltaLinks } from '../sync/sources/delta-links.js';
import { createSourceStore } from '../sync/sources/source-store.js';
import { createSweepStore } from '../sync/sweep-store.js';
import type { Keys } from '../tasks/keys.js';
import { createLinkedPlans } from '../tasks/linked-plans.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { createPlanNamesStore } from '../tasks/plan-names.js';
import { createPlanTraces } from '../tasks/plan-traces.js';

/** What the answers of the probe depend on. */
export function sourceSettings({ watch, webhook }: Config): {
  readonly isDeltaOn: boolean;
  readonly settings: string;
} {
  const settings = `delta ${String(watch.isDeltaOn)}, at ${webhook.publicBaseUrl ?? 'no address'}`;
  return { isDeltaOn: watch.isDeltaOn, settings };
}

/** What the looks at plans work with, in the worker. */
export function planLooks(parts: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly gateway: GraphGateway;
  readonly plannerOf: PlannerOf;
  readonly conditions: PlanConditions;
  readonly forgetMetadata: NamesDeps['forgetMetadata'];
}): PlanWatchDeps {
  const { config, gateway, plannerOf, conditions, forgetMetadata } = parts;
  const { watch, webhook, azure } = config;
  const { publicBaseUrl } = webhook;
  const shared = {
    conditions,
    store: createSweepStore(parts),
    traces: createPlanTraces(parts),
    links: createDeltaLinks(parts),
    detailsRotation: watch.detailsRotation,
  };
  const names = createPlanNamesStore(parts);
  const gatewayFor = (accountId: string): GraphGateway =>
    gatewayOf(gateway, accountOfId(accountId));
  return {
    linked: createLinkedPlans(parts),
    pressure: async () => (await gateway.load()).pressure,
    sources: createSourceStore({ ...parts, ...sourceSettings(config), now: Date.now }),
    looksOf: (accountId) => {
      const planner = plannerOf(accountId);
      return {
        ...shared,
        accountId,
        planner,
        own: { appId: azure.clientId, userId: personOf(accountOfId(accountId)) },
        delta: createPlannerDelta(gatewayFor(accountId)),
        refreshNames: createRefreshNames({
          planner,
          names,
          namesIntervalMs: watch.namesIntervalMs,
          random: () => Math.random(),
          forgetMetadata,
        }),
      };
    },
    probeOf: (accountId) => ({
      delta: watch.isDeltaOn ? createPlannerDelta(gatewayFor(accountId)) : null,
      trySubscription:
        publicBaseUrl === null
          ? null
          : (planId) =>
              trySubscription(gatewayFor(accountId), {
                resource: planTasksResource(planId),
                notificationUrl: addressesAt(publicBaseUrl).notificationUrl,
                clientState: randomBytes(32).toString('base64url'),
                now: Date.now(),
              }),
      now: Date.now,
    }),
  };
}
