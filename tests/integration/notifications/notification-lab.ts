import { createHash, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inject } from 'vitest';
import type { GraphGateway } from '../../../src/graph/gateway/graph-gateway.js';
import { createResourceReader } from '../../../src/graph/resources/resource-reader.js';
import { createAcceptNotifications } from '../../../src/notifications/accept-notifications.js';
import { deliverChanges, type DeliverDeps } from '../../../src/notifications/deliver-changes.js';
import {
  startInboxRelay,
  type InboxRelay,
  type SubscriptionSink,
} from '../../../src/notifications/inbox-relay.js';
import { createKnownSubscriptions } from '../../../src/notifications/known-subscriptions.js';
import type { ValidationTokens } from '../../../src/notifications/validation-tokens.js';
import { createWaitingChanges } from '../../../src/notifications/waiting-changes.js';
import {
  connectRedis,
  duplicateForBlocking,
  whenRedisReady,
} from '../../../src/tasks/connect-redis.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';

const silent = pino({ level: 'silent' });
const tenantId = '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10';
export const personId = '3f0b2c7e-50a5-4f0e-9f3c-2a8d2f6f1b01';

/** Takes signals where Temporal would be; says no as long as a test wants it to. */
export class FakeFlows implements SubscriptionSink {
  readonly signalled: string[] = [];
  readonly told: {
    readonly name: string;
    readonly event: string;
    readonly subscriptionId: string;
  }[] = [];
  tries = 0;
  isRunning = true;
  accept: () => void | Promise<void> = () => {};

  async changesWaiting(name: string): Promise<boolean> {
    this.tries += 1;
    await this.accept();
    this.signalled.push(name);
    return this.isRunning;
  }

  async lifecycle(
    name: string,
    notice: { readonly event: string; readonly subscriptionId: string },
  ): Promise<boolean> {
    this.tries += 1;
    await this.accept();
    this.told.push({ name, ...notice });
    return this.isRunning;
  }
}

export interface LabEvent {
  readonly kind: string;
  readonly changeType: string;
  readonly resource: string;
  readonly resourceId: string | null;
  readonly subscription: string;
  readonly resourceData: Record<string, unknown> | null;
  readonly at: string;
}

export interface LabSubscription {
  readonly id: string;
  readonly name: string;
  readonly clientState: string;
  readonly row: string;
}

const trusting: ValidationTokens = { verify: async () => 'valid' };

export type NotificationLab = Awaited<ReturnType<typeof aNotificationLab>>;

/** Inbox, relays and delivery over a namespace of the test's own in the tests' Redis. */
export async function aNotificationLab(
  options: { readonly relayUrl?: string; readonly acceptedAt?: () => number } = {},
) {
  const redis = connectRedis({ url: inject('redisUrl') }, silent);
  const relayRedis = connectRedis({ url: options.relayUrl ?? inject('redisUrl') }, silent);
  await Promise.all([whenRedisReady(redis), whenRedisReady(relayRedis)]);
  const keys = createKeys(`test-${randomUUID()}`);
  const call = await loadFunctions(redis);
  const relayCall = await loadFunctions(relayRedis);
  const relays: InboxRelay[] = [];
  const waiting = createWaitingChanges({ keys, call });
  const accept = createAcceptNotifications({
    keys,
    call,
    known: createKnownSubscriptions({ redis, keys }),
    now: options.acceptedAt ?? Date.now,
  });

  const makeSubscription = (
    made: Partial<{ name: string; kind: string; resource: string }> = {},
  ): LabSubscription => {
    const { kind = 'mail', resource = `users/${personId}/messages` } = made;
    const name = made.name ?? `mail-${randomUUID().slice(0, 8)}`;
    const clientState = randomUUID();
    const secretHash = createHash('sha256').update(clientState).digest('hex');
    const row = { name, kind, resource, changeType: 'created,updated,deleted', secretHash };
    return { id: randomUUID(), name, clientState, row: JSON.stringify(row) };
  };

  return {
    redis,
    keys,
    call,
    waiting,
    accept,
    makeSubscription,
    async subscribe(made: Parameters<typeof makeSubscription>[0] = {}): Promise<LabSubscription> {
      const subscription = makeSubscription(made);
      await redis.hset(keys.subscriptions, subscription.id, subscription.row);
      return subscription;
    },
    startRelay(
      sink: SubscriptionSink,
      given: { tokens?: ValidationTokens; consumer?: string } = {},
    ): InboxRelay {
      const relay = startInboxRelay({
        redis: relayRedis,
        blocking: duplicateForBlocking(relayRedis, silent),
        keys,
        call: relayCall,
        sink,
        tokens: given.tokens ?? trusting,
        logger: silent,
        consumer: given.consumer ?? randomUUID(),
      });
      relays.push(relay);
      return relay;
    },
    deliver: (
      name: string,
      gateway: Pick<GraphGateway, 'send'>,
      given: Partial<DeliverDeps> = {},
    ): Promise<{ readonly left: number }> =>
      deliverChanges(
        {
          waiting,
          resourcesOf: async () => createResourceReader(gateway),
          decrypt: async () => ({ kind: 'unknown_certificate' }),
          content: 'resource',
          forgetMetadata: async () => {},
          onPlanChanged: async () => {},
          streamMax: 1_000,
          gatherMs: 0,
          now: Date.now,
          ...given,
        },
        name,
      ),
    waitingChanges: (name: string) => redis.hlen(keys.subscriptionChanges(name)),
    inboxLength: () => redis.xlen(keys.inbox),
    async count(name: string): Promise<number> {
      return Number((await redis.hget(keys.webhookCounters, name)) ?? 0);
    },
    /** What the durable stream holds, the oldest first. */
    async events(): Promise<readonly LabEvent[]> {
      const entries = await redis.xrange(keys.notificationStream, '-', '+');
      return entries.map(([, fields]) => JSON.parse(fields[1] ?? '') as LabEvent);
    },
    async log(): Promise<readonly Record<string, unknown>[]> {
      const lines = await redis.lrange(keys.webhookLog, 0, -1);
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    async close(): Promise<void> {
      await Promise.all(relays.map((relay) => relay.stop()));
      redis.disconnect();
      relayRedis.disconnect();
    },
  };
}

/** As Graph writes it. */
export function aNotification(
  { id, clientState }: LabSubscription,
  given: {
    readonly messageId?: string;
    readonly changeType?: string;
    readonly etag?: string | null;
    readonly resource?: string;
    readonly encryptedContent?: unknown;
  } = {},
): Record<string, unknown> {
  const { messageId = 'message-1', changeType = 'updated', etag = `W/"${randomUUID()}"` } = given;
  const resource = given.resource ?? `Users/${personId}@${tenantId}/Messages/${messageId}`;
  return {
    subscriptionId: id,
    subscriptionExpirationDateTime: '2027-01-01T00:00:00Z',
    clientState,
    changeType,
    resource,
    tenantId,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Message',
      '@odata.id': resource,
      ...(etag !== null && { '@odata.etag': etag }),
      id: resource.split('/').at(-1),
    },
    ...(given.encryptedContent !== undefined && { encryptedContent: given.encryptedContent }),
  };
}

export function aLifecycleNotice(
  { id, clientState }: LabSubscription,
  lifecycleEvent = 'missed',
): Record<string, unknown> {
  return {
    subscriptionId: id,
    subscriptionExpirationDateTime: '2027-01-01T00:00:00Z',
    clientState,
    tenantId,
    lifecycleEvent,
  };
}
