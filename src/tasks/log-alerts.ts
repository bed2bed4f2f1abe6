import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Alert } from '../domain/alert.js';
import { alertSchema } from './alerts.js';
import { duplicateForBlocking } from './connect-redis.js';
import type { Keys } from './keys.js';

/** Writes every alert of the namespace into this process's log, whoever raised it. */
export function logAlerts({
  redis,
  keys,
  logger,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly logger: Logger;
}): { close(): void } {
  const client = duplicateForBlocking(redis, logger);
  client.on('message', (_channel: string, json: string) => {
    const alert = parse(json);
    if (alert !== null) write(logger, alert);
  });
  const subscribe = (): void => {
    client.subscribe(keys.alertsChannel).catch((error: unknown) => {
      logger.debug({ err: error }, 'Alerts cannot be heard, trying again with the next connection');
    });
  };
  client.on('ready', subscribe);
  if (client.status === 'ready') subscribe();
  return { close: () => client.disconnect() };
}

function write(logger: Logger, alert: Alert): void {
  switch (alert.severity) {
    case 'error':
      logger.error({ alert }, 'Alert');
      return;
    case 'warning':
      logger.warn({ alert }, 'Alert');
      return;
    case 'info':
    case 'resolved':
      logger.info({ alert }, 'Alert');
  }
}

/** Anybody may publish on the channel. */
function parse(json: string): Alert | null {
  try {
    return alertSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
