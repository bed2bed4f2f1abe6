import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Alert } from '../domain/alert.js';
import type { Alerts } from './alerts.js';
import type { Keys } from './keys.js';
import { readRedisFacts } from './read-redis-facts.js';
import type { RedisRisk, RiskName } from './redis-risks.js';
import { findRisks, riskNames } from './redis-risks.js';

export interface RedisWatch {
  /** What is at risk, in sentences; null when all is well. Answers at once. */
  outage(): string | null;
  stop(): void;
}

const everyMinute = 60_000;

/**
 * Looks every minute whether Redis may lose what was answered: an evicting policy, a file that cannot be written, a
 * memory that is nearly full. Each is announced once, and again when it is over.
 */
export function watchRedis(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly alerts: Pick<Alerts, 'raise' | 'resolve'>;
  readonly logger: Logger;
  readonly wantedReplicas: number;
  /** ms */
  readonly everyMs?: number;
}): RedisWatch {
  const { redis, keys, alerts, logger, wantedReplicas, everyMs = everyMinute } = deps;
  let risks: readonly RedisRisk[] = [];
  /** Risks of which Redis knows that they are over. */
  const over = new Set<RiskName>();
  /** Said on the channel only, because Redis takes no writes. */
  const unrecorded = new Set<RiskName>();

  let looking: Promise<void> | null = null;
  const look = (): void => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
  };

  const lookOnce = async (): Promise<void> => {
    try {
      risks = findRisks(await readRedisFacts(redis), wantedReplicas);
    } catch (error) {
      logger.debug({ err: error }, 'Redis cannot be looked at now');
      return;
    }
    const at = new Date().toISOString();
    for (const name of riskNames) {
      const risk = risks.find((one) => one.name === name);
      try {
        if (risk === undefined) await resolve(name, at);
        else await raise(risk, at);
      } catch (error) {
        logger.debug({ err: error, risk: name }, 'An alert about Redis could not be told');
      }
    }
  };

  const raise = async ({ name, severity, message, advice }: RedisRisk, at: string) => {
    const subject = subjectOf(name);
    const alert: Alert = { kind: 'redis_at_risk', severity, subject, message, advice, at };
    over.delete(name);
    try {
      await alerts.raise(alert);
      unrecorded.delete(name);
    } catch (error) {
      if (unrecorded.has(name)) return;
      logger.warn({ err: error, alert }, 'An alert could not be kept');
      await redis.publish(keys.alertsChannel, JSON.stringify(alert));
      unrecorded.add(name);
    }
  };

  const resolve = async (name: RiskName, at: string): Promise<void> => {
    if (over.has(name)) return;
    const subject = subjectOf(name);
    await alerts.resolve({ kind: 'redis_at_risk', subject }, at);
    over.add(name);
    if (!unrecorded.delete(name)) return;
    const message = 'Over: Redis takes writes again.';
    const end: Alert = {
      kind: 'redis_at_risk',
      severity: 'resolved',
      subject,
      message,
      advice: 'Nothing to do.',
      at,
    };
    await redis.publish(keys.alertsChannel, JSON.stringify(end));
  };

  const timer = setInterval(look, everyMs);
  redis.on('ready', look);
  if (redis.status === 'ready') look();
  return {
    outage() {
      const faults = risks.filter((risk) => risk.isFault);
      return faults.length === 0 ? null : faults.map((risk) => risk.message).join(' ');
    },
    stop() {
      clearInterval(timer);
      redis.off('ready', look);
    },
  };
}

function subjectOf(name: RiskName): string {
  return `redis/${name}`;
}
