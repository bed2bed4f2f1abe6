import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { FailingTask } from '../domain/failing-task.js';
import type { Keys } from '../tasks/keys.js';

const failingSchema = z.object({
  code: z.string(),
  message: z.string().default(''),
  advice: z.string().default(''),
  operation: z.enum(['create', 'update', 'delete']).default('update'),
  since: z.number().default(0),
  tries: z.number().default(1),
  nextAt: z.number().default(0),
  group: z.string().nullable().default(null),
});

interface FailingDeps {
  readonly redis: Redis;
  readonly keys: Keys;
}

/** The tasks of a plan that cannot be synced, by task id. */
export async function readFailing(
  { redis, keys }: FailingDeps,
  planId: string,
): Promise<ReadonlyMap<string, FailingTask>> {
  const found = await redis.hgetall(keys.planFailing(planId));
  return new Map(Object.entries(found).map(([taskId, json]) => [taskId, parseFailing(json)]));
}

/** One failing task; null when it is not. */
export async function readFailingTask(
  { redis, keys }: FailingDeps,
  planId: string,
  taskId: string,
): Promise<FailingTask | null> {
  const json = await redis.hget(keys.planFailing(planId), taskId);
  return json === null ? null : parseFailing(json);
}

/** An entry of an earlier version is the bare code. */
function parseFailing(text: string): FailingTask {
  const bare = (): FailingTask => failingSchema.parse({ code: text });
  if (!text.startsWith('{')) return bare();
  return failingSchema.safeParse(JSON.parse(text)).data ?? bare();
}
