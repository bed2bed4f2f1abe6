import type { Caller } from '../entra/caller.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { mayRead, readExpiration, readNewSubscription } from './new-subscription.js';
import { requireRoom } from './quotas.js';
import { invalidRequest, refusedByWorkload, subscriptionNotFound } from './refusals.js';
import { findSubscribableResource, type SubscribableResource } from './subscribable-resources.js';
import { checkAddress, readCertificate, readSubscriptionPatch } from './subscription-body.js';
import type { SubscriptionRecord } from './subscription-record.js';
import { livingSubscriptions, type SubscriptionService } from './subscription-service.js';
import { subscriptionToWire } from './subscription-wire.js';

const MIXING_MS = 10 * 60_000;

/** Waits for the addresses to prove themselves, each with a request of its own. */
export async function createSubscription(
  service: SubscriptionService,
  call: GraphCall,
): Promise<GraphAnswer> {
  const wanted = readNewSubscription(service, call.caller, call.body);
  requireRoom(service, wanted);
  await service.shakeHands(wanted.notificationUrl);
  if (wanted.lifecycleNotificationUrl !== null) {
    await service.shakeHands(wanted.lifecycleNotificationUrl);
  }
  // Another one may have come in between.
  requireRoom(service, wanted);
  service.subscriptions.put(wanted.id, wanted);
  service.changed();
  return {
    status: 201,
    headers: { Location: `${call.root}/subscriptions/${wanted.id}` },
    body: entity(call, subscriptionToWire(wanted, wanted.clientState)),
  };
}

export function listSubscriptions(service: SubscriptionService, call: GraphCall): GraphAnswer {
  const { subscriptionPageSize } = service.settings();
  const own = livingSubscriptions(service).filter((record) => isOwn(record, call.caller));
  const from = readSkipToken(call.query.get('$skiptoken'), own);
  const page = own.slice(from, from + subscriptionPageSize);
  const last = page.at(-1);
  const isLastPage = from + page.length >= own.length;
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#subscriptions`,
      ...(isLastPage || last === undefined
        ? {}
        : { '@odata.nextLink': `${call.root}/subscriptions?$skiptoken=${encodeToken(last.id)}` }),
      value: page.map((record) => subscriptionToWire(record)),
    }),
  };
}

export function getSubscription(
  service: SubscriptionService,
  call: GraphCall,
  id: string,
): GraphAnswer {
  return { status: 200, body: entity(call, subscriptionToWire(findOwn(service, call.caller, id))) };
}

/** Moves the end, the address or the certificate, and authorises the subscription with the caller's token. */
export async function updateSubscription(
  service: SubscriptionService,
  call: GraphCall,
  id: string,
): Promise<GraphAnswer> {
  const before = findOwn(service, call.caller, id);
  const patch = readSubscriptionPatch(call.body);
  if (
    !patch.has('expirationDateTime') &&
    !patch.has('notificationUrl') &&
    !patch.has('encryptionCertificate')
  ) {
    throw invalidRequest(
      "Subscription must contain either the 'expirationDateTime' or 'notificationUrl' property and its value.",
    );
  }
  const resource = requireAccess(service, call.caller, before, 'Update');
  const expiration = patch.text('expirationDateTime');
  const expirationDateTime =
    expiration === undefined
      ? before.expirationDateTime
      : readExpiration(
          service,
          { resource, includeResourceData: before.includeResourceData },
          expiration,
        );
  const certificate =
    patch.has('encryptionCertificate') || patch.has('encryptionCertificateId')
      ? readCertificate(patch)
      : {};
  const address = patch.text('notificationUrl');
  if (address !== undefined) {
    checkAddress('notificationUrl', address, service.settings().allowHttpNotificationUrl);
    if (address !== before.notificationUrl) await service.shakeHands(address);
  }
  // The address took its time; the subscription may have ended meanwhile.
  const current = findOwn(service, call.caller, id);
  const after: SubscriptionRecord = {
    ...current,
    ...authorizedBy(service, call.caller),
    expirationDateTime,
    ...certificate,
    notificationUrl: address ?? current.notificationUrl,
    renewedAt: service.now().toISOString(),
  };
  noteMixing(service, after, current.reauthorizedAt);
  service.subscriptions.put(id, after);
  service.changed();
  return { status: 200, body: entity(call, subscriptionToWire(after)) };
}

export function deleteSubscription(
  service: SubscriptionService,
  call: GraphCall,
  id: string,
): GraphAnswer {
  findOwn(service, call.caller, id);
  service.subscriptions.remove(id);
  service.changed();
  return { status: 204 };
}

/** Authorises the subscription anew; its end stays. */
export function reauthorizeSubscription(
  service: SubscriptionService,
  call: GraphCall,
  id: string,
): GraphAnswer {
  const before = findOwn(service, call.caller, id);
  requireAccess(service, call.caller, before, 'Reauthorize');
  const after: SubscriptionRecord = {
    ...before,
    ...authorizedBy(service, call.caller),
    reauthorizedAt: service.now().toISOString(),
  };
  noteMixing(service, after, before.renewedAt);
  service.subscriptions.put(id, after);
  service.changed();
  return { status: 204 };
}

function authorizedBy(
  service: SubscriptionService,
  caller: Caller,
): Pick<SubscriptionRecord, 'authorizedUntil' | 'authorizedAt' | 'remindedAt'> {
  return {
    authorizedUntil: new Date(caller.tokenExpiresAt).toISOString(),
    authorizedAt: service.now().toISOString(),
    remindedAt: null,
  };
}

/** An app sees what it made, for itself or for people; a person what this app made for them. */
function isOwn(record: SubscriptionRecord, caller: Caller): boolean {
  return (
    record.applicationId === caller.appId &&
    (caller.kind === 'app' || record.creatorId === caller.objectId)
  );
}

function findOwn(service: SubscriptionService, caller: Caller, id: string): SubscriptionRecord {
  const record = livingSubscriptions(service).find((candidate) => candidate.id === id);
  if (record === undefined || !isOwn(record, caller)) throw subscriptionNotFound();
  return record;
}

function requireAccess(
  service: SubscriptionService,
  caller: Caller,
  record: SubscriptionRecord,
  operation: 'Update' | 'Reauthorize',
): SubscribableResource {
  const resource = findSubscribableResource(record.path);
  if (resource === undefined || !mayRead(service, caller, resource, record.includeResourceData)) {
    throw refusedByWorkload(403, 'Access is denied. Check credentials and try again.', operation);
  }
  return resource;
}

function noteMixing(
  service: SubscriptionService,
  record: SubscriptionRecord,
  other: string | null,
): void {
  const window = MIXING_MS / service.settings().notificationTimeScale;
  const now = service.now();
  if (other === null || now.getTime() - Date.parse(other) > window) return;
  service.note({
    rule: 'reauthorizeAndRenewWithinTenMinutes',
    subscriptionId: record.id,
    at: now.toISOString(),
  });
}

function entity(call: GraphCall, wire: Record<string, unknown>): string {
  return JSON.stringify({
    '@odata.context': `${call.root}/$metadata#subscriptions/$entity`,
    ...wire,
  });
}

function encodeToken(id: string): string {
  return Buffer.from(`after:${id}`).toString('base64url');
}

/** Where the page begins; a token whose subscription is gone begins anew, as replays are allowed. */
function readSkipToken(token: string | null, own: readonly SubscriptionRecord[]): number {
  if (token === null) return 0;
  const id = /^after:(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (id === undefined) throw invalidRequest('The value of $skiptoken is not valid.');
  return own.findIndex((record) => record.id === id) + 1;
}
