import type { Redis } from 'ioredis';
import * as z from 'zod';
import { appAccountId } from '../domain/accounts/account.js';
import { watchedKinds } from '../domain/subscriptions/watchable-resource.js';
import type { Keys } from '../tasks/keys.js';

/** What is to be watched, as the hash `webhook:wanted` holds it by name. */
export const wantedSchema = z.looseObject({
  resource: z.string(),
  kind: z.enum(watchedKinds),
  changeTypes: z.array(z.enum(['created', 'updated', 'deleted'])).min(1),
  includeResourceData: z.boolean(),
  /** `configuration`: named by SUBSCRIPTIONS; `operation`: somebody asked for it; `watch`: for a linked plan. */
  origin: z.enum(['configuration', 'operation', 'watch']),
  by: z.string(),
  /** In whose name; absent: the app's. */
  accountId: z.string().optional(),
  /** UTC. */
  at: z.string(),
  /** It is to be deleted at Graph; the row goes when that is done. */
  removing: z.boolean().optional(),
});

export type WantedSubscription = z.infer<typeof wantedSchema>;

export interface WantedSubscriptions {
  read(name: string): Promise<WantedSubscription | null>;
  all(): Promise<ReadonlyMap<string, WantedSubscription>>;
  write(name: string, wanted: WantedSubscription): Promise<void>;
}

export function createWantedSubscriptions({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): WantedSubscriptions {
  return {
    async read(name) {
      const json = await redis.hget(keys.subscriptionsWanted, name);
      return json === null ? null : parse(json);
    },
    async all() {
      const found = Object.entries(await redis.hgetall(keys.subscriptionsWanted));
      return new Map(
        found.flatMap(([name, json]) => {
          const wanted = parse(json);
          return wanted === null ? [] : [[name, wanted] as const];
        }),
      );
    },
    async write(name, wanted) {
      await redis.hset(keys.subscriptionsWanted, name, JSON.stringify(wanted));
    },
  };
}

/** Null for what nobody can read. */
function parse(json: string): WantedSubscription | null {
  return wantedSchema.safeParse(JSON.parse(json)).data ?? null;
}

/** In whose name it is watched. */
export function accountOf({ accountId }: Pick<WantedSubscription, 'accountId'>): string {
  return accountId ?? appAccountId;
}

/** As Graph takes it. */
export function toChangeType({ changeTypes }: Pick<WantedSubscription, 'changeTypes'>): string {
  return changeTypes.join(',');
}
