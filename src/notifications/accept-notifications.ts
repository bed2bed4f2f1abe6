import { ProblemError } from '../domain/problem.js';
import { toResourceText } from '../graph/resources/resource-path.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { withRedis } from '../tasks/redis-problem.js';
import { isClientState } from './client-state.js';
import type { ChangeEntry, LifecycleEntry } from './inbox-entry.js';
import type { KnownSubscription, KnownSubscriptions } from './known-subscriptions.js';
import { parseNotificationBody, type NotificationItem } from './notification-body.js';

export interface AcceptDeps {
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly known: KnownSubscriptions;
  readonly now: () => number;
}

/**
 * Stores what one POST of Graph brings, in one step. Resolves when it is kept: notifications of unknown subscriptions and
 * those with a wrong `clientState` are counted and dropped, without a sign to the sender. Rejects with ProblemError 400
 * for what is no notification, and 503 where it could not be kept, so that Graph comes again.
 */
export type AcceptNotifications = (json: unknown) => Promise<void>;

/** Names of fields of the counters' hash. */
type Count = 'received' | 'accepted' | 'lifecycle' | 'unknown' | 'wrongState' | 'malformed';

export function createAcceptNotifications(deps: AcceptDeps): AcceptNotifications {
  const { keys, call, known, now } = deps;
  return async (json) => {
    const body = parseNotificationBody(json);
    if (body === null) {
      throw new ProblemError('invalid_input', 'Not the notifications of Microsoft Graph');
    }
    const counts = new Map<Count, number>();
    const count = (what: Count, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
    count('received', body.items.length + body.malformed);
    if (body.malformed > 0) count('malformed', body.malformed);

    await withRedis(async () => {
      const subscriptionOf = await resolve(body.items);
      const entries: string[] = [];
      for (const item of body.items) {
        const subscription = subscriptionOf(item);
        if (typeof subscription === 'string') {
          count(subscription);
          continue;
        }
        count(item.kind === 'change' ? 'accepted' : 'lifecycle');
        const entry = toEntry(item, subscription, body.validationTokens);
        entries.push(item.subscriptionId, subscription.name, item.kind, JSON.stringify(entry));
      }
      const counted = JSON.stringify(Object.fromEntries(counts));
      const stored = await call(
        'tandem_notifications_accept_v1',
        keys.namespace,
        counted,
        ...entries,
      );
      if (stored === -1) {
        throw new ProblemError('inbox_full', 'Too many notifications wait; send them again later');
      }
    });
  };

  /** Whose each item is, or why it is nobody's. */
  async function resolve(items: readonly NotificationItem[]) {
    const ids = [...new Set(items.map((item) => item.subscriptionId))];
    const found = new Map(await known.find(ids));
    const missing = ids.filter((id) => !found.has(id));
    let drafts: readonly KnownSubscription[] = [];
    if (missing.length > 0) {
      const newer = await known.findNew(missing);
      drafts = newer.drafts;
      for (const [id, record] of newer.found) found.set(id, record);
    }
    return (item: NotificationItem): KnownSubscription | 'unknown' | 'wrongState' => {
      const record = found.get(item.subscriptionId);
      if (record !== undefined) {
        return isClientState(item.clientState, record.secretHash) ? record : 'wrongState';
      }
      let own: KnownSubscription | null = null;
      // Every draft is compared, so that the time says nothing about which one was near.
      for (const draft of drafts)
        if (isClientState(item.clientState, draft.secretHash)) own = draft;
      return own ?? 'unknown';
    };
  }

  function toEntry(
    item: NotificationItem,
    { kind, resource }: KnownSubscription,
    tokens: readonly string[],
  ): ChangeEntry | LifecycleEntry {
    if (item.kind === 'lifecycle') return { event: item.event };
    const { version, tenantId } = item;
    // Content for which nobody vouches is not used: Graph is asked, as without content.
    const encrypted = tokens.length === 0 ? null : item.encrypted;
    return {
      changeType: item.changeType,
      resource: toResourceText(item.path),
      ...(version !== null && { version }),
      about: {
        kind,
        resourceId: item.resourceId,
        watched: resource,
        at: now(),
        ...(encrypted !== null && { encrypted }),
      },
      ...(encrypted !== null && { proof: { tenantId, tokens: [...tokens] } }),
    };
  }
}
