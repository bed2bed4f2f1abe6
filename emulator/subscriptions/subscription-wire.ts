import type { SubscriptionRecord } from './subscription-record.js';

/**
 * A subscription as Graph shows it to its app. The client state is echoed by the POST alone, the certificate never:
 * https://learn.microsoft.com/graph/api/subscription-list
 */
export function subscriptionToWire(
  record: SubscriptionRecord,
  clientState: string | null = null,
): Record<string, unknown> {
  return {
    id: record.id,
    resource: record.resource,
    applicationId: record.applicationId,
    changeType: record.changeType,
    clientState,
    notificationUrl: record.notificationUrl,
    notificationQueryOptions: record.notificationQueryOptions,
    lifecycleNotificationUrl: record.lifecycleNotificationUrl,
    expirationDateTime: record.expirationDateTime,
    creatorId: record.creatorId,
    includeResourceData: record.includeResourceData,
    latestSupportedTlsVersion: record.latestSupportedTlsVersion,
    encryptionCertificate: null,
    encryptionCertificateId: record.encryptionCertificateId,
    notificationUrlAppId: record.notificationUrlAppId,
  };
}
