import type { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { registerSearchAttributes } from './search-attributes.js';

export interface Standing {
  outage(): string | null;
  stop(): Promise<void>;
}

const everyMs = 60_000;
const soonMs = 2_000;

/**
 * Sees to it at boot and every minute that search attributes, watch and schedule exist, so that even an emptied
 * Temporal is made whole again.
 */
export function keepStanding(deps: {
  readonly connection: Connection;
  readonly namespace: string;
  readonly ensure: () => Promise<void>;
  readonly deadlineMs: number;
  readonly logger: Logger;
}): Standing {
  const { connection, namespace, ensure, deadlineMs, logger } = deps;
  let outage: string | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  const once = async (): Promise<void> => {
    try {
      await connection.withDeadline(Date.now() + deadlineMs, () =>
        registerSearchAttributes(connection, namespace),
      );
      await ensure();
      if (outage !== null) logger.info('Temporal is back');
      outage = null;
    } catch (error) {
      if (isStopped) return;
      if (outage === null) logger.warn({ err: error }, 'Temporal is away, trying again');
      outage = 'Temporal is away: nothing is synced until it is back.';
    }
    if (isStopped) return;
    timer = setTimeout(start, outage === null ? everyMs : soonMs);
  };
  const start = (): void => {
    running = once();
  };

  start();
  return {
    outage: () => outage,
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
