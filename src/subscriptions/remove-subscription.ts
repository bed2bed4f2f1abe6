import { GraphError } from '../domain/graph-error.js';
import type { SubscriptionOutcome } from '../domain/subscriptions/subscription-outcome.js';
import { addressesAt, type SubscriptionDeps } from './subscription-deps.js';
import { toOwnSpelling } from '../domain/subscriptions/watch-request.js';

/** Deletes it at Graph and forgets it, unless somebody wants it again by now. May be repeated. */
export async function removeSubscription(
  deps: SubscriptionDeps,
  name: string,
): Promise<SubscriptionOutcome> {
  const wanted = await deps.wanted.read(name);
  if (wanted !== null && wanted.removing !== true) return { kind: 'wanted' };
  if (wanted !== null) await deps.statuses.note(wanted.resource, { name, state: 'removing' });
  for (const id of await idsToDelete(deps, name, wanted?.resource)) {
    await deleteAtGraph(deps, id);
    await deps.rows.drop(id);
  }
  const isGone = await deps.call('tandem_subscription_finish_v1', deps.keys.namespace, name);
  if (isGone === 0) return { kind: 'wanted' };
  await deps.forgetChanges(name);
  return { kind: 'removed' };
}

/** Those that we know of and, where a POST went unanswered, what it made. */
async function idsToDelete(
  { rows, client, publicBaseUrl }: SubscriptionDeps,
  name: string,
  resource: string | undefined,
): Promise<readonly string[]> {
  const ids = (await rows.ofName(name)).map(([id]) => id);
  if ((await rows.draft(name)) === null || publicBaseUrl === null) return ids;
  const { notificationUrl } = addressesAt(publicBaseUrl);
  const known = await rows.all();
  const unheard = (await client.list()).filter(
    (found) =>
      found.notificationUrl === notificationUrl &&
      !known.has(found.id) &&
      toOwnSpelling(found.resource) === resource,
  );
  return [...ids, ...unheard.map(({ id }) => id)];
}

/** Where we may not delete it any more it ends by itself, and its notifications are those of a stranger. */
async function deleteAtGraph({ client }: SubscriptionDeps, id: string): Promise<void> {
  try {
    await client.delete(id);
  } catch (error) {
    const isRefused =
      error instanceof GraphError && ['forbidden', 'bad_request'].includes(error.code);
    if (!isRefused) throw error;
  }
}
