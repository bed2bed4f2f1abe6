import type { Redis } from 'ioredis';
import { z } from 'zod';
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
  /** Those that are synced now: not paused, by themselves or with everything, not stopped, and readable. */
  all(): Promise<readonly string[]>;
  /** Those of an account that are looked at: a stopped or unreadable plan is, to see when it can go on. */
  ofAccount(accountId: string): Promise<readonly string[]>;
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
    return Object.entries(found).flatMap(([planId, json]) => {
      const link = parseLink(json);
      return link?.mode === 'on' ? [{ planId, accountId: link.accountId }] : [];
    });
  };
  return {
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
  };
}

/** Null for what nobody can read. */
export function parseLink(json: string): PlanLink | null {
  return planLinkSchema.safeParse(JSON.parse(json)).data ?? null;
}
