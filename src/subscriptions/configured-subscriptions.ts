import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { WatchRequest } from '../domain/subscriptions/watch-request.js';
import type { Keys } from '../tasks/keys.js';
import { subscriptionName } from './subscription-name.js';
import { toWanted } from './to-wanted.js';
import type { WantedSubscription, WantedSubscriptions } from './wanted-subscriptions.js';

/** Keeps what is wanted in step with SUBSCRIPTIONS, as the server that was started last has it. */
export interface ConfiguredSubscriptions {
  /** From now on this process's list counts. */
  publish(): Promise<void>;
  /** Adds what the list has more, and marks for removal what it has no longer. Answers the names that changed. */
  apply(): Promise<readonly string[]>;
}

const listSchema = z.array(
  z.object({
    resource: z.string(),
    changeTypes: z.array(z.enum(['created', 'updated', 'deleted'])),
    includeResourceData: z.boolean(),
  }),
);

export function createConfiguredSubscriptions(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly wanted: WantedSubscriptions;
  readonly requests: readonly WatchRequest[];
  readonly now: () => number;
}): ConfiguredSubscriptions {
  const { redis, keys, wanted, requests, now } = deps;
  const publish = async (): Promise<void> => {
    await redis.hset(keys.config, 'subscriptions', JSON.stringify(requests));
  };
  /** All replicas go by the same list; a Redis that was emptied gets it again. */
  const list = async (): Promise<readonly WatchRequest[]> => {
    const json = await redis.hget(keys.config, 'subscriptions');
    if (json !== null) return listSchema.parse(JSON.parse(json));
    await publish();
    return requests;
  };
  return {
    publish,
    async apply() {
      const [configured, known] = await Promise.all([list(), wanted.all()]);
      const changes = changesFor(configured, known, new Date(now()).toISOString());
      for (const [name, row] of changes) await wanted.write(name, row);
      return [...changes.keys()];
    },
  };
}

function changesFor(
  configured: readonly WatchRequest[],
  known: ReadonlyMap<string, WantedSubscription>,
  at: string,
): ReadonlyMap<string, WantedSubscription> {
  const changes = new Map<string, WantedSubscription>();
  const names = new Set<string>();
  for (const request of configured) {
    const name = subscriptionName(request.resource);
    names.add(name);
    const row = toWanted(request, { origin: 'configuration', by: 'SUBSCRIPTIONS', at });
    const before = known.get(name);
    if (before === undefined || !isSame(before, row)) changes.set(name, row);
  }
  for (const [name, row] of known) {
    const isDropped = row.origin === 'configuration' && row.removing !== true && !names.has(name);
    if (isDropped) changes.set(name, { ...row, removing: true });
  }
  return changes;
}

function isSame(one: WantedSubscription, other: WantedSubscription): boolean {
  return (
    one.origin === other.origin &&
    one.includeResourceData === other.includeResourceData &&
    one.changeTypes.join() === other.changeTypes.join() &&
    one.removing === other.removing
  );
}
