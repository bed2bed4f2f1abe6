import type { Redis } from 'ioredis';
import type { TaskEvent } from '../domain/task.js';
import type { Keys } from '../tasks/keys.js';

const perRead = 500;
/** So far back it is looked; older events would cost more than they are likely to help. */
const mostReads = 40;

/** The newest event of the durable stream that carries the document of a task; null when none is found. */
export async function readLastEvent(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  taskId: string,
): Promise<(TaskEvent & { readonly task: NonNullable<TaskEvent['task']> }) | null> {
  let end = '+';
  for (let read = 0; read < mostReads; read += 1) {
    const entries = await redis.xrevrange(keys.stream, end, '-', 'COUNT', perRead);
    for (const [, fields] of entries) {
      const json = fields[1] ?? '';
      if (!json.includes(`"task_id":"${taskId}"`)) continue;
      // Written by this product's own functions.
      const event = JSON.parse(json) as TaskEvent;
      if (event.task !== null && event.task_id === taskId) return { ...event, task: event.task };
    }
    const oldest = entries.at(-1);
    if (oldest === undefined || entries.length < perRead) return null;
    end = `(${oldest[0]}`;
  }
  return null;
}
