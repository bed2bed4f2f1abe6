import type { Redis } from 'ioredis';
import * as z from 'zod';
import {
  planTasksResource,
  probeAnswers,
  type SourceCapabilities,
  type WatchSource,
} from '../../domain/watch-source.js';
import type { Keys } from '../../tasks/keys.js';

const answerSchema = z.object({ answer: z.enum(probeAnswers), reason: z.string() });
const capabilitiesSchema = z.object({
  probedAt: z.string(),
  notification: answerSchema,
  delta: answerSchema,
});

const subscriptionSchema = z.looseObject({ resource: z.string(), expiresAt: z.string() });

/** Which sources Graph offers, and which of them each plan has now. */
export interface SourceStore {
  /** Null before the first probe. */
  read(accountId: string): Promise<SourceCapabilities | null>;
  all(): Promise<ReadonlyMap<string, SourceCapabilities>>;
  write(accountId: string, capabilities: SourceCapabilities): Promise<void>;
  /** The best source of every plan of an account, as of now. */
  current(accountId: string): Promise<(planId: string) => WatchSource>;
}

export function createSourceStore({
  redis,
  keys,
  isDeltaOn,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  /** `PLANNER_DELTA=on`. */
  readonly isDeltaOn: boolean;
  readonly now: () => number;
}): SourceStore {
  const read = async (accountId: string): Promise<SourceCapabilities | null> =>
    parse(await redis.hget(keys.watchSources, accountId));
  return {
    read,
    async all() {
      const rows = Object.entries(await redis.hgetall(keys.watchSources));
      return new Map(
        rows.flatMap(([accountId, json]) => {
          const capabilities = parse(json);
          return capabilities === null ? [] : [[accountId, capabilities] as const];
        }),
      );
    },
    async write(accountId, capabilities) {
      await redis.hset(keys.watchSources, accountId, JSON.stringify(capabilities));
    },
    async current(accountId) {
      const [capabilities, subscriptions] = await Promise.all([
        read(accountId),
        redis.hvals(keys.subscriptions),
      ]);
      const notified = livingResources(subscriptions, now());
      const isDelta = isDeltaOn && capabilities?.delta.answer === 'accepted';
      return (planId) => {
        if (notified.has(planTasksResource(planId))) return 'notification';
        return isDelta ? 'delta' : 'sweep';
      };
    },
  };
}

function livingResources(rows: readonly string[], now: number): ReadonlySet<string> {
  return new Set(
    rows.flatMap((json) => {
      const { data } = subscriptionSchema.safeParse(JSON.parse(json));
      return data !== undefined && Date.parse(data.expiresAt) > now ? [data.resource] : [];
    }),
  );
}

function parse(json: string | null): SourceCapabilities | null {
  return json === null ? null : (capabilitiesSchema.safeParse(JSON.parse(json)).data ?? null);
}
