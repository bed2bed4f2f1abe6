import type { Redis } from 'ioredis';
import * as z from 'zod';
import { watchedKinds } from '../domain/subscriptions/watchable-resource.js';
import type { Keys } from '../tasks/keys.js';

/** What the side that takes notifications must know about one that is being made. */
const draftSchema = z.looseObject({
  name: z.string(),
  kind: z.enum(watchedKinds),
  resource: z.string(),
  /** A comma list, in the order created, updated, deleted. */
  changeType: z.string(),
  /** SHA-256 of the clientState, hexadecimal; the clientState itself is kept nowhere. */
  secretHash: z.string(),
  includeResourceData: z.boolean(),
  certificateId: z.string().nullable(),
  accountId: z.string(),
  /** An earlier POST may still be applied: what Graph has may then hold another secret. */
  isUncertain: z.boolean().optional(),
});
const rowSchema = draftSchema.extend({
  /** UTC. */
  expiresAt: z.string(),
  /** UTC. */
  renewAt: z.string().optional(),
});

export type SubscriptionDraft = z.infer<typeof draftSchema>;
export type SubscriptionRow = z.infer<typeof rowSchema>;

/** Which subscriptions at Graph are ours, by Graph's id, and which are being made, by name. */
export interface SubscriptionRows {
  all(): Promise<ReadonlyMap<string, SubscriptionRow>>;
  /** More than one only after something went wrong in between. */
  ofName(name: string): Promise<readonly (readonly [id: string, row: SubscriptionRow])[]>;
  write(id: string, row: SubscriptionRow): Promise<void>;
  drop(id: string): Promise<void>;
  draft(name: string): Promise<SubscriptionDraft | null>;
  /** The names of those that are being made. */
  draftNames(): Promise<readonly string[]>;
  writeDraft(draft: SubscriptionDraft): Promise<void>;
  dropDraft(name: string): Promise<void>;
  /** Graph has made what the draft of that name asked for; in one step. */
  adopt(id: string, row: SubscriptionRow): Promise<void>;
}

export function createSubscriptionRows({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): SubscriptionRows {
  const all = async (): Promise<ReadonlyMap<string, SubscriptionRow>> => {
    const found = Object.entries(await redis.hgetall(keys.subscriptions));
    return new Map(
      found.flatMap(([id, json]) => {
        const row = rowSchema.safeParse(JSON.parse(json)).data;
        return row === undefined ? [] : [[id, row] as const];
      }),
    );
  };
  return {
    all,
    ofName: async (name) => [...(await all())].filter(([, row]) => row.name === name),
    async write(id, row) {
      await redis.hset(keys.subscriptions, id, JSON.stringify(row));
    },
    async drop(id) {
      await redis.hdel(keys.subscriptions, id);
    },
    async draft(name) {
      const json = await redis.hget(keys.subscriptionDrafts, name);
      return json === null ? null : (draftSchema.safeParse(JSON.parse(json)).data ?? null);
    },
    draftNames: () => redis.hkeys(keys.subscriptionDrafts),
    async writeDraft(draft) {
      await redis.hset(keys.subscriptionDrafts, draft.name, JSON.stringify(draft));
    },
    async dropDraft(name) {
      await redis.hdel(keys.subscriptionDrafts, name);
    },
    async adopt(id, row) {
      await redis
        .multi()
        .hset(keys.subscriptions, id, JSON.stringify(row))
        .hdel(keys.subscriptionDrafts, row.name)
        .exec();
    },
  };
}
