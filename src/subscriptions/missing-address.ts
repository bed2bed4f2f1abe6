import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';

/** What is missing where subscriptions are wanted and Graph cannot reach us, in a sentence; null where all is well. */
export async function missingAddress({
  redis,
  keys,
  publicBaseUrl,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly publicBaseUrl: string | null;
}): Promise<string | null> {
  if (publicBaseUrl !== null) return null;
  const count = await redis.hlen(keys.subscriptionsWanted);
  if (count === 0) return null;
  const wanted = count === 1 ? '1 subscription is wanted' : `${count} subscriptions are wanted`;
  return `${wanted}, but Microsoft Graph cannot reach this server: set PUBLIC_BASE_URL.`;
}
