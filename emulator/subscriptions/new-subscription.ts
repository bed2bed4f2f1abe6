import type { Caller } from '../entra/caller.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { invalidRequest, refusedByWorkload } from './refusals.js';
import { readResourcePath } from './resource-path.js';
import { findSubscribableResource, type SubscribableResource } from './subscribable-resources.js';
import {
  checkAddress,
  readCertificate,
  readNewSubscriptionBody,
  readShortText,
  type SubscriptionBody,
} from './subscription-body.js';
import type { SubscriptionRecord } from './subscription-record.js';
import type { SubscriptionService } from './subscription-service.js';

const REQUIRED = ['changeType', 'notificationUrl', 'resource', 'expirationDateTime'];
const TLS_VERSIONS = ['v1_0', 'v1_1', 'v1_2', 'v1_3'];
const DENIED = 'Access is denied. Check credentials and try again.';
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The subscription that a POST asks for, checked against everything but its duplicates, the quotas and its address. */
export function readNewSubscription(
  service: SubscriptionService,
  caller: Caller,
  body: unknown,
): SubscriptionRecord {
  const values = readNewSubscriptionBody(body);
  for (const name of REQUIRED) {
    if (!values.has(name)) {
      throw invalidRequest(`${name} is a required property for subscription creation.`);
    }
  }
  const changeType = values.text('changeType') ?? '';
  const changeTypes = readChangeTypes(changeType);
  const { resource, path, select } = findResource(service, caller, values.text('resource') ?? '');
  for (const type of changeTypes) {
    if (!resource.changeTypes.includes(type)) {
      throw invalidRequest(`The changeType '${type}' is not supported for this resource.`);
    }
  }
  const includeResourceData = values.flag('includeResourceData') ?? false;
  requirePermission(service, caller, resource, includeResourceData);
  const certificate = readCertificate(values);
  if (includeResourceData && resource.richMinutes === null) {
    throw invalidRequest('includeResourceData is not supported for this resource.');
  }
  if (includeResourceData && certificate.encryptionCertificate === null) {
    throw invalidRequest(
      'encryptionCertificate is a required property for subscription creation when includeResourceData is set to true.',
    );
  }
  const { allowHttpNotificationUrl } = service.settings();
  const notificationUrl = checkAddress(
    'notificationUrl',
    values.text('notificationUrl') ?? '',
    allowHttpNotificationUrl,
  );
  const lifecycle = values.text('lifecycleNotificationUrl');
  const lifecycleNotificationUrl =
    lifecycle === undefined
      ? null
      : checkAddress('lifecycleNotificationUrl', lifecycle, allowHttpNotificationUrl);
  const expirationDateTime = readExpiration(
    service,
    { resource, includeResourceData },
    values.text('expirationDateTime') ?? '',
  );
  const needsLifecycle = resource.service === 'teams' || includeResourceData;
  const now = service.now();
  if (
    needsLifecycle &&
    lifecycleNotificationUrl === null &&
    Date.parse(expirationDateTime) > now.getTime() + HOUR_MS
  ) {
    throw invalidRequest(
      'lifecycleNotificationUrl is a required property for subscription creation on this resource when the expirationDateTime value is set to greater than 1 hour.',
    );
  }
  return {
    id: service.newGuid(),
    applicationId: caller.appId,
    creatorId: caller.objectId,
    callerKind: caller.kind,
    changeType,
    resource: values.text('resource') ?? '',
    path,
    select,
    notificationUrl,
    lifecycleNotificationUrl,
    expirationDateTime,
    clientState: readShortText(values, 'clientState'),
    includeResourceData,
    ...certificate,
    latestSupportedTlsVersion: readTlsVersion(values),
    notificationQueryOptions: values.text('notificationQueryOptions') ?? null,
    notificationUrlAppId: values.text('notificationUrlAppId') ?? null,
    authorizedUntil: new Date(caller.tokenExpiresAt).toISOString(),
    authorizedAt: now.toISOString(),
    reauthorizedAt: null,
    renewedAt: null,
    remindedAt: null,
  };
}

/** The kinds of change in `created,updated`, in lower case. */
function readChangeTypes(changeType: string): readonly string[] {
  const types = changeType.split(',').map((part) => part.trim().toLowerCase());
  if (types.some((type) => !['created', 'updated', 'deleted'].includes(type))) {
    throw invalidRequest(
      `The changeType '${changeType}' must be a comma-separated list of created, updated and deleted.`,
    );
  }
  return types;
}

interface FoundResource {
  readonly resource: SubscribableResource;
  readonly path: string;
  readonly select: readonly string[] | null;
}

function findResource(service: SubscriptionService, caller: Caller, text: string): FoundResource {
  const { segments, query } = readResourcePath(text);
  const unsupported = invalidRequest(`Subscriptions are not supported for the resource '${text}'.`);
  if ([...query.keys()].some((name) => name !== '$select')) throw unsupported;
  const resource = findSubscribableResource(withoutMe(caller, segments).join('/'));
  const isTaken = resource?.service !== 'planner' || service.settings().plannerSubscriptions;
  if (resource === undefined || !isTaken) throw unsupported;
  const resolved = service.resolve(withoutMe(caller, segments));
  if ('missing' in resolved) {
    throw refusedByWorkload(404, `The requested ${resolved.missing} is invalid.`);
  }
  const isForeign = caller.kind === 'person' && resolved.ownerIds?.includes(caller.id) === false;
  if (isForeign) throw refusedByWorkload(403, DENIED);
  const select = query.get('$select');
  return {
    resource,
    path: resolved.path,
    select: select === null ? null : select.split(',').map((name) => name.trim()),
  };
}

/** `me` is the person of the token. */
function withoutMe(caller: Caller, segments: readonly string[]): readonly string[] {
  if (segments[0] !== 'me') return segments;
  if (caller.kind === 'person') return ['users', caller.id, ...segments.slice(1)];
  throw new GraphFailure(
    400,
    'BadRequest',
    '/me request is only valid with delegated authentication flow.',
  );
}

/** Whether the caller holds what the resource asks for, by token and, for an app, by what it is granted now. */
export function mayRead(
  service: Pick<SubscriptionService, 'settings'>,
  caller: Pick<Caller, 'kind' | 'permissions'>,
  resource: SubscribableResource,
  includeResourceData: boolean,
): boolean {
  const accepted = caller.kind === 'app' ? resource.app : resource.person;
  const granted = new Set(service.settings().appRoles);
  return (accepted ?? []).some(
    (name) =>
      caller.permissions.has(name) &&
      (caller.kind === 'person' || granted.has(name)) &&
      // The basic permissions show no content.
      !(includeResourceData && name.includes('.ReadBasic') && resource.service === 'outlook'),
  );
}

function requirePermission(
  service: SubscriptionService,
  caller: Caller,
  resource: SubscribableResource,
  includeResourceData: boolean,
): void {
  if (mayRead(service, caller, resource, includeResourceData)) return;
  throw refusedByWorkload(403, DENIED);
}

/** The end of a subscription as it is kept; 400 when it lies too far away, the least life when too near. */
export function readExpiration(
  service: SubscriptionService,
  kind: { readonly resource: SubscribableResource; readonly includeResourceData: boolean },
  text: string,
): string {
  const { subscriptionMinutesMin, outlookSubscriptionMinutes } = service.settings();
  const { minutes, richMinutes } = kind.resource;
  const plain = minutes === 'outlook' ? outlookSubscriptionMinutes : minutes;
  const max = kind.includeResourceData ? (richMinutes ?? plain) : plain;
  const now = service.now().getTime();
  const wanted = Date.parse(text);
  if (wanted > now + max * MINUTE_MS) {
    throw new GraphFailure(
      400,
      'ExtensionError',
      `Subscription expiration can only be ${max} minutes in the future.`,
    );
  }
  if (wanted <= now) {
    throw invalidRequest('The expirationDateTime of a subscription must lie in the future.');
  }
  return new Date(Math.max(wanted, now + subscriptionMinutesMin * MINUTE_MS)).toISOString();
}

function readTlsVersion(values: SubscriptionBody): string {
  const version = values.text('latestSupportedTlsVersion') ?? 'v1_2';
  if (TLS_VERSIONS.includes(version)) return version;
  throw invalidRequest(`latestSupportedTlsVersion must be one of ${TLS_VERSIONS.join(', ')}.`);
}
