import type { GraphError } from '../../domain/graph-error.js';
import type { SubscriptionRefusal } from '../../domain/subscriptions/subscription-outcome.js';
import type { WatchableResource } from '../../domain/subscriptions/watchable-resource.js';
import type { GraphAccount } from '../gateway/graph-account.js';
import { watchableOf } from '../../domain/subscriptions/watch-request.js';

/** Why Graph does not let us have a subscription, in words for people. */
export interface RefusedSubscription {
  readonly reason: SubscriptionRefusal;
  readonly message: string;
  readonly advice: string;
}

/**
 * What a failed request means for the subscription; null for what passes by itself (throttling, outages) and for a
 * conflict, which is looked into first. Statuses: https://learn.microsoft.com/graph/api/subscription-post-subscriptions
 */
export function toRefusal(
  error: GraphError,
  resource: string,
  /** In whose name. */
  by: GraphAccount['kind'] = 'app',
): RefusedSubscription | null {
  const { message } = error;
  const watchable = watchableOf(resource);
  const template = watchable?.template ?? resource;
  switch (error.code) {
    case 'unauthorized':
    case 'reauth_required':
      return { reason: 'permission_lost', message, advice: error.advice };
    case 'limit_reached':
      return { reason: 'quota', message, advice: quotaAdvice };
    case 'forbidden':
      return isQuota(message)
        ? { reason: 'quota', message, advice: quotaAdvice }
        : {
            reason: 'permission_lost',
            message,
            advice: by === 'app' ? appAdvice(watchable) : personAdvice(watchable),
          };
    case 'bad_request':
      return isValidation(message)
        ? { reason: 'address_unreachable', message, advice: addressAdvice }
        : {
            reason: 'rejected',
            message,
            advice: `Check the ids in the resource against ${template}.`,
          };
    case 'not_found':
      return {
        reason: 'rejected',
        message,
        advice: 'Check whether the user, chat, team, channel, list or group still exists.',
      };
    case 'precondition_failed':
    case 'not_supported':
      return { reason: 'rejected', message, advice: error.advice };
    case 'conflict':
    case 'throttled':
    case 'resync_required':
    case 'unavailable':
    case 'failed_dependency':
    case 'timeout':
    case 'unreachable':
    case 'cancelled':
    case 'unexpected':
      return null;
  }
}

function appAdvice(watchable: WatchableResource | null): string {
  const permission = watchable?.appPermission ?? 'that the resource needs';
  return `Give the app registration the application permission ${permission} with admin consent; it is tried again every hour.`;
}

function personAdvice(watchable: WatchableResource | null): string {
  const permission = watchable?.delegatedPermission ?? 'that the resource needs';
  return `Let the person of the account sign in with the permission ${permission}, and see to it that they may read this; it is tried again every hour.`;
}

/** The id in Graph's "Subscription Id <…> already exists for the requested combination"; null where it says none. */
export function idInConflict({ message }: GraphError): string | null {
  return /Subscription Id <?([0-9a-f-]{36})>? already exists/i.exec(message)?.[1] ?? null;
}

/** Whether Graph may have refused because the end is too far away: it says so, or nothing that would be another reason. */
export function isTooLong({ code, message }: GraphError): boolean {
  if (code !== 'bad_request' || isValidation(message)) return false;
  return /expir/i.test(message) || / to \w+ \S+$/.test(message);
}

const quotaAdvice =
  'Delete subscriptions that are not needed any more, of this app or of others on the same mailbox, tenant or organisation; limits: https://learn.microsoft.com/graph/change-notifications-overview.';

const addressAdvice =
  'Microsoft Graph must reach PUBLIC_BASE_URL from the internet: check the tunnel or reverse proxy, that it lets POST /api/graph_webhook and /api/graph_webhook/lifecycle through without signing in, and that the server runs.';

function isQuota(message: string): boolean {
  return /\b(limit|quota|maximum|exceed\w*|too many)\b/i.test(message);
}

function isValidation(message: string): boolean {
  return /ValidationError|validation request|validationToken/i.test(message);
}
