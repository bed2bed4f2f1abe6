import type { WatchableResource } from './watchable-resource.js';

/** Graph counts from its own clock, and Outlook allows ten minutes less than documented. */
const clockSlackMs = 900_000;
const minuteMs = 60_000;

/** Limits that Graph had at other times or has for other resources (minutes). */
const shorterMinutes = [10_080, 4_230, 1_440, 60];

/**
 * Until when to ask for a subscription (ms since the epoch): as long as Graph allows by its documentation, and then, for
 * where it allows less, ever shorter.
 */
export function expiriesToAskFor(
  watchable: WatchableResource,
  includeResourceData: boolean,
  now: number,
): readonly number[] {
  const { maxMinutes, maxMinutesWithData } = watchable;
  const longest = includeResourceData ? (maxMinutesWithData ?? maxMinutes) : maxMinutes;
  const lives = [longest, ...shorterMinutes.filter((minutes) => minutes < longest)];
  return lives.map((minutes) => now + minutes * minuteMs - clockSlackMs);
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
