import type { EmulatorSettings } from '../settings.js';
import type { Collection } from '../state/collection.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';
import type { DeliveryLog } from './delivery-log.js';
import { asOf, healthy, withAnswer, type EndpointHealth } from './endpoint-health.js';
import type { PendingNotification } from './pending-notification.js';
import type { Post, PostOutcome } from './post.js';
import { giveUpAt, nextAttemptAt } from './retry-times.js';

export interface DeliveryQueueOptions {
  readonly pending: Collection<PendingNotification>;
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly log: DeliveryLog;
  readonly post: Post;
  issueValidationToken(audience: string): Promise<string>;
  settings(): EmulatorSettings;
  now(): number;
  random(): number;
  /** Given up: the subscriber missed it. */
  gaveUp(notification: PendingNotification): void;
  commit(): void;
  /** Something may be due now. */
  wake(): void;
}

export interface DeliveryQueue {
  /** Starts what is due and tells when something is due next, in milliseconds since 1970. */
  run(): number;
  healthOf(address: string): EndpointHealth;
  addresses(): readonly string[];
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
  /** Starts nothing any more, and what is under way counts as not tried. */
  close(): void;
}

/** POSTs under way to one address. */
const CONCURRENT_POSTS = 4;
const WINDOW_MS = 10 * 60_000;

/** Brings pending notifications to their subscribers: several in a POST, repeated until they are taken or too old. */
export function createDeliveryQueue(options: DeliveryQueueOptions): DeliveryQueue {
  const { pending, subscriptions, log } = options;
  /** Keys of notifications in a POST that is not answered yet. */
  const busy = new Set<string>();
  /** POSTs by address, each by the key of its first notification. */
  const underWay = new Map<string, Set<string>>();
  const running = new Set<Promise<void>>();
  const health = new Map<string, EndpointHealth>();
  let isClosed = false;

  const addressOf = ({ kind, address, subscriptionId }: PendingNotification): string =>
    kind === 'lifecycle'
      ? address
      : (subscriptions.get(subscriptionId)?.notificationUrl ?? address);

  /** Where a pending notification stands: to be sent, to wait until a time, or to be forgotten. */
  const judge = (notification: PendingNotification): 'send' | 'forget' | number => {
    const now = options.now();
    const { notificationTimeScale, pauseAtTokenExpiry } = options.settings();
    const end = giveUpAt(
      notification.firstAttemptAt ?? notification.queuedAt,
      notificationTimeScale,
    );
    if (notification.kind === 'lifecycle') {
      return notification.dueAt > now ? notification.dueAt : 'send';
    }
    const subscription = subscriptions.get(notification.subscriptionId);
    if (subscription === undefined || Date.parse(subscription.expirationDateTime) <= now) {
      return 'forget';
    }
    const isPaused = pauseAtTokenExpiry && Date.parse(subscription.authorizedUntil) <= now;
    if (isPaused) {
      if (now < end) return end;
      giveUp(notification);
      return 'forget';
    }
    return notification.dueAt > now ? notification.dueAt : 'send';
  };

  const giveUp = (notification: PendingNotification): void => {
    pending.remove(notification.key);
    log.count(notification.subscriptionId, 'discarded');
    options.gaveUp(notification);
  };

  const deliver = async (address: string, batch: readonly PendingNotification[]): Promise<void> => {
    const { firstDeliveryTimeoutMs, retryDeliveryTimeoutMs } = options.settings();
    const attempt = (batch[0]?.attempts ?? 0) + 1;
    const body = await toBody(batch, (audience) => options.issueValidationToken(audience));
    const startedAt = options.now();
    const outcome = await options.post({
      url: address,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body,
      timeoutMs: attempt === 1 ? firstDeliveryTimeoutMs : retryDeliveryTimeoutMs,
    });
    if (isClosed) return;
    const ms = options.now() - startedAt;
    note(address, batch, { startedAt, ms, attempt, outcome });
    const isTaken = outcome.kind === 'reply' && outcome.status >= 200 && outcome.status < 300;
    for (const notification of batch) {
      if (isTaken) take(notification);
      else postpone(notification, startedAt);
    }
  };

  const note = (
    address: string,
    batch: readonly PendingNotification[],
    made: { startedAt: number; ms: number; attempt: number; outcome: PostOutcome },
  ): void => {
    const { notificationTimeScale, firstDeliveryTimeoutMs, retryDeliveryTimeoutMs } =
      options.settings();
    const { startedAt, ms, attempt, outcome } = made;
    log.add({
      at: new Date(startedAt).toISOString(),
      address,
      kind: batch[0]?.kind ?? 'change',
      subscriptionIds: [...new Set(batch.map(({ subscriptionId }) => subscriptionId))],
      notifications: batch.length,
      attempt,
      status: outcome.kind === 'reply' ? outcome.status : outcome.kind,
      ms,
    });
    const after = withAnswer(
      health.get(address) ?? healthy,
      { at: options.now(), ms },
      {
        windowMs: WINDOW_MS / notificationTimeScale,
        slowMs: firstDeliveryTimeoutMs,
        dropMs: retryDeliveryTimeoutMs,
      },
    );
    health.set(address, after);
  };

  const take = (notification: PendingNotification): void => {
    pending.remove(notification.key);
    log.count(notification.subscriptionId, 'delivered');
    log.latency(notification.subscriptionId, options.now() - notification.queuedAt);
  };

  const postpone = (notification: PendingNotification, startedAt: number): void => {
    // It may have been forgotten while it was under way.
    if (pending.get(notification.key) === undefined) return;
    log.count(notification.subscriptionId, 'failedAttempts');
    const firstAttemptAt = notification.firstAttemptAt ?? startedAt;
    const attempts = notification.attempts + 1;
    const dueAt = nextAttemptAt({
      attempts,
      firstAttemptAt,
      now: options.now(),
      timeScale: options.settings().notificationTimeScale,
      random: options.random(),
    });
    if (dueAt === undefined) giveUp(notification);
    else pending.put(notification.key, { ...notification, attempts, firstAttemptAt, dueAt });
  };

  const start = (address: string, batch: readonly PendingNotification[]): void => {
    const keys = underWay.get(address) ?? new Set();
    underWay.set(address, keys);
    const lane = batch[0]?.key ?? '';
    keys.add(lane);
    for (const { key } of batch) busy.add(key);
    const task = deliver(address, batch).finally(() => {
      keys.delete(lane);
      for (const { key } of batch) busy.delete(key);
      running.delete(task);
      if (isClosed) return;
      options.commit();
      options.wake();
    });
    running.add(task);
  };
  return {
    run() {
      const { notificationsHeld, notificationsPerPost, notificationOrder } = options.settings();
      if (isClosed || notificationsHeld) return Number.POSITIVE_INFINITY;
      let next = Number.POSITIVE_INFINITY;
      const ready = new Map<string, PendingNotification[]>();
      for (const notification of pending.values()) {
        if (busy.has(notification.key)) continue;
        const verdict = judge(notification);
        if (typeof verdict === 'number') next = Math.min(next, verdict);
        else if (verdict === 'forget') pending.remove(notification.key);
        else {
          const lane = `${notification.kind} ${notification.attempts} ${addressOf(notification)}`;
          const others = ready.get(lane);
          if (others === undefined) ready.set(lane, [notification]);
          else others.push(notification);
        }
      }
      for (const notifications of ready.values()) {
        if (notificationOrder === 'shuffled') shuffle(notifications, options.random);
        const [first] = notifications;
        if (first === undefined) continue;
        const address = addressOf(first);
        while (notifications.length > 0 && (underWay.get(address)?.size ?? 0) < CONCURRENT_POSTS) {
          start(address, notifications.splice(0, notificationsPerPost));
        }
      }
      return next;
    },
    healthOf: (address) => asOf(health.get(address) ?? healthy, options.now()),
    addresses: () => [...health.keys()],
    async idle() {
      await Promise.allSettled(running);
    },
    close() {
      isClosed = true;
    },
  };
}

async function toBody(
  batch: readonly PendingNotification[],
  issueToken: (audience: string) => Promise<string>,
): Promise<string> {
  const audiences = new Set(batch.flatMap(({ audience }) => (audience === null ? [] : [audience])));
  const tokens = await Promise.all([...audiences].map((audience) => issueToken(audience)));
  return JSON.stringify({
    value: batch.map(({ item }) => item),
    ...(tokens.length === 0 ? {} : { validationTokens: tokens }),
  });
}

function shuffle(values: unknown[], random: () => number): void {
  for (let index = values.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [values[index], values[other]] = [values[other], values[index]];
  }
}
