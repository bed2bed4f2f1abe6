import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.js';

const linkSchema = z.looseObject({ accountId: z.string(), mode: z.string() });

/** The plans that are kept in sync, as the hash `plans:linked` holds them. */
export interface LinkedPlans {
  all(): Promise<readonly string[]>;
  ofAccount(accountId: string): Promise<readonly string[]>;
}

export function createLinkedPlans({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): LinkedPlans {
  const links = async (): Promise<readonly { planId: string; accountId: string }[]> => {
    const found = await redis.hgetall(keys.linkedPlans);
    return Object.entries(found).flatMap(([planId, json]) => {
      const link = linkSchema.safeParse(JSON.parse(json));
      return link.success && link.data.mode === 'on'
        ? [{ planId, accountId: link.data.accountId }]
        : [];
    });
  };
  return {
    all: async () => (await links()).map((link) => link.planId),
    ofAccount: async (accountId) =>
      (await links()).filter((link) => link.accountId === accountId).map((link) => link.planId),
  };
}
