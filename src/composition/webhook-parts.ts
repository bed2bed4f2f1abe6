import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { createWebhookEndpoint } from '../http/webhook-endpoint.js';
import { createAcceptNotifications } from '../notifications/accept-notifications.js';
import { createKnownSubscriptions } from '../notifications/known-subscriptions.js';
import { createWebhookTraffic } from '../notifications/webhook-traffic.js';
import { createWebhookHealthReader } from '../operations/webhook/create-webhook-health-reader.js';
import type { SubscriptionStatuses } from '../subscriptions/subscription-status.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';

/** Where Graph notifies, and what tells how that goes. */
export function composeWebhook(parts: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly statuses: Pick<SubscriptionStatuses, 'all'>;
  readonly outage: () => string | null;
  readonly logger: Logger;
}) {
  const { config, redis, keys, call, statuses, outage, logger } = parts;
  const { ratePerSecond, trustedProxies } = config.notifications;
  const traffic = createWebhookTraffic({ redis, keys, now: Date.now });
  return {
    webhook: createWebhookEndpoint({
      accept: createAcceptNotifications({
        keys,
        call,
        known: createKnownSubscriptions({ redis, keys }),
        now: Date.now,
      }),
      onHandshake: () => traffic.noteHandshake(),
      ratePerSecond,
      trustedProxies,
      logger,
    }),
    webhookHealth: createWebhookHealthReader({
      redis,
      keys,
      traffic,
      statuses,
      publicBaseUrl: config.webhook.publicBaseUrl,
      outage,
      now: Date.now,
    }),
  };
}
