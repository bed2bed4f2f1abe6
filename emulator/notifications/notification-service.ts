import type { EmulatorSettings } from '../settings.js';
import type { Collection } from '../state/collection.js';
import {
  findSubscribableResource,
  type LifecycleEvent,
} from '../subscriptions/subscribable-resources.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';
import { livingSubscriptions } from '../subscriptions/subscription-service.js';
import { nextReminderAt } from '../subscriptions/reauthorization-times.js';
import { createDeliveryLog, type DeliveryLog } from './delivery-log.js';
import { createDeliveryQueue, type DeliveryQueue } from './delivery-queue.js';
import { createDisturbances, type Disturbances } from './disturbances.js';
import { changeNotification, lifecycleNotification } from './notification.js';
import type { PendingNotification } from './pending-notification.js';
import type { Post } from './post.js';
import type { ResourceChange } from './resource-change.js';

export interface NotificationServiceOptions {
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly pending: Collection<PendingNotification>;
  readonly tenantId: string;
  readonly post: Post;
  issueValidationToken(audience: string): Promise<string>;
  settings(): EmulatorSettings;
  now(): Date;
  random(): number;
  newGuid(): string;
  commit(): void;
}

export interface NotificationService {
  readonly log: DeliveryLog;
  readonly disturbances: Disturbances;
  readonly queue: DeliveryQueue;
  /** Queues a change for every living subscription to it. */
  hear(change: ResourceChange): void;
  /** Sends a lifecycle event, where Graph has it for the resource and the subscription an address for it. */
  sendLifecycle(subscription: SubscriptionRecord, event: LifecycleEvent): boolean;
  /** Ends a subscription as its app's loss of access does; subscribers of some resources are told. */
  removeForLackOfAccess(subscription: SubscriptionRecord): void;
  /** Looks at once what is due: after a change of subscriptions or settings. */
  wake(): void;
  close(): Promise<void>;
}

const SLOW_DELAY_MS = 10 * 60_000;
/** A doubled notification comes up to this much later. */
const DOUBLE_SPREAD_MS = 1000;
const LONGEST_TIMER_MS = 60_000;

/** Change notifications and lifecycle events, from a change to its delivery, over restarts. */
export function createNotificationService(
  options: NotificationServiceOptions,
): NotificationService {
  const { subscriptions, pending, tenantId } = options;
  const log = createDeliveryLog();
  const disturbances = createDisturbances();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const wakeAt = (at: number): void => {
    if (isClosed) return;
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(at - options.now().getTime(), LONGEST_TIMER_MS));
    timer = setTimeout(tick, wait);
  };
  const wake = (): void => wakeAt(0);

  const queue = createDeliveryQueue({
    pending,
    subscriptions,
    log,
    post: options.post,
    issueValidationToken: (audience) => options.issueValidationToken(audience),
    settings: () => options.settings(),
    now: () => options.now().getTime(),
    random: () => options.random(),
    gaveUp: (notification) => {
      const subscription = subscriptions.get(notification.subscriptionId);
      if (subscription !== undefined && notification.kind === 'change') reportMissed(subscription);
    },
    commit: () => options.commit(),
    wake,
  });

  function tick(): void {
    const next = Math.min(tendSubscriptions(), queue.run());
    options.commit();
    wakeAt(next);
  }

  /** Ends what has run out, reminds of what will; tells when the next such thing is due. */
  function tendSubscriptions(): number {
    const now = options.now().getTime();
    const { notificationTimeScale } = options.settings();
    let next = Number.POSITIVE_INFINITY;
    for (const subscription of subscriptions.values()) {
      const expiresAt = Date.parse(subscription.expirationDateTime);
      if (expiresAt <= now) {
        subscriptions.remove(subscription.id);
        continue;
      }
      const reminderAt = nextReminderAt(
        {
          authorizedAt: Date.parse(subscription.authorizedAt),
          endsAt: Math.min(expiresAt, Date.parse(subscription.authorizedUntil)),
          remindedAt: subscription.remindedAt === null ? null : Date.parse(subscription.remindedAt),
        },
        notificationTimeScale,
      );
      next = Math.min(next, expiresAt);
      if (reminderAt === undefined) continue;
      if (reminderAt > now) {
        next = Math.min(next, reminderAt);
        continue;
      }
      const reminded = { ...subscription, remindedAt: new Date(now).toISOString() };
      subscriptions.put(subscription.id, reminded);
      sendLifecycle(reminded, 'reauthorizationRequired');
      next = now;
    }
    return next;
  }

  const put = (notification: Omit<PendingNotification, 'key' | 'attempts' | 'firstAttemptAt'>) => {
    const key = options.newGuid();
    pending.put(key, { key, attempts: 0, firstAttemptAt: null, ...notification });
    log.count(notification.subscriptionId, 'queued');
  };

  function sendLifecycle(subscription: SubscriptionRecord, event: LifecycleEvent): boolean {
    const resource = findSubscribableResource(subscription.path);
    const address = subscription.lifecycleNotificationUrl;
    if (address === null || resource?.lifecycleEvents.includes(event) !== true) return false;
    const now = options.now().getTime();
    put({
      subscriptionId: subscription.id,
      kind: 'lifecycle',
      address,
      audience: null,
      item: lifecycleNotification({ subscription, tenantId }, event),
      queuedAt: now,
      dueAt: now,
    });
    wake();
    return true;
  }

  /** One event is enough for all that was missed until it is delivered. */
  function reportMissed(subscription: SubscriptionRecord): void {
    const isReported = [...pending.values()].some(
      ({ kind, subscriptionId, item }) =>
        kind === 'lifecycle' &&
        subscriptionId === subscription.id &&
        item['lifecycleEvent'] === 'missed',
    );
    if (!isReported) sendLifecycle(subscription, 'missed');
  }

  const queueChange = (subscription: SubscriptionRecord, change: ResourceChange): void => {
    const { notificationDelayMs, notificationDuplicates, notificationTimeScale } =
      options.settings();
    const fate = disturbances.meet();
    if (fate === 'lose' || fate === 'loseAndReport') {
      log.count(subscription.id, 'lost');
      if (fate === 'loseAndReport') reportMissed(subscription);
      return;
    }
    const { mode } = queue.healthOf(subscription.notificationUrl);
    if (mode === 'drop') {
      log.count(subscription.id, 'dropped');
      reportMissed(subscription);
      return;
    }
    const now = options.now().getTime();
    const slow = mode === 'slow' ? SLOW_DELAY_MS / notificationTimeScale : 0;
    const dueAt = now + notificationDelayMs + slow;
    const notification = {
      subscriptionId: subscription.id,
      kind: 'change',
      address: subscription.notificationUrl,
      audience: subscription.includeResourceData
        ? (subscription.notificationUrlAppId ?? subscription.applicationId)
        : null,
      item: changeNotification({ subscription, tenantId, id: options.newGuid() }, change),
      queuedAt: now,
    } as const;
    put({ ...notification, dueAt });
    if (fate === 'double' || options.random() < notificationDuplicates) {
      const spread = (options.random() * DOUBLE_SPREAD_MS) / notificationTimeScale;
      put({ ...notification, dueAt: dueAt + spread });
    }
  };

  wake();
  return {
    log,
    disturbances,
    queue,
    hear(change) {
      for (const subscription of livingSubscriptions(options)) {
        const isMeant =
          change.subscribable.includes(subscription.path) &&
          subscription.changeType.toLowerCase().includes(change.changeType);
        if (isMeant) queueChange(subscription, change);
      }
      wake();
    },
    sendLifecycle,
    removeForLackOfAccess(subscription) {
      subscriptions.remove(subscription.id);
      sendLifecycle(subscription, 'subscriptionRemoved');
      wake();
    },
    wake,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      queue.close();
      await queue.idle();
    },
  };
}
