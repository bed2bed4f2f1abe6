import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { GivenUpCreate } from '../domain/given-up-create.js';
import { givenUpMs, mostGivenUp } from '../domain/given-up-create.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { logKept } from './sync-log-line.js';
import type { SyncLogLine } from './sync-log-line.js';

/** The creates of a plan that were given up and that Graph may still apply. */
export interface GivenUpCreates {
  of(planId: string): Promise<readonly GivenUpCreate[]>;
  /** Lets a record account for this Planner task; null: it accounts for another one already, or is gone. */
  take(planId: string, record: GivenUpCreate, plannerId: string): Promise<GivenUpCreate | null>;
  /** Its late result was removed: the record is used up. */
  settle(planId: string, record: GivenUpCreate, log: SyncLogLine): Promise<void>;
}

const recordSchema = z.looseObject({
  taskId: z.string(),
  at: z.number(),
  posted: z.looseObject({}),
});

export function createGivenUpCreates({
  redis,
  keys,
  call,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): GivenUpCreates {
  return {
    async of(planId) {
      const found = await redis.zrange(keys.planGivenUp(planId), 0, '-1');
      return found.flatMap((json) => parse(json) ?? []);
    },
    async take(planId, record, plannerId) {
      if (record.takenBy === plannerId) return record;
      const taken = { ...record, takenBy: plannerId };
      const names = { planId, known: toMember(record), taken: toMember(taken) };
      const count = await call('tandem_take_given_up_v1', keys.namespace, JSON.stringify(names));
      return count === 1 ? taken : null;
    },
    async settle(planId, record, log) {
      await redis
        .multi()
        .zrem(keys.planGivenUp(planId), toMember(record))
        .lpush(keys.syncLog, JSON.stringify(log))
        .ltrim(keys.syncLog, 0, logKept - 1)
        .exec();
    },
  };
}

/** A record as the member of its sorted set. */
export function toMember({ taskId, at, posted, takenBy }: GivenUpCreate): string {
  return JSON.stringify({ taskId, at, posted, takenBy });
}

/** As the Lua library takes it. */
export function encodeGivenUp(record: GivenUpCreate): Readonly<Record<string, unknown>> {
  return { json: toMember(record), keepMs: givenUpMs, most: mostGivenUp };
}

/** What cannot be read is no record. */
function parse(json: string): GivenUpCreate | null {
  const value: unknown = JSON.parse(json);
  // Only its own fields are looked at before they are compared with those of a Planner task.
  return recordSchema.safeParse(value).success ? (value as GivenUpCreate) : null;
}
