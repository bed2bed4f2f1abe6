import { GraphFailure } from '../graph/graph-failure.js';
import { isObject } from '../schema/check-value.js';
import { readEncryptionCertificate } from '../subscriptions/encryption-certificate.js';
import type { LifecycleEvent } from '../subscriptions/subscribable-resources.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';
import { encryptContent, type EncryptedContent } from './encrypted-content.js';
import type { ResourceChange } from './resource-change.js';

/** One entry of the `value` of a POST to a subscriber. */
export type Notification = Readonly<Record<string, unknown>>;

interface NotificationContext {
  readonly subscription: SubscriptionRecord;
  readonly tenantId: string;
  readonly id: string;
}

/** What a subscription is told of a change, with the encrypted resource when it asked for that. */
export function changeNotification(
  { subscription, tenantId, id }: NotificationContext,
  change: ResourceChange,
): Notification {
  const encryptedContent = subscription.includeResourceData
    ? encryptFor(subscription, () => selected(change.entity(), subscription.select))
    : undefined;
  return {
    // Not all notifications have an id; those with resource data have one.
    ...(subscription.includeResourceData ? { id } : {}),
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expirationDateTime,
    clientState: subscription.clientState,
    changeType: change.changeType,
    resource: change.resource,
    tenantId,
    resourceData: {
      '@odata.type': change.odataType,
      '@odata.id': change.resource,
      ...(change.etag === undefined ? {} : { '@odata.etag': change.etag }),
      id: change.id,
    },
    ...(encryptedContent === undefined ? {} : { encryptedContent }),
  };
}

/** Encrypts what `content` gives with the subscription's certificate; nothing when it is gone already. */
export function encryptFor(
  subscription: SubscriptionRecord,
  content: () => unknown,
): EncryptedContent | undefined {
  const certificate = readEncryptionCertificate(subscription.encryptionCertificate ?? '');
  if (certificate === undefined) return undefined;
  try {
    return encryptContent(content(), certificate, subscription.encryptionCertificateId ?? '');
  } catch (error) {
    if (error instanceof GraphFailure && error.status === 404) return undefined;
    throw error;
  }
}

/** A lifecycle event goes to an address of its own and names neither a change nor a resource. */
export function lifecycleNotification(
  { subscription, tenantId }: Pick<NotificationContext, 'subscription' | 'tenantId'>,
  event: LifecycleEvent,
): Notification {
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expirationDateTime,
    tenantId,
    clientState: subscription.clientState,
    lifecycleEvent: event,
  };
}

function selected(entity: unknown, select: readonly string[] | null): unknown {
  if (select === null || !isObject(entity)) return entity;
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name.startsWith('@') || select.includes(name)),
  );
}
