import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Keys } from '../tasks/keys.js';

const markSchema = z.looseObject({
  /** Until when surely nothing was missed (ms since the epoch). */
  coveredAt: z.number(),
  /** Path of the next look at the directory's delta; null where the resource has none. */
  deltaPath: z.string().nullable().default(null),
});

/** From where to look for what was missed. */
export type ResyncMark = z.infer<typeof markSchema>;

export interface ResyncMarks {
  read(name: string): Promise<ResyncMark | null>;
  write(name: string, mark: ResyncMark): Promise<void>;
}

export function createResyncMarks({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ResyncMarks {
  return {
    async read(name) {
      const json = await redis.hget(keys.subscriptionMarks, name);
      return json === null ? null : (markSchema.safeParse(JSON.parse(json)).data ?? null);
    },
    async write(name, mark) {
      await redis.hset(keys.subscriptionMarks, name, JSON.stringify(mark));
    },
  };
}

/** Graph tries to deliver for four hours; what it missed then may be older than what came through since. */
const deliveryMs = 4.5 * 3_600_000;
/** To Do notifies up to a quarter of an hour late, and clocks differ. */
const overlapMs = 20 * 60_000;

/**
 * From when to look for changes that may have been missed (ms since the epoch).
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export function resyncSince(
  { coveredAt }: Pick<ResyncMark, 'coveredAt'>,
  lastNotificationAt: number | null,
  now: number,
): number {
  const lastHeard = Math.min(lastNotificationAt ?? coveredAt, now - deliveryMs);
  return Math.max(coveredAt, lastHeard) - overlapMs;
}
