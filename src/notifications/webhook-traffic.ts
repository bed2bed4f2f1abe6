import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';

/** What has come to the endpoint and what became of it, over all replicas and restarts. */
export interface WebhookTraffic {
  /** Graph has asked whether we are here. Neither waits nor throws: its answer must not depend on Redis. */
  noteHandshake(): void;
  read(): Promise<WebhookCounts>;
}

export interface WebhookCounts {
  /** By name; one that never happened is absent. */
  readonly counts: ReadonlyMap<string, number>;
  /** Times in UTC, null where it never happened. */
  readonly handshakeAt: string | null;
  readonly lastReceivedAt: string | null;
  readonly lastPublishedAt: string | null;
  readonly inbox: { readonly waiting: number; readonly oldestAt: number | null };
}

/** Anybody may ask: noted once a second. */
const noteEveryMs = 1_000;

export function createWebhookTraffic({
  redis,
  keys,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: () => number;
}): WebhookTraffic {
  let notedAt = Number.NEGATIVE_INFINITY;
  return {
    noteHandshake() {
      if (now() - notedAt < noteEveryMs) return;
      notedAt = now();
      const at = new Date(notedAt).toISOString();
      redis.hset(keys.webhookCounters, 'handshakeAt', at).catch(() => {
        notedAt = Number.NEGATIVE_INFINITY;
      });
    },
    async read() {
      const [fields, waiting, oldest] = await Promise.all([
        redis.hgetall(keys.webhookCounters),
        redis.xlen(keys.inbox),
        redis.xrange(keys.inbox, '-', '+', 'COUNT', 1),
      ]);
      const { handshakeAt, lastReceivedAt, lastPublishedAt, mark: _, ...counted } = fields;
      const counts = Object.entries(counted).map(([name, count]) => [name, Number(count)] as const);
      return {
        counts: new Map(counts.filter(([, count]) => Number.isFinite(count))),
        handshakeAt: handshakeAt ?? null,
        lastReceivedAt: lastReceivedAt ?? null,
        lastPublishedAt: lastPublishedAt ?? null,
        inbox: { waiting, oldestAt: toMs(oldest[0]?.[0]) },
      };
    },
  };
}

/** The id of a stream's entry begins with when it was added. */
function toMs(entryId: string | undefined): number | null {
  return entryId === undefined ? null : Number(entryId.split('-', 1)[0]);
}
