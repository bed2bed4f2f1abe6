/** When a subscription's authorisation ends and how far its reminders have come. Milliseconds since 1970. */
export interface Authorization {
  readonly authorizedAt: number;
  /** The end of the token or of the subscription, whichever comes first. */
  readonly endsAt: number;
  readonly remindedAt: number | null;
}

const LATEST_START_MS = 180 * 60_000;
const FREQUENT_MS = 60 * 60_000;
const INTERVAL_MS = 15 * 60_000;

/**
 * When reauthorizationRequired is due next: first when a quarter of a remaining life of one to three hours is over, then
 * about every 15 minutes in the last hour. After the sample in
 * https://learn.microsoft.com/graph/change-notifications-lifecycle-events, which asks clients not to rely on it.
 * `undefined`: not any more.
 */
export function nextReminderAt(
  { authorizedAt, endsAt, remindedAt }: Authorization,
  timeScale: number,
): number | undefined {
  const from = Math.max(remindedAt ?? authorizedAt, endsAt - LATEST_START_MS / timeScale);
  const remaining = endsAt - from;
  const wait = remaining > FREQUENT_MS / timeScale ? remaining / 4 : INTERVAL_MS / timeScale;
  return from + wait < endsAt ? from + wait : undefined;
}
