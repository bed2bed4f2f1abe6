import type { Redis } from 'ioredis';
import { z } from 'zod';
import { appAccountId } from '../domain/accounts/account.js';
import { waitingAccounts } from './account-state.js';
import type { Keys } from './keys.js';

/** A plan that is kept in sync, or is to be: the JSON that the hash `plans:linked` holds by plan id. */
export const planLinkSchema = z.looseObject({
  accountId: z.string(),
  /** `preview`: linked, but nothing is read or written yet; `paused`: not for now. Both hold back; agents may write. */
  mode: z.enum(['on', 'preview', 'paused']),
  linkedAt: z.string().optional(),
  by: z.string().optional(),
  pausedAt: z.string().optional(),
  pausedBy: z.string().optional(),
  /** The plan is being taken out; that was interrupted where it stays so. */
  removing: z.boolean().optional(),
});

export type PlanLink = z.infer<typeof planLinkSchema>;
export type PlanMode = PlanLink['mode'];

/** The linked plans, as the hash `plans:linked` holds them. */
export interface LinkedPlans {
  /** All of them, held back or not, as they are linked. */
  links(): Promise<ReadonlyMap<string, PlanLink>>;
  /** Those that are synced now: not held back in any way, not stopped, and readable. */
  all(): Promise<readonly string[]>;
  /** Those of an account that are looked at: a stopped or unreadable plan is, to see when it can go on. */
  ofAccount(accountId: string): Promise<readonly string[]>;
  /** The accounts that have such plans. */
  accounts(): Promise<readonly string[]>;
  /** Who syncs a plan; the app where nobody links it. */
  accountOf(planId: string): Promise<string>;
  /** By the account that syncs them; the app's where nobody knows them. */
  byAccount(planIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

export function createLinkedPlans({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): LinkedPlans {
  const running = async (): Promise<readonly { planId: string; accountId: string }[]> => {
    const [found, paused] = await Promise.all([
      redis.hgetall(keys.linkedPlans),
      redis.exists(keys.paused),
    ]);
    if (paused === 1) return [];
    const plans = Object.entries(found).flatMap(([planId, json]) => {
      const link = parseLink(json);
      return link?.mode === 'on' ? [{ planId, accountId: link.accountId }] : [];
    });
    const waiting = await waitingAccounts(
      { redis, keys },
      plans.map(({ accountId }) => accountId),
    );
    return plans.filter(({ accountId }) => !waiting.has(accountId));
  };
  return {
    async links() {
      const found = Object.entries(await redis.hgetall(keys.linkedPlans));
      return new Map(
        found.flatMap(([planId, json]) => {
          const link = parseLink(json);
          return link === null ? [] : [[planId, link] as const];
        }),
      );
    },
    async all() {
      const [plans, stopped, unreadable] = await Promise.all([
        running(),
        redis.hkeys(keys.stoppedPlans),
        redis.hkeys(keys.unreadablePlans),
      ]);
      const held = new Set([...stopped, ...unreadable]);
      return plans.map(({ planId }) => planId).filter((planId) => !held.has(planId));
    },
    ofAccount: async (accountId) =>
      (await running()).filter((plan) => plan.accountId === accountId).map((plan) => plan.planId),
    accounts: async () => [...new Set((await running()).map(({ accountId }) => accountId))],
    async accountOf(planId) {
      const json = await redis.hget(keys.linkedPlans, planId);
      return (json === null ? null : parseLink(json))?.accountId ?? appAccountId;
    },
    async byAccount(planIds) {
      const links = planIds.length === 0 ? [] : await redis.hmget(keys.linkedPlans, ...planIds);
      const accountOf = (at: number): string => {
        const json = links[at] ?? null;
        return (json === null ? null : parseLink(json))?.accountId ?? appAccountId;
      };
      return groupBy(planIds.map((planId, at) => ({ planId, accountId: accountOf(at) })));
    },
  };
}

function groupBy(
  plans: readonly { readonly planId: string; readonly accountId: string }[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { planId, accountId } of plans) {
    groups.set(accountId, [...(groups.get(accountId) ?? []), planId]);
  }
  return groups;
}

/** Null for what nobody can read. */
export function parseLink(json: string): PlanLink | null {
  return planLinkSchema.safeParse(JSON.parse(json)).data ?? null;
}
