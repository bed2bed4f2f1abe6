import type { SubscriptionOutcome } from '../domain/subscriptions/subscription-outcome.js';
import { deleteAtGraph } from './delete-at-graph.js';
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
  for (const [id, accountId] of await idsToDelete(deps, name, wanted?.resource)) {
    await deleteAtGraph(deps, id, accountId);
    await deps.rows.drop(id);
  }
  const isGone = await deps.call('tandem_subscription_finish_v1', deps.keys.namespace, name);
  if (isGone === 0) return { kind: 'wanted' };
  await deps.forgetChanges(name);
  return { kind: 'removed' };
}

/** Those that we know of and, where a POST went unanswered, what it made; each with its account. */
async function idsToDelete(
  { rows, clientOf, publicBaseUrl }: SubscriptionDeps,
  name: string,
  resource: string | undefined,
): Promise<readonly (readonly [id: string, accountId: string])[]> {
  const ids = (await rows.ofName(name)).map(([id, { accountId }]) => [id, accountId] as const);
  const draft = await rows.draft(name);
  if (draft === null || publicBaseUrl === null) return ids;
  const { accountId } = draft;
  const { notificationUrl } = addressesAt(publicBaseUrl);
  const known = await rows.all();
  const unheard = (await clientOf(accountId).list()).filter(
    (found) =>
      found.notificationUrl === notificationUrl &&
      !known.has(found.id) &&
      toOwnSpelling(found.resource) === resource,
  );
  return [...ids, ...unheard.map(({ id }) => [id, accountId] as const)];
}
