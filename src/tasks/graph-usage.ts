import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Keys } from './keys.js';

/** What was asked of Microsoft Graph. */
export interface GraphUsage {
  /** HTTP requests; a batch is one. */
  readonly httpRequests: number;
  /** Parts of batches. */
  readonly subrequests: number;
}

const hourMs = 3_600_000;
const keptSeconds = 2 * 86_400;
const everyMs = 10_000;

/** Adds what this process asks of Graph to the books of the hour, which all processes share. Answers how to stop. */
export function keepGraphUsage(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  /** Since the process began. */
  readonly stats: () => GraphUsage;
  readonly logger: Logger;
  readonly now: () => number;
}): () => Promise<void> {
  const { redis, keys, stats, logger, now } = deps;
  let booked: GraphUsage = { httpRequests: 0, subrequests: 0 };
  const book = async (): Promise<void> => {
    const current = stats();
    const httpRequests = current.httpRequests - booked.httpRequests;
    const subrequests = current.subrequests - booked.subrequests;
    if (httpRequests + subrequests === 0) return;
    const before = booked;
    booked = current;
    const key = keys.graphHour(hourOf(now()));
    try {
      await redis
        .multi()
        .hincrby(key, 'httpRequests', httpRequests)
        .hincrby(key, 'subrequests', subrequests)
        .expire(key, keptSeconds)
        .exec();
    } catch (error) {
      booked = before;
      logger.debug({ err: error }, 'What was asked of Graph could not be written down');
    }
  };
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(book);
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running.then(book);
  };
}

/** Of this hour so far, and of the whole hour before. */
export async function readGraphUsage(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  nowMs: number,
): Promise<{ readonly thisHour: GraphUsage; readonly lastHour: GraphUsage }> {
  const hour = hourOf(nowMs);
  const [now, before] = await Promise.all([
    redis.hgetall(keys.graphHour(hour)),
    redis.hgetall(keys.graphHour(hour - 1)),
  ]);
  return { thisHour: toUsage(now), lastHour: toUsage(before) };
}

function hourOf(ms: number): number {
  return Math.floor(ms / hourMs);
}

function toUsage(fields: Readonly<Record<string, string>>): GraphUsage {
  return {
    httpRequests: Number(fields['httpRequests'] ?? 0),
    subrequests: Number(fields['subrequests'] ?? 0),
  };
}
