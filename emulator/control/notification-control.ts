import { Router, type Response } from 'express';
import { z } from 'zod';
import { tokenFlaws, type ValidationTokens } from '../entra/validation-tokens.js';
import { encryptFor } from '../notifications/notification.js';
import type { NotificationService } from '../notifications/notification-service.js';
import type { PendingNotification } from '../notifications/pending-notification.js';
import type { Post } from '../notifications/post.js';
import type { AnnounceChange } from '../notifications/resource-change.js';
import type { SettingsHolder } from '../settings.js';
import type { Collection } from '../state/collection.js';
import { findSubscribableResource } from '../subscriptions/subscribable-resources.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';
import type { SubscriptionViolation } from '../subscriptions/subscription-service.js';
import { subscriptionToWire } from '../subscriptions/subscription-wire.js';

export interface NotificationControlOptions {
  readonly notifications: NotificationService;
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly pending: Collection<PendingNotification>;
  readonly settings: SettingsHolder;
  readonly validationTokens: ValidationTokens;
  readonly tenantId: string;
  readonly post: Post;
  readonly announceChange: AnnounceChange;
  violations(): readonly SubscriptionViolation[];
  newGuid(): string;
  now(): Date;
  commit(): void;
}

const SHOWN_DELIVERIES = 20;

const lifecycleSchema = z.strictObject({
  subscriptionId: z.string(),
  event: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']),
});

const loseSchema = z.strictObject({
  count: z.int().min(0),
  /** Whether a `missed` event tells of it, where Graph has one. */
  report: z.boolean().default(false),
});

const doubleSchema = z.strictObject({ count: z.int().min(0) });

const revokeSchema = z.strictObject({ permission: z.string().min(1) });

const announceSchema = z.strictObject({
  changeType: z.enum(['created', 'updated', 'deleted']),
  /** Canonical paths: `users/{id}/messages`. */
  subscribable: z.array(z.string()).min(1),
  resource: z.string(),
  odataType: z.string().default('#Microsoft.Graph.Entity'),
  id: z.string(),
  etag: z.string().exactOptional(),
  entity: z.unknown().optional(),
});

const notifySchema = z.strictObject({
  /** Whose address, client state and certificate are taken. */
  subscriptionId: z.string().optional(),
  /** Instead of the subscription's address. */
  url: z.url().optional(),
  /** Laid over a genuine notification: any property may be wrong. */
  notification: z.record(z.string(), z.unknown()).default({}),
  /** Encrypted with the subscription's certificate. */
  content: z.unknown().optional(),
  /** Notifications in the POST. */
  count: z.int().min(1).max(10_000).default(1),
  validationTokens: z.enum(['genuine', 'none', ...tokenFlaws]).default('none'),
  /** Sent as it is, instead of all the above. */
  body: z.unknown().optional(),
});

/** What a test does to subscriptions and their deliveries; Graph has nothing of this. */
export function createNotificationControl(options: NotificationControlOptions): Router {
  const { notifications, subscriptions, settings } = options;
  const router = Router();

  router.get('/subscriptions', (_request, response) => {
    response.json({
      subscriptions: [...subscriptions.values()].map((record) => describe(options, record)),
      endpoints: notifications.queue.addresses().map((address) => {
        const { mode, until } = notifications.queue.healthOf(address);
        return {
          address,
          mode,
          ...(mode === 'ok' ? {} : { until: new Date(until).toISOString() }),
        };
      }),
      violations: options.violations(),
    });
  });
  router.get('/deliveries', (_request, response) => {
    response.json({ deliveries: notifications.log.latest(1000) });
  });

  router.delete('/subscriptions/:id', (request, response) => {
    withSubscription(options, request.params.id, response, (record) => {
      notifications.removeForLackOfAccess(record);
      response.status(204).end();
    });
  });
  router.post('/subscriptions/:id/expire', (request, response) => {
    withSubscription(options, request.params.id, response, (record) => {
      subscriptions.put(record.id, { ...record, expirationDateTime: options.now().toISOString() });
      notifications.wake();
      response.status(204).end();
    });
  });

  router.post('/lifecycle', (request, response) => {
    const { subscriptionId, event } = lifecycleSchema.parse(request.body);
    withSubscription(options, subscriptionId, response, (record) => {
      const known = findSubscribableResource(record.path)?.lifecycleEvents ?? [];
      if (record.lifecycleNotificationUrl === null || !known.includes(event)) {
        const error = `Graph sends no ${event} here; for ${record.path}: ${known.join(', ')}, to a lifecycleNotificationUrl.`;
        response.status(400).json({ error });
        return;
      }
      if (event === 'subscriptionRemoved') notifications.removeForLackOfAccess(record);
      else notifications.sendLifecycle(record, event);
      response.status(202).end();
    });
  });

  router.post('/permissions/revoke', (request, response) => {
    const { permission } = revokeSchema.parse(request.body);
    const appRoles = settings.get().appRoles.filter((role) => role !== permission);
    settings.change({ appRoles });
    const lost = [...subscriptions.values()].filter(
      ({ callerKind, path }) =>
        callerKind === 'app' &&
        findSubscribableResource(path)?.app?.some((role) => appRoles.includes(role)) !== true,
    );
    for (const record of lost) notifications.removeForLackOfAccess(record);
    options.commit();
    response.json({ appRoles, removed: lost.map(({ id }) => id) });
  });

  router.post('/notifications/lose', (request, response) => {
    const { count, report } = loseSchema.parse(request.body);
    notifications.disturbances.loseNext(count, report);
    response.status(204).end();
  });
  router.post('/notifications/double', (request, response) => {
    notifications.disturbances.doubleNext(doubleSchema.parse(request.body).count);
    response.status(204).end();
  });

  router.post('/announce', (request, response) => {
    const { entity, ...change } = announceSchema.parse(request.body);
    options.announceChange({ ...change, entity: () => entity });
    options.commit();
    response.status(202).end();
  });
  router.post('/notify', (request, response, next) => {
    sendRaw(options, request.body).then((sent) => {
      if (sent === undefined)
        response.status(404).json({ error: 'No such subscription, and no url.' });
      else response.json(sent);
    }, next);
  });
  return router;
}

function withSubscription(
  options: NotificationControlOptions,
  id: string,
  response: Response,
  act: (record: SubscriptionRecord) => void,
): void {
  const record = options.subscriptions.get(id);
  if (record === undefined) {
    response.status(404).json({ error: `There is no subscription ${id}.` });
    return;
  }
  act(record);
  options.commit();
}

function describe(
  { notifications, pending }: NotificationControlOptions,
  record: SubscriptionRecord,
): Record<string, unknown> {
  const own = [...pending.values()].filter(({ subscriptionId }) => subscriptionId === record.id);
  const nextDueAt = Math.min(...own.map(({ dueAt }) => dueAt));
  return {
    ...subscriptionToWire(record, record.clientState),
    path: record.path,
    authorizedUntil: record.authorizedUntil,
    pending: own.length,
    nextDueAt: own.length === 0 ? null : new Date(nextDueAt).toISOString(),
    ...notifications.log.countsOf(record.id),
    deliveries: notifications.log.latest(SHOWN_DELIVERIES, record.id),
  };
}

interface SentRaw {
  readonly status: number | 'timeout' | 'unreachable';
  readonly ms: number;
  readonly body: string;
}

/** Posts at once and answers what came back, beside the queue and its rules. */
async function sendRaw(
  options: NotificationControlOptions,
  request: unknown,
): Promise<SentRaw | undefined> {
  const wanted = notifySchema.parse(request);
  const record = options.subscriptions.get(wanted.subscriptionId ?? '');
  const url = wanted.url ?? record?.notificationUrl;
  if (url === undefined) return undefined;
  const body = wanted.body === undefined ? await toBody(options, wanted, record) : wanted.body;
  const startedAt = performance.now();
  const outcome = await options.post({
    url,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    timeoutMs: options.settings.get().retryDeliveryTimeoutMs,
  });
  return {
    status: outcome.kind === 'reply' ? outcome.status : outcome.kind,
    ms: Math.round(performance.now() - startedAt),
    body: outcome.kind === 'reply' ? outcome.body : '',
  };
}

async function toBody(
  options: NotificationControlOptions,
  wanted: z.infer<typeof notifySchema>,
  record: SubscriptionRecord | undefined,
): Promise<Record<string, unknown>> {
  const value = Array.from({ length: wanted.count }, () => {
    const id = options.newGuid();
    return {
      id,
      subscriptionId: record?.id ?? options.newGuid(),
      subscriptionExpirationDateTime:
        record?.expirationDateTime ?? new Date(options.now().getTime() + 3_600_000).toISOString(),
      clientState: record?.clientState ?? null,
      changeType: 'updated',
      resource: `${record?.path ?? 'users'}/${id}`,
      tenantId: options.tenantId,
      resourceData: { '@odata.type': '#Microsoft.Graph.Entity', '@odata.id': id, id },
      ...(wanted.content === undefined || record === undefined
        ? {}
        : { encryptedContent: encryptFor(record, () => wanted.content) }),
      ...wanted.notification,
    };
  });
  if (wanted.validationTokens === 'none') return { value };
  const audience = record?.notificationUrlAppId ?? record?.applicationId ?? options.newGuid();
  const flaw = wanted.validationTokens === 'genuine' ? undefined : wanted.validationTokens;
  return { value, validationTokens: [await options.validationTokens.issue(audience, flaw)] };
}
