const FIRST_RETRY_MS = 10_000;
const LONGEST_WAIT_MS = 30 * 60_000;
const GIVE_UP_MS = 4 * 3_600_000;

export interface FailedDelivery {
  /** Attempts made, at least 1. */
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly firstAttemptAt: number;
  readonly now: number;
  /** How many times faster all waits pass. */
  readonly timeScale: number;
  /** 0 to 1; waits are spread by it. */
  readonly random: number;
}

/** When a delivery is tried again: later each time; `undefined` when four hours are over. */
export function nextAttemptAt(failed: FailedDelivery): number | undefined {
  const { attempts, firstAttemptAt, now, timeScale, random } = failed;
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  const at = now + (wait * (0.75 + random / 2)) / timeScale;
  return at > giveUpAt(firstAttemptAt, timeScale) ? undefined : at;
}

/** When an undelivered notification is discarded. */
export function giveUpAt(firstAttemptAt: number, timeScale: number): number {
  return firstAttemptAt + GIVE_UP_MS / timeScale;
}
