import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const longestPauseMs = 5_000;

/** Tries at boot until what is needed is there: says so once, waits, and goes on. */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  logger: Logger,
  name: string,
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      const result = await attempt();
      if (failures > 0) logger.info(`${name} is there`);
      return result;
    } catch (error) {
      if (failures === 0) logger.warn({ err: error }, `${name} is away, waiting for it`);
      await sleep(Math.min(200 * 2 ** Math.min(failures, 10), longestPauseMs));
    }
  }
}
