import { GraphError } from '../domain/graph-error.js';
import type { SubscriptionOutcome } from '../domain/subscriptions/subscription-outcome.js';
import {
  toRefusal,
  type RefusedSubscription,
} from '../graph/subscriptions/subscription-refusal.js';
import { accountOfId } from '../graph/gateway/graph-account.js';
import { accountOf, type WantedSubscription } from './wanted-subscriptions.js';
import type { SubscriptionStatuses } from './subscription-status.js';

/** Notes why there is no subscription, and tells operators. */
export async function refuse(
  { statuses }: { readonly statuses: SubscriptionStatuses },
  resource: string,
  refused: RefusedSubscription,
  retryAfterMs: number | null = null,
): Promise<SubscriptionOutcome> {
  const { reason } = refused;
  await statuses.fail(resource, { state: reason }, refused);
  return { kind: 'refused', reason, retryAfterMs };
}

/**
 * Runs a request about a subscription: what Graph refuses for good is an outcome. What passes by itself goes on as the
 * error, noted in the status, so that Temporal waits and tries again.
 */
export async function unlessRefused(
  deps: { readonly statuses: SubscriptionStatuses },
  { resource, accountId }: Pick<WantedSubscription, 'resource' | 'accountId'>,
  request: () => Promise<SubscriptionOutcome>,
): Promise<SubscriptionOutcome> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const { kind } = accountOfId(accountOf({ accountId }));
    const refused = toRefusal(error, resource, kind);
    if (refused !== null) return refuse(deps, resource, refused, error.retryAfterMs);
    await deps.statuses.note(resource, { error: `${error.message}. ${error.advice}` });
    throw error;
  }
}
