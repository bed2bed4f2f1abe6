import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { PlanWatchDeps } from '../../activities/plan-watch-activities.js';
import type { Config } from '../config/config.js';
import type { PlannerClient } from '../domain/planner.js';
import { planTasksResource } from '../domain/watch-source.js';
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
  readonly planner: PlannerClient;
  readonly conditions: PlanConditions;
  readonly forgetMetadata: NamesDeps['forgetMetadata'];
}): PlanWatchDeps {
  const { config, gateway, planner, conditions, forgetMetadata } = parts;
  const { watch, webhook, azure } = config;
  const delta = createPlannerDelta(gateway);
  const { publicBaseUrl } = webhook;
  return {
    linked: createLinkedPlans(parts),
    pressure: async () => (await gateway.load()).pressure,
    sources: createSourceStore({ ...parts, ...sourceSettings(config), now: Date.now }),
    looks: {
      planner,
      conditions,
      delta,
      ownAppId: azure.clientId,
      store: createSweepStore(parts),
      traces: createPlanTraces(parts),
      links: createDeltaLinks(parts),
      detailsRotation: watch.detailsRotation,
      refreshNames: createRefreshNames({
        planner,
        names: createPlanNamesStore(parts),
        namesIntervalMs: watch.namesIntervalMs,
        random: () => Math.random(),
        forgetMetadata,
      }),
    },
    probe: {
      delta: watch.isDeltaOn ? delta : null,
      trySubscription:
        publicBaseUrl === null
          ? null
          : (planId) =>
              trySubscription(gateway, {
                resource: planTasksResource(planId),
                notificationUrl: addressesAt(publicBaseUrl).notificationUrl,
                clientState: randomBytes(32).toString('base64url'),
                now: Date.now(),
              }),
      now: Date.now,
    },
  };
}
