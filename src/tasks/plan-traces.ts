import type { Redis } from 'ioredis';
import * as z from 'zod';
import { watchSources } from '../domain/watch-source.js';
import { watchPaces } from '../domain/watch-pace.js';
import type { Keys } from './keys.js';

/** What the watch of a plan leaves after every look: for health pages, operators and the next look. */
export const planTraceSchema = z.object({
  title: z.string().nullable().default(null),
  /** When title, buckets and labels were read, and when they are to be read again (ms since the epoch). */
  namesReadAt: z.number().default(0),
  namesDueAt: z.number().default(0),
  /** The buckets that were known then. */
  bucketIds: z.array(z.string()).default([]),
  state: z.enum(['watching', 'starting', 'failing']).default('starting'),
  /** When the last complete listing began (UTC). */
  lastLook: z.string().nullable().default(null),
  /** From which source changes were noticed then; null before the first look. */
  source: z.enum(watchSources).nullable().default(null),
  /** When that source was last asked in between (UTC). */
  lastSignal: z.string().nullable().default(null),
  /** After the last look, the next one comes within this time when nothing happens (ms); and why so. */
  intervalMs: z.number().nullable().default(null),
  pace: z.enum(watchPaces).nullable().default(null),
  /** Tasks in the last complete listing. */
  tasks: z.number().nullable().default(null),
  /** Tasks in it that are not done. */
  openTasks: z.number().nullable().default(null),
  /** With `failing`: what Graph said, with advice. */
  reason: z.string().nullable().default(null),
});

export type PlanTrace = z.infer<typeof planTraceSchema>;

export const noTrace: PlanTrace = planTraceSchema.parse({});

export interface PlanTraces {
  read(planId: string): Promise<PlanTrace>;
  readAll(): Promise<ReadonlyMap<string, PlanTrace>>;
  write(planId: string, trace: PlanTrace): Promise<void>;
}

export function createPlanTraces({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): PlanTraces {
  return {
    read: async (planId) => parse(await redis.hget(keys.planTraces, planId)),
    async readAll() {
      const found = await redis.hgetall(keys.planTraces);
      return new Map(Object.entries(found).map(([planId, json]) => [planId, parse(json)]));
    },
    async write(planId, trace) {
      await redis.hset(keys.planTraces, planId, JSON.stringify(trace));
    },
  };
}

function parse(json: string | null): PlanTrace {
  return json === null ? noTrace : planTraceSchema.catch(noTrace).parse(JSON.parse(json));
}
