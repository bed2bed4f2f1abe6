import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Keys } from '../tasks/keys.js';

/** What the endpoint needs to know of a subscription; the rest of the record is its flow's. */
const recordSchema = z.object({
  name: z.string(),
  kind: z.string(),
  resource: z.string(),
  secretHash: z.string(),
  includeResourceData: z.boolean().catch(false),
});

export type KnownSubscription = z.infer<typeof recordSchema>;

export interface KnownSubscriptions {
  /** By Graph's id. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, KnownSubscription>>;
  /**
   * For ids that `find` did not know: those being made, which may notify before Graph has told us their id, and those
   * made in this moment.
   */
  findNew(ids: readonly string[]): Promise<{
    readonly drafts: readonly KnownSubscription[];
    readonly found: ReadonlyMap<string, KnownSubscription>;
  }>;
}

/** Read anew each time, in one round trip: so a subscription counts from the moment it is written, on every replica. */
export function createKnownSubscriptions({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): KnownSubscriptions {
  const find = async (ids: readonly string[]) => {
    if (ids.length === 0) return new Map<string, KnownSubscription>();
    const found = await redis.hmget(keys.subscriptions, ...ids);
    return new Map(
      ids.flatMap((id, at) => {
        const record = parse(found[at]);
        return record === null ? [] : [[id, record] as const];
      }),
    );
  };
  return {
    find,
    async findNew(ids) {
      // In this order: whoever makes a subscription writes it before the draft goes.
      const drafts = (await redis.hvals(keys.subscriptionDrafts)).map(parse);
      return { drafts: drafts.filter((draft) => draft !== null), found: await find(ids) };
    },
  };
}

function parse(json: string | null | undefined): KnownSubscription | null {
  if (typeof json !== 'string') return null;
  try {
    return recordSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
