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
  settings: z.string().optional(),
});

const subscriptionSchema = z.looseObject({ resource: z.string(), expiresAt: z.string() });

type StoredCapabilities = z.infer<typeof capabilitiesSchema>;

/** Which sources Graph offers, and which of them each plan has now. */
export interface SourceStore {
  /** Null before the first probe. */
  read(accountId: string): Promise<SourceCapabilities | null>;
  write(accountId: string, capabilities: SourceCapabilities): Promise<void>;
  /** Graph does not offer delta after all. */
  refuseDelta(accountId: string, reason: string): Promise<void>;
  /** The best source of every plan of an account, as of now; and whether that is to be asked anew. */
  current(accountId: string): Promise<{
    readonly sourceOf: (planId: string) => WatchSource;
    readonly wantsProbe: boolean;
  }>;
}

export function createSourceStore({
  redis,
  keys,
  isDeltaOn,
  settings,
  now,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  /** `PLANNER_DELTA=on`. */
  readonly isDeltaOn: boolean;
  /** What the answers depend on: other settings, other answers. */
  readonly settings: string;
  readonly now: () => number;
}): SourceStore {
  const read = async (accountId: string): Promise<StoredCapabilities | null> =>
    parse(await redis.hget(keys.watchSources, accountId));
  const write = async (accountId: string, capabilities: SourceCapabilities): Promise<void> => {
    await redis.hset(keys.watchSources, accountId, JSON.stringify({ ...capabilities, settings }));
  };
  return {
    read,
    write,
    async refuseDelta(accountId, reason) {
      const before = await read(accountId);
      if (before !== null)
        await write(accountId, { ...before, delta: { answer: 'refused', reason } });
    },
    async current(accountId) {
      const [capabilities, subscriptions] = await Promise.all([
        read(accountId),
        redis.hvals(keys.subscriptions),
      ]);
      const notified = livingResources(subscriptions, now());
      const isDelta = isDeltaOn && capabilities?.delta.answer === 'accepted';
      return {
        wantsProbe: capabilities?.settings !== settings,
        sourceOf(planId) {
          if (notified.has(planTasksResource(planId))) return 'notification';
          return isDelta ? 'delta' : 'sweep';
        },
      };
    },
  };
}

/** What Graph offers to each account, by its id; for people. */
export async function readCapabilities({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): Promise<ReadonlyMap<string, SourceCapabilities>> {
  const rows = Object.entries(await redis.hgetall(keys.watchSources));
  return new Map(
    rows.flatMap(([accountId, json]) => {
      const capabilities = parse(json);
      return capabilities === null ? [] : [[accountId, capabilities] as const];
    }),
  );
}

function livingResources(rows: readonly string[], now: number): ReadonlySet<string> {
  return new Set(
    rows.flatMap((json) => {
      const { data } = subscriptionSchema.safeParse(JSON.parse(json));
      return data !== undefined && Date.parse(data.expiresAt) > now ? [data.resource] : [];
    }),
  );
}

function parse(json: string | null): StoredCapabilities | null {
  return json === null ? null : (capabilitiesSchema.safeParse(JSON.parse(json)).data ?? null);
}
