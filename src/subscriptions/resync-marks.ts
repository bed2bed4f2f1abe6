import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Keys } from '../tasks/keys.js';

const markSchema = z.looseObject({
  /** Until when surely nothing was missed (ms since the epoch). */
  coveredAt: z.number(),
  /** Path of the next look at the directory's delta; null where the resource has none. */
  deltaPath: z.string().nullable().default(null),
  /** Graph refused to be asked for what was missed: it is asked again at the next look at the subscription. */
  isOwed: z.boolean().optional(),
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

/** To Do notifies up to a quarter of an hour late, and clocks differ. */
const overlapMs = 20 * 60_000;

/** From when to look for changes that may have been missed (ms since the epoch). */
export function resyncSince({ coveredAt }: Pick<ResyncMark, 'coveredAt'>): number {
  return coveredAt - overlapMs;
}

/** Graph tries to deliver for four hours, and says only some time after that what it missed. */
const doubtMs = 24 * 3_600_000;

/**
 * Until when surely nothing was missed, of a subscription that stands. What is heard says nothing about the hours before:
 * after an outage the newest notifications come first, together with the word that others were missed.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export function coveredUntil(
  { coveredAt }: Pick<ResyncMark, 'coveredAt'>,
  lastNotificationAt: number | null,
): number {
  return Math.max(coveredAt, (lastNotificationAt ?? coveredAt) - doubtMs);
}
