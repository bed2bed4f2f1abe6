import type { WatchableResource } from './watchable-resource.js';

/** Graph counts from its own clock, and Outlook allows ten minutes less than documented. */
const clockSlackMs = 900_000;
const minuteMs = 60_000;

/** Until when to ask for a subscription (ms since the epoch): as long as Graph allows. */
export function expiryToAskFor(
  watchable: WatchableResource,
  includeResourceData: boolean,
  now: number,
): number {
  const { maxMinutes, maxMinutesWithData } = watchable;
  const minutes = includeResourceData ? (maxMinutesWithData ?? maxMinutes) : maxMinutes;
  return now + minutes * minuteMs - clockSlackMs;
}

/** Renewed when between these parts of the time that is left have passed. */
const earliest = 0.7;
const latest = 0.85;

/**
 * When to renew (ms since the epoch). The margin of 15 to 30 % outlasts a weekend without us for mail and a night for
 * chats; the jitter keeps subscriptions that were made together from being renewed together. `random`: 0 to 1.
 */
export function renewalTime(now: number, expiresAt: number, random: number): number {
  const leftMs = Math.max(0, expiresAt - now);
  return Math.floor(now + leftMs * (earliest + (latest - earliest) * random));
}
