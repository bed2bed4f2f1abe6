import type { Notification } from './notification.js';

/** A notification that its subscriber has not taken yet, as it is stored. Times are milliseconds since 1970. */
export interface PendingNotification {
  readonly key: string;
  readonly subscriptionId: string;
  readonly kind: 'change' | 'lifecycle';
  /** Where a lifecycle event goes; changes go where their subscription now says. */
  readonly address: string;
  /** Whom a validation token is for; `null` without resource data. */
  readonly audience: string | null;
  readonly item: Notification;
  readonly queuedAt: number;
  /** Not tried before. */
  readonly dueAt: number;
  readonly attempts: number;
  readonly firstAttemptAt: number | null;
}
