import { renewalTime } from '../domain/subscriptions/lifetime.js';
import type { SubscriptionOutcome } from '../domain/subscriptions/subscription-outcome.js';
import { withLongestLife } from './longest-life.js';
import { unlessRefused } from './refuse.js';
import type { SubscriptionDeps } from './subscription-deps.js';
import type { SubscriptionRow } from './subscription-rows.js';

interface Known {
  readonly name: string;
  readonly subscriptionId: string;
}

/** Gives it as long a life as Graph allows, and the present certificate. May be repeated. */
export async function renewSubscription(
  deps: SubscriptionDeps,
  known: Known,
): Promise<SubscriptionOutcome> {
  return ifStillOurs(deps, known, async (row) => {
    const { resource, includeResourceData } = row;
    const current = includeResourceData ? await deps.currentCertificate() : null;
    const certificate = current !== null && current.id !== row.certificateId ? current : null;
    const renewed = await withLongestLife(row, deps.now(), (expiresAt) =>
      deps.clientOf(row.accountId).renew(known.subscriptionId, { expiresAt, certificate }),
    );
    if (renewed === null) return null;
    const renewAt = renewalTime(deps.now(), renewed.expiresAt, deps.random());
    const times = {
      expiresAt: new Date(renewed.expiresAt).toISOString(),
      renewAt: new Date(renewAt).toISOString(),
    };
    const certificateId = certificate?.id ?? row.certificateId;
    await deps.rows.write(known.subscriptionId, { ...row, ...times, certificateId });
    await deps.statuses.recover(resource, { state: 'active', ...times });
    return {
      kind: 'standing',
      subscriptionId: known.subscriptionId,
      expiresAt: renewed.expiresAt,
      renewAt,
      isFresh: true,
      mustResync: false,
      mustRenew: false,
    };
  });
}

/** Lets it go on with a new token; its end stays. May be repeated. */
export async function reauthorizeSubscription(
  deps: SubscriptionDeps,
  known: Known,
): Promise<SubscriptionOutcome> {
  return ifStillOurs(deps, known, async ({ resource, accountId }) => {
    if (!(await deps.clientOf(accountId).reauthorize(known.subscriptionId))) return null;
    await deps.statuses.recover(resource, { state: 'active' });
    return { kind: 'reauthorized' };
  });
}

/** `request` answers null where Graph does not know the subscription. */
async function ifStillOurs(
  deps: SubscriptionDeps,
  { name, subscriptionId }: Known,
  request: (row: SubscriptionRow) => Promise<SubscriptionOutcome | null>,
): Promise<SubscriptionOutcome> {
  const wanted = await deps.wanted.read(name);
  if (wanted === null || wanted.removing === true) return { kind: 'unwanted' };
  const row = (await deps.rows.all()).get(subscriptionId);
  if (row === undefined) return { kind: 'gone' };
  return unlessRefused(deps, wanted, async () => {
    const outcome = await request(row);
    if (outcome !== null) return outcome;
    await deps.rows.drop(subscriptionId);
    return { kind: 'gone' };
  });
}
