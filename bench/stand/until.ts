import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the condition holds.
 * @throws Error that names what was waited for, after `timeoutMs`
 */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  { everyMs = 25, timeoutMs = 120_000 }: { everyMs?: number; timeoutMs?: number } = {},
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
    await sleep(everyMs);
  }
}
