import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import * as z from 'zod';
import { toAnnouncement, type PlanNames } from '../domain/plan-names.js';
import type { Keys } from './keys.js';
import type { CallFunction } from './load-functions.js';

const storedSchema = z.looseObject({
  planId: z.string(),
  title: z.string(),
  buckets: z.array(z.looseObject({ id: z.string(), name: z.string(), orderHint: z.string() })),
  categories: z.record(z.string(), z.string()),
  /** When their reading began (ms since the epoch). */
  readAt: z.number(),
});

type StoredNames = PlanNames & { readonly readAt: number };

/** `same`: as they were; `older`: somebody has read them later; `unlinked`: nobody wants to know any more. */
type NamesVerdict = 'changed' | 'same' | 'older' | 'unlinked';

/** What plans, buckets and labels are called, as last read in Planner. */
export interface PlanNamesStore {
  /** Null until they were read once. */
  read(planId: string): Promise<StoredNames | null>;
  /** Keeps what was read from `readAt` on (ms); tells agents with an event `plan_updated`, in the same step, where it is new. */
  note(names: PlanNames, readAt: number): Promise<NamesVerdict>;
}

export function createPlanNamesStore({
  redis,
  keys,
  call,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): PlanNamesStore {
  return {
    async read(planId) {
      return parsePlanNames(await redis.get(keys.planNames(planId)));
    },
    async note(names, readAt) {
      const told = JSON.stringify(toAnnouncement(names));
      const digest = createHash('sha256').update(told).digest('base64url');
      const stored = JSON.stringify({ ...names, readAt, digest });
      const input = { planId: names.planId, readAt, stored, digest, told };
      const verdict = await call('tandem_plan_names_v1', keys.namespace, JSON.stringify(input));
      return verdict as NamesVerdict;
    },
  };
}

/** What stands in Redis for a plan; null where nothing does, or nothing that can be read. */
export function parsePlanNames(json: string | null): StoredNames | null {
  return json === null ? null : (storedSchema.safeParse(JSON.parse(json)).data ?? null);
}
