import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { ProblemError } from '../domain/problem.js';
import { RedisPolicyError, checkRedisPolicy } from '../tasks/check-redis-policy.js';
import { loadFunctions, type CallFunction } from '../tasks/load-functions.js';

export interface RedisFunctionsDeps {
  readonly redis: Redis;
  /** Writes what the library reads in Redis: its settings, the linked plans. Runs whenever Redis has come (back). */
  readonly prepare: () => Promise<unknown>;
  /** Redis is there, but must not be used. */
  readonly onRefused: (error: RedisPolicyError) => void;
  readonly logger: Logger;
}

export interface RedisFunctions {
  readonly call: CallFunction;
  /** Resolves when Redis answers and the library is loaded. */
  ping(): Promise<void>;
}

const retryMs = 1_000;

/**
 * The Lua library's functions for a process that may be there before Redis: a call fails at once as long as the
 * library is not loaded. An emptied or exchanged Redis is made ready again when the connection comes back.
 */
export function callFunctionsWhenReady(deps: RedisFunctionsDeps): RedisFunctions {
  const { redis, prepare, onRefused, logger } = deps;
  let call: CallFunction | null = null;

  const makeReady = async (): Promise<void> => {
    try {
      await checkRedisPolicy(redis);
      const loaded = await loadFunctions(redis);
      await prepare();
      call = loaded;
    } catch (error) {
      if (error instanceof RedisPolicyError) onRefused(error);
      else if (redis.status === 'ready') {
        logger.warn({ err: error }, 'Redis could not be made ready, trying again');
        setTimeout(() => void makeReady(), retryMs).unref();
      }
    }
  };
  redis.on('ready', () => void makeReady());
  if (redis.status === 'ready') void makeReady();

  return {
    call: (name, namespace, ...payload) =>
      call === null ? Promise.reject(notReady()) : call(name, namespace, ...payload),
    async ping() {
      if (call === null) throw notReady();
      await redis.ping();
    },
  };
}

function notReady(): ProblemError {
  return new ProblemError('redis_unavailable', 'Redis is not ready yet');
}
