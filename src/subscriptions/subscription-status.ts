import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Alerts } from '../tasks/alerts.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';

/**
 * `creating`: not at Graph yet; `active`: Graph notifies; `removing`: being deleted at Graph; the others say why Graph
 * does not notify.
 */
export const subscriptionStates = [
  'creating',
  'active',
  'removing',
  'permission_lost',
  'quota',
  'address_unreachable',
  'duplicate',
  'rejected',
  'no_address',
] as const;

/** How a subscription stands, as the hash `sync:webhook_status` holds it by resource. Times in UTC. */
export const subscriptionStatusSchema = z.object({
  name: z.string(),
  state: z.enum(subscriptionStates),
  expiresAt: z.string().nullable().default(null),
  renewAt: z.string().nullable().default(null),
  lastNotificationAt: z.string().nullable().default(null),
  /** The origin that Graph notifies. */
  address: z.string().nullable().default(null),
  /** What went wrong last, in words, with what to do about it; null when all is well. */
  error: z.string().nullable().default(null),
  /** When the last thing above changed or was found to be still so. */
  checkedAt: z.string().nullable().default(null),
});

export type SubscriptionStatus = z.infer<typeof subscriptionStatusSchema>;

/** What is newly known; the other members stay as they are. */
export type StatusChange = Partial<Omit<SubscriptionStatus, 'lastNotificationAt' | 'checkedAt'>>;

export interface SubscriptionStatuses {
  read(resource: string): Promise<SubscriptionStatus | null>;
  all(): Promise<ReadonlyMap<string, SubscriptionStatus>>;
  note(resource: string, change: StatusChange): Promise<void>;
  /** As above, and tells operators; silent when they know. */
  fail(resource: string, change: StatusChange, trouble: Trouble): Promise<void>;
  /** As above, and tells operators that it is over. */
  recover(resource: string, change: StatusChange): Promise<void>;
}

interface Trouble {
  readonly message: string;
  readonly advice: string;
}

export function createSubscriptionStatuses(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly alerts: Pick<Alerts, 'raise' | 'resolve'>;
  readonly now: () => number;
}): SubscriptionStatuses {
  const { redis, keys, call, alerts, now } = deps;
  const utc = (): string => new Date(now()).toISOString();
  const note = async (resource: string, change: StatusChange): Promise<void> => {
    const members = JSON.stringify({ ...change, checkedAt: utc() });
    await call('tandem_subscription_note_v1', keys.namespace, resource, members);
  };
  return {
    async read(resource) {
      const json = await redis.hget(keys.webhookStatus, resource);
      return json === null ? null : parse(json);
    },
    async all() {
      const found = Object.entries(await redis.hgetall(keys.webhookStatus));
      return new Map(
        found.flatMap(([resource, json]) => {
          const status = parse(json);
          return status === null ? [] : [[resource, status] as const];
        }),
      );
    },
    note,
    async fail(resource, change, { message, advice }) {
      await note(resource, { ...change, error: `${message}. ${advice}` });
      await alerts.raise({
        kind: 'subscription_failing',
        severity: 'error',
        subject: resource,
        message: `Microsoft Graph does not notify about ${resource}: ${message}`,
        advice,
        at: utc(),
      });
    },
    async recover(resource, change) {
      await note(resource, { ...change, error: null });
      await alerts.resolve({ kind: 'subscription_failing', subject: resource }, utc());
    },
  };
}

/** Null for what nobody can read. */
function parse(json: string): SubscriptionStatus | null {
  return subscriptionStatusSchema.safeParse(JSON.parse(json)).data ?? null;
}
