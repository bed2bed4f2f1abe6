import type { Redis } from 'ioredis';
import { pino } from 'pino';
import type { RedisEndpoint } from '../config/redis-url.js';
import { connectRedis, toRedisConnection, whenRedisReady } from '../tasks/connect-redis.js';
import { BackupError } from './backup-error.js';

const patienceMs = 10_000;

/** The configured Redis, ready. @throws BackupError redis_unavailable with what Redis or the network said */
export async function openRedis(endpoint: RedisEndpoint): Promise<Redis> {
  const redis = connectRedis(toRedisConnection(endpoint), pino({ level: 'silent' }));
  let problem: Error | null = null;
  const failed = new AbortController();
  const timer = setTimeout(() => failed.abort(), patienceMs);
  redis.on('error', (error: Error) => {
    problem ??= error;
    failed.abort();
  });
  try {
    await whenRedisReady(redis, failed.signal);
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    const { host, port } = endpoint;
    const said: unknown = problem ?? error;
    throw new BackupError(
      'redis_unavailable',
      `Redis at ${host}:${port} cannot be used: ${(said instanceof Error ? said.message : String(said)).replace(/\.$/, '')}. Is it running (npm start), and are REDIS_URL, the password and TLS (rediss://) right?`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}
