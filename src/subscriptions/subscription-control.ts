import { appAccountId } from '../domain/accounts/account.js';
import { ProblemError } from '../domain/problem.js';
import { accountOfId, personOf } from '../graph/gateway/graph-account.js';
import { checkWatch } from '../domain/subscriptions/watch-request.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { SubscriptionStarter } from './standing-subscriptions.js';
import { subscriptionName } from './subscription-name.js';
import type { SubscriptionStatus, SubscriptionStatuses } from './subscription-status.js';
import { toWanted } from './to-wanted.js';
import {
  accountOf,
  type WantedSubscription,
  type WantedSubscriptions,
} from './wanted-subscriptions.js';

/** A subscription as people and agents see it. */
export interface ListedSubscription extends Omit<SubscriptionStatus, 'name'> {
  /** Our own stable name. */
  readonly id: string;
  readonly resource: string;
  readonly kind: WantedSubscription['kind'];
  readonly changeTypes: WantedSubscription['changeTypes'];
  readonly includeResourceData: boolean;
  readonly origin: WantedSubscription['origin'];
  readonly by: string;
  readonly accountId: string;
}

/** What callers decide about subscriptions. ProblemError subscription_not_found for an id that nobody knows. */
export interface SubscriptionControl {
  /** With the public address; null: Graph cannot notify at all. */
  list(): Promise<{
    readonly publicAddress: string | null;
    readonly subscriptions: readonly ListedSubscription[];
  }>;
  /** Idempotent. ProblemError invalid_input, no_public_address, subscription_configured, account_forbidden. */
  subscribe(wanted: SubscribeInput, by: string): Promise<ListedSubscription>;
  /** ProblemError subscription_configured: what SUBSCRIPTIONS names would come again. */
  unsubscribe(id: string): Promise<ListedSubscription>;
  /** ProblemError temporal_unavailable. */
  renewNow(id: string): Promise<ListedSubscription>;
}

export interface SubscribeInput {
  readonly resource: string;
  readonly changeTypes?: readonly string[] | undefined;
  readonly includeResourceData?: boolean | undefined;
  /** In whose name; default: the app's. */
  readonly accountId?: string;
  /** The accounts of whoever asks: what is watched in the name of another's is not theirs to take over. */
  readonly ownAccountIds?: readonly string[];
}

export function createSubscriptionControl(deps: {
  readonly wanted: WantedSubscriptions;
  readonly statuses: SubscriptionStatuses;
  readonly flows: SubscriptionStarter;
  readonly publicBaseUrl: string | null;
  readonly now: () => number;
}): SubscriptionControl {
  const { wanted, statuses, flows, publicBaseUrl, now } = deps;

  const known = async (id: string): Promise<WantedSubscription> => {
    const row = await wanted.read(id);
    if (row !== null) return row;
    const detail = `There is no subscription ${id}; webhook_list_subscriptions shows those that there are`;
    throw new ProblemError('subscription_not_found', detail);
  };
  const shown = async (id: string, row: WantedSubscription): Promise<ListedSubscription> =>
    toListed(id, row, await statuses.read(row.resource));

  return {
    list: () =>
      withRedis(async () => {
        const [rows, all] = await Promise.all([wanted.all(), statuses.all()]);
        const subscriptions = [...rows]
          .map(([id, row]) => toListed(id, row, all.get(row.resource) ?? null))
          .toSorted((one, other) => one.resource.localeCompare(other.resource));
        return { publicAddress: publicBaseUrl, subscriptions };
      }),

    subscribe: (input, by) =>
      withRedis(async () => {
        const request = checked(input);
        if (publicBaseUrl === null) throw noAddress();
        const id = subscriptionName(request.resource);
        const before = await wanted.read(id);
        const at = new Date(now()).toISOString();
        const { accountId = appAccountId, ownAccountIds = [] } = input;
        const row = toWanted(request, { origin: 'operation', by, at, accountId });
        if (before !== null && before.removing !== true) {
          if (isSame(before, row)) return shown(id, before);
          if (before.origin !== 'operation') throw keptFor(before);
          const isOthers = accountOf(before) !== appAccountId;
          if (isOthers && !ownAccountIds.includes(accountOf(before))) throw othersWatch(before);
        }
        await wanted.write(id, row);
        await statuses.note(row.resource, { name: id, state: 'creating', error: null });
        await soon(flows.renewNow(id));
        return shown(id, row);
      }),

    unsubscribe: (id) =>
      withRedis(async () => {
        const row = await known(id);
        if (row.origin !== 'operation' && row.removing !== true) throw keptFor(row);
        await wanted.write(id, { ...row, removing: true });
        await statuses.note(row.resource, { name: id, state: 'removing' });
        await soon(flows.unsubscribe(id));
        return shown(id, row);
      }),

    renewNow: (id) =>
      withRedis(async () => {
        const row = await known(id);
        await flows.renewNow(id).catch((error: unknown) => {
          throw temporalAway(error);
        });
        return shown(id, row);
      }),
  };
}

/** Without Temporal it happens within a minute after that is back: what is wanted is in Redis. */
async function soon(signal: Promise<void>): Promise<void> {
  await signal.catch(() => undefined);
}

function checked({ resource, changeTypes, includeResourceData, accountId }: SubscribeInput) {
  const personId = personOf(accountOfId(accountId ?? appAccountId));
  const result = checkWatch({
    resource,
    ...(personId !== null && { personId }),
    ...(changeTypes !== undefined && { changeTypes }),
    ...(includeResourceData !== undefined && { includeResourceData }),
  });
  if (result.kind === 'good') return result.request;
  const { field, message } = result;
  throw new ProblemError('invalid_input', `${field}: ${message}`, { errors: [{ field, message }] });
}

function isSame(one: WantedSubscription, other: WantedSubscription): boolean {
  return (
    accountOf(one) === accountOf(other) &&
    one.includeResourceData === other.includeResourceData &&
    one.changeTypes.join() === other.changeTypes.join()
  );
}

function toListed(
  id: string,
  row: WantedSubscription,
  status: SubscriptionStatus | null,
): ListedSubscription {
  const { resource, kind, changeTypes, includeResourceData, origin, by } = row;
  return {
    id,
    resource,
    kind,
    changeTypes,
    includeResourceData,
    origin,
    by,
    accountId: accountOf(row),
    state: status?.state ?? 'creating',
    expiresAt: status?.expiresAt ?? null,
    renewAt: status?.renewAt ?? null,
    lastNotificationAt: status?.lastNotificationAt ?? null,
    address: status?.address ?? null,
    error: status?.error ?? null,
    checkedAt: status?.checkedAt ?? null,
  };
}

function noAddress(): ProblemError {
  return new ProblemError(
    'no_public_address',
    'Microsoft Graph cannot reach this server: set PUBLIC_BASE_URL to its public https origin',
  );
}

function othersWatch({ resource }: WantedSubscription): ProblemError {
  const message = 'is watched in the name of an account that is not yours';
  return new ProblemError('account_forbidden', `${resource} ${message}`, {
    errors: [{ field: 'resource', message }],
  });
}

function keptFor({ origin, resource }: WantedSubscription): ProblemError {
  const why =
    origin === 'watch'
      ? 'belongs to a linked plan, and goes with it (sync_remove_plan)'
      : 'is in SUBSCRIPTIONS: change it there and start the server anew';
  return new ProblemError('subscription_configured', `${resource} ${why}`);
}

function temporalAway(cause: unknown): ProblemError {
  const problem = new ProblemError(
    'temporal_unavailable',
    'Temporal cannot be reached right now; try again in a moment',
  );
  problem.cause = cause;
  return problem;
}
