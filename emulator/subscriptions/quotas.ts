import { GraphFailure } from '../graph/graph-failure.js';
import { findSubscribableResource } from './subscribable-resources.js';
import type { SubscriptionRecord } from './subscription-record.js';
import { livingSubscriptions, type SubscriptionService } from './subscription-service.js';

/** Throws 403 when one more subscription like this would be too many, 409 when there is one already. */
export function requireRoom(service: SubscriptionService, wanted: SubscriptionRecord): void {
  const living = livingSubscriptions(service);
  const twin = living.find(
    (other) =>
      other.applicationId === wanted.applicationId &&
      other.path === wanted.path &&
      sameTypes(other.changeType, wanted.changeType),
  );
  if (twin !== undefined) {
    throw new GraphFailure(
      409,
      'ObjectIdentifierInUse',
      `Subscription Id ${twin.id} already exists for the requested combination`,
    );
  }
  const kind = findSubscribableResource(wanted.path)?.service;
  const limits = service.settings().subscriptionLimits;
  const alike = living.filter(({ path }) => findSubscribableResource(path)?.service === kind);
  if (kind === 'directory') {
    const own = alike.filter(({ applicationId }) => applicationId === wanted.applicationId);
    refuseBeyond(own.length, limits.directoryPerAppAndTenant, 'per app and tenant');
    refuseBeyond(alike.length, limits.directoryPerTenant, 'per tenant');
  }
  if (kind === 'outlook') {
    const mailbox = mailboxOf(wanted.path);
    const same = alike.filter(({ path }) => mailboxOf(path) === mailbox);
    refuseBeyond(same.length, limits.outlookPerMailbox, 'per mailbox');
  }
  if (kind === 'teams') {
    refuseBeyond(alike.length, limits.teamsPerOrganization, 'per organization');
    const own = alike.filter(
      ({ applicationId, path }) => applicationId === wanted.applicationId && path === wanted.path,
    );
    refuseBeyond(own.length, 1, 'per app and resource');
  }
}

function sameTypes(a: string, b: string): boolean {
  return sorted(a) === sorted(b);
}

function sorted(types: string): string {
  return types
    .toLowerCase()
    .split(',')
    .map((type) => type.trim())
    .sort((a, b) => (a < b ? -1 : 1))
    .join();
}

function mailboxOf(path: string): string | undefined {
  return path.split('/')[1];
}

function refuseBeyond(count: number, limit: number, of: string): void {
  if (count < limit) return;
  throw new GraphFailure(
    403,
    'Forbidden',
    `The number of subscriptions has reached its limit of ${limit} ${of}. Delete subscriptions that are not needed any more.`,
  );
}
