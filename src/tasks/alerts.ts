import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Alert, AlertSubject } from '../domain/alert.js';
import { isLasting } from '../domain/alert.js';
import type { Keys } from './keys.js';
import type { CallFunction } from './load-functions.js';

/** Raises and ends alerts. An alert that lasts is announced once, however often it is raised. */
export interface Alerts {
  raise(alert: Alert): Promise<void>;
  /** Announces the end of alerts that were announced; silent about others. `at`: UTC. */
  resolve(over: AlertSubject, at: string): Promise<void>;
  /** The alerts that last, the oldest first. */
  open(): Promise<readonly Alert[]>;
}

export const alertSchema = z.object({
  kind: z.enum([
    'plan_stopped',
    'task_failed',
    'conflict',
    'permission_lost',
    'redis_at_risk',
    'document_restored',
    'changes_refused',
    'circuit_open',
    'double_create',
    'outcome_unknown',
    'reauth_required',
    'subscription_failing',
  ]),
  severity: z.enum(['info', 'warning', 'error', 'resolved']),
  subject: z.string(),
  message: z.string(),
  advice: z.string(),
  at: z.string(),
});

export function createAlerts({
  redis,
  keys,
  call,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): Alerts {
  return {
    async raise(alert) {
      const raised = JSON.stringify({ raise: [encodeAlert(alert)] });
      await call('tandem_alert_v1', keys.namespace, raised);
    },
    async resolve(over, at) {
      await call('tandem_alert_v1', keys.namespace, JSON.stringify({ resolve: [{ ...over, at }] }));
    },
    async open() {
      const found = await redis.hvals(keys.openAlerts);
      return found
        .flatMap((json) => alertSchema.safeParse(JSON.parse(json)).data ?? [])
        .toSorted((one, other) => one.at.localeCompare(other.at));
    },
  };
}

/** As the Lua library takes it. */
export function encodeAlert(alert: Alert): Readonly<Record<string, unknown>> {
  const { kind, subject } = alert;
  return { kind, subject, lasting: isLasting(alert), json: JSON.stringify(alert) };
}
