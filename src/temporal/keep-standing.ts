import type { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { registerSearchAttributes } from './search-attributes.js';

export interface Standing {
  outage(): string | null;
  stop(): Promise<void>;
}

const everyMs = 60_000;
/** So often it is asked whether it still stands, which costs Temporal nothing. */
const askMs = 10_000;
const soonMs = 2_000;

/**
 * Sees to it at boot and every minute that search attributes, watch and schedule exist, and at once when they do not any
 * more, so that even an emptied Temporal is made whole again.
 */
export function keepStanding(deps: {
  readonly connection: Connection;
  readonly namespace: string;
  readonly ensure: () => Promise<void>;
  /** Whether what was made is still there; rejects when Temporal is away. */
  readonly isStanding: () => Promise<boolean>;
  readonly deadlineMs: number;
  readonly logger: Logger;
}): Standing {
  const { connection, namespace, ensure, isStanding, deadlineMs, logger } = deps;
  let madeAt = 0;
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
      madeAt = Date.now();
      if (outage !== null) logger.info('Temporal is back');
      outage = null;
    } catch (error) {
      if (isStopped) return;
      if (outage === null) logger.warn({ err: error }, 'Temporal is away, trying again');
      outage = 'Temporal is away: nothing is synced until it is back.';
    }
    again();
  };
  const again = (): void => {
    if (isStopped) return;
    timer = setTimeout(start, outage === null ? askMs : soonMs);
  };
  const next = async (): Promise<void> => {
    const isDue = outage !== null || Date.now() - madeAt >= everyMs;
    if (isDue || !(await isStanding().catch(() => false))) await once();
    else again();
  };
  const start = (): void => {
    running = next();
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
