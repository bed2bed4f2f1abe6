import type { GraphError } from '../domain/graph-error.js';
import type { GraphSubscription } from '../graph/subscriptions/subscription-client.js';
import type { RefusedSubscription } from '../graph/subscriptions/subscription-refusal.js';

/** Why there cannot be another one. `otherResource`: the one that is there is ours, under another spelling. */
export function duplicateOf(
  found: GraphSubscription,
  otherResource: string | undefined,
): RefusedSubscription {
  const host = URL.canParse(found.notificationUrl) ? new URL(found.notificationUrl).host : '?';
  const who =
    otherResource === undefined
      ? `another program of the same app registration, at ${host}, is subscribed to it already`
      : `it is subscribed to already as ${otherResource}`;
  return {
    reason: 'duplicate',
    message: `Microsoft Graph takes a resource once per app registration, and ${who}`,
    advice,
  };
}

/** Graph says that there is one, and shows none. */
export function unseenDuplicate({ message }: GraphError): RefusedSubscription {
  return { reason: 'duplicate', message, advice };
}

const advice =
  'Ask for other kinds of change, end the other subscription, or wait until it ends by itself.';
