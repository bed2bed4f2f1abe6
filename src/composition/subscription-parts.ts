import type { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import { accountOfId } from '../graph/gateway/graph-account.js';
import { gatewayOf } from '../graph/gateway/gateway-of.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import { createChanges } from '../graph/subscriptions/changed-since.js';
import { createSubscriptionClient } from '../graph/subscriptions/subscription-client.js';
import type { EncryptionKeys } from '../notifications/encryption/encryption-keys.js';
import { createWaitingChanges } from '../notifications/waiting-changes.js';
import { createResyncMarks } from '../subscriptions/resync-marks.js';
import type { SubscriptionDeps } from '../subscriptions/subscription-deps.js';
import { createSubscriptionRows } from '../subscriptions/subscription-rows.js';
import { createSubscriptionStatuses } from '../subscriptions/subscription-status.js';
import { createWantedSubscriptions } from '../subscriptions/wanted-subscriptions.js';
import { createAlerts, type Alerts } from '../tasks/alerts.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';

interface RedisParts {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}

/** What server and worker keep of subscriptions in Redis. */
export function composeSubscriptions(
  deps: RedisParts & { readonly alerts: Pick<Alerts, 'raise' | 'resolve'> },
) {
  return {
    wanted: createWantedSubscriptions(deps),
    statuses: createSubscriptionStatuses({ ...deps, now: Date.now }),
  };
}

/** What the steps of a subscription's life work with, in the worker. */
export function subscriptionSteps(
  parts: RedisParts & {
    readonly config: Pick<Config, 'webhook'>;
    readonly gateway: GraphGateway;
    readonly encryption: Pick<EncryptionKeys, 'currentCertificate'>;
  },
): SubscriptionDeps {
  const { config, keys, call, gateway, encryption } = parts;
  const waiting = createWaitingChanges(parts);
  return {
    ...composeSubscriptions({ ...parts, alerts: createAlerts(parts) }),
    rows: createSubscriptionRows(parts),
    marks: createResyncMarks(parts),
    keys,
    call,
    clientOf: (accountId) => createSubscriptionClient(gatewayOf(gateway, accountOfId(accountId))),
    changesOf: (accountId) => createChanges(gatewayOf(gateway, accountOfId(accountId))),
    publicBaseUrl: config.webhook.publicBaseUrl,
    currentCertificate: () => encryption.currentCertificate(),
    addChanges: (name, { kind, watched, changes }) => {
      const at = Date.now();
      return waiting.add(
        name,
        changes.map(({ changeType, resource, resourceId, version }) => ({
          changeType,
          resource,
          ...(version !== null && { version }),
          about: { kind, resourceId, watched, at },
        })),
      );
    },
    forgetChanges: (name) => waiting.forget(name),
    now: Date.now,
    random: Math.random,
  };
}
