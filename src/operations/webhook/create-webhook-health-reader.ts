import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { WebhookTraffic } from '../../notifications/webhook-traffic.js';
import type { Keys } from '../../tasks/keys.js';
import { withRedis } from '../../tasks/redis-problem.js';
import type { WebhookHealth, WebhookHealthReader } from './webhook-health.js';

export interface WebhookHealthDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly traffic: Pick<WebhookTraffic, 'read'>;
  /** Origin at which Graph reaches the server; null: nowhere. */
  readonly publicBaseUrl: string | null;
  /** What is away, in a sentence; null where all is well. */
  readonly outage: () => string | null;
  readonly now: () => number;
}

/** What is read here of how a subscription stands. */
const statusSchema = z.object({
  name: z.string(),
  state: z.string(),
  expiresAt: z.string().nullish(),
  error: z.string().nullish(),
});

/** States in which all is well, or soon will be. */
const goodStates = new Set(['active', 'creating', 'removing']);
const shownReasons = 10;
const lateMs = 60_000;

export function createWebhookHealthReader(deps: WebhookHealthDeps): WebhookHealthReader {
  const { redis, keys, traffic, publicBaseUrl, outage, now } = deps;
  return {
    read: () =>
      withRedis(async () => {
        const [{ counts, inbox, ...times }, statuses] = await Promise.all([
          traffic.read(),
          readStatuses(),
        ]);
        const changes = await countChanges(statuses.map(({ name }) => name));
        const oldestMs = inbox.oldestAt === null ? null : Math.max(0, now() - inbox.oldestAt);
        const missing = publicBaseUrl === null ? noAddress : null;
        const failing = statuses.filter((status) => isFailing(status, now()));
        const reasons = [
          ...(missing !== null && statuses.length > 0 ? [missing] : []),
          ...[outage()].filter((reason) => reason !== null),
          ...(oldestMs !== null && oldestMs > lateMs ? [late(inbox.waiting)] : []),
          ...failing.slice(0, shownReasons).map(reasonOf),
        ];
        return {
          status: reasons.length === 0 ? 'healthy' : 'degraded',
          reasons,
          address: {
            notificationUrl: publicBaseUrl === null ? null : `${publicBaseUrl}/api/graph_webhook`,
            missing,
            handshakeAt: times.handshakeAt,
          },
          subscriptions: { total: statuses.length, byState: byState(statuses) },
          notifications: {
            ...countsOf(counts),
            lastReceivedAt: times.lastReceivedAt,
            lastPublishedAt: times.lastPublishedAt,
          },
          waiting: { inbox: inbox.waiting, oldestMs, changes },
        };
      }),
  };

  async function readStatuses() {
    const found = Object.entries(await redis.hgetall(keys.webhookStatus));
    return found.flatMap(([resource, json]) => {
      const status = statusSchema.safeParse(JSON.parse(json)).data;
      return status === undefined ? [] : [{ resource, ...status }];
    });
  }

  async function countChanges(names: readonly string[]): Promise<number> {
    const counts = await Promise.all(
      [...new Set(names)].map((name) => redis.hlen(keys.subscriptionChanges(name))),
    );
    return counts.reduce((sum, one) => sum + one, 0);
  }
}

/** Also while it is being tried, in vain so far, and where it ended before it could be renewed. */
function isFailing({ state, error, expiresAt }: Status, at: number): boolean {
  if (!goodStates.has(state)) return true;
  const isInVain = state === 'creating' && error != null;
  const isOver = state === 'active' && expiresAt != null && Date.parse(expiresAt) <= at;
  return isInVain || isOver;
}

type Status = z.infer<typeof statusSchema> & { readonly resource: string };

const noAddress =
  'No public address is set, so Graph cannot notify: set PUBLIC_BASE_URL to the https address at which it reaches this server.';

function late(waiting: number): string {
  return `${waiting} accepted notifications wait for more than a minute; the log of the server says why.`;
}

function reasonOf({ resource, state, error }: Status): string {
  const why = state === 'active' ? 'the subscription ended before it was renewed' : state;
  return `Graph does not notify about ${resource}: ${error ?? why}`;
}

function byState(statuses: readonly Status[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of statuses) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function countsOf(counts: ReadonlyMap<string, number>) {
  const of = (name: string): number => counts.get(name) ?? 0;
  return {
    received: of('received'),
    accepted: of('accepted'),
    lifecycle: of('lifecycle'),
    unknown: of('unknown'),
    wrongState: of('wrongState'),
    invalidToken: of('invalidToken'),
    malformed: of('malformed') + of('unreadable'),
    repeated: of('repeated') + of('unchanged') + of('outdated'),
    tampered: of('tampered'),
    published: of('published'),
  } satisfies Partial<WebhookHealth['notifications']>;
}
