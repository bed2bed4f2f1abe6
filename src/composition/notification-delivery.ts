import type { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import { gatewayOf } from '../graph/gateway/gateway-of.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import { createResourceReader } from '../graph/resources/resource-reader.js';
import { createForgetMetadata } from '../metadata/forget-metadata.js';
import type { DeliverDeps } from '../notifications/deliver-changes.js';
import { decryptContent } from '../notifications/encryption/decrypt-content.js';
import type { EncryptionKeys } from '../notifications/encryption/encryption-keys.js';
import { createWaitingChanges } from '../notifications/waiting-changes.js';
import { lentAccount } from '../subscriptions/lent-account.js';
import { createWantedSubscriptions } from '../subscriptions/wanted-subscriptions.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { streamMax } from '../tasks/settings.js';

/** What the delivery of notified changes works with. */
export function notificationDelivery(parts: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly gateway: GraphGateway;
  readonly encryption: EncryptionKeys;
}): DeliverDeps {
  const { config, redis, keys, call, gateway, encryption } = parts;
  const wanted = createWantedSubscriptions({ redis, keys });
  return {
    waiting: createWaitingChanges({ keys, call }),
    async resourcesOf(name) {
      const account = await lentAccount({ redis, keys, wanted }, name);
      return account === null ? null : createResourceReader(gatewayOf(gateway, account));
    },
    decrypt: async (content) =>
      decryptContent(content, await encryption.privateKeyOf(content.encryptionCertificateId)),
    content: config.notifications.content,
    forgetMetadata: createForgetMetadata({ redis, keys }),
    async onPlanChanged(planId) {
      if ((await redis.hexists(keys.linkedPlans, planId)) === 0) return;
      const look = { plan: planId, tasks: '[]', source: 'system', at: Date.now(), look: '1' };
      await redis.xadd(keys.outbox, '*', ...Object.entries(look).flat());
    },
    streamMax,
    gatherMs: 250,
    now: Date.now,
  };
}
