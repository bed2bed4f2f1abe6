import type { Redis } from 'ioredis';
import { libraryName, readLibraryCode } from './load-functions.js';

/** What Redis is and has loaded. */
export interface RedisSetup {
  readonly product: 'Redis' | 'Valkey';
  /** Null: it does not tell. */
  readonly version: string | null;
  readonly library: 'current' | 'other' | 'missing' | 'unsupported';
  /** By its own clock, ms since 1970. */
  readonly time: number;
}

/** Only reads. */
export async function readRedisSetup(redis: Redis): Promise<RedisSetup> {
  const [info, library, time] = await Promise.all([
    redis.info('server').catch(() => ''),
    readLibraryState(redis),
    redis.time(),
  ]);
  const valkey = /^valkey_version:(\S+)/m.exec(info)?.[1];
  const [seconds, microseconds] = time.map(Number);
  return {
    product: valkey === undefined ? 'Redis' : 'Valkey',
    version: valkey ?? /^redis_version:(\S+)/m.exec(info)?.[1] ?? null,
    library,
    time: (seconds ?? 0) * 1_000 + Math.floor((microseconds ?? 0) / 1_000),
  };
}

async function readLibraryState(redis: Redis): Promise<RedisSetup['library']> {
  let listed: unknown;
  try {
    listed = await redis.function('LIST', 'LIBRARYNAME', libraryName, 'WITHCODE');
  } catch (error) {
    if (
      error instanceof Error &&
      /unknown command|NOPERM|not allowed|disabled/i.test(error.message)
    )
      return 'unsupported';
    throw error;
  }
  const texts = textsIn(listed);
  if (texts.length === 0) return 'missing';
  return texts.includes(readLibraryCode()) ? 'current' : 'other';
}

/** All texts of a nested reply: its form differs between RESP2 and RESP3. */
function textsIn(reply: unknown): readonly string[] {
  if (typeof reply === 'string') return [reply];
  if (Array.isArray(reply)) return reply.flatMap(textsIn);
  if (reply instanceof Map) return [...reply.values()].flatMap(textsIn);
  return typeof reply === 'object' && reply !== null ? Object.values(reply).flatMap(textsIn) : [];
}
