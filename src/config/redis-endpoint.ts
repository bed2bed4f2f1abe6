import type { RedisEndpoint } from './redis-url.js';
import type { Variables } from './variables.js';

type RedisVariables = Pick<
  Variables,
  | 'REDIS_URL'
  | 'REDIS_HOST'
  | 'REDIS_PORT'
  | 'REDIS_USERNAME'
  | 'REDIS_PASSWORD'
  | 'REDIS_TLS'
  | 'REDIS_TLS_CA'
>;

/** Where Redis is: the URL, or the single parts with the usual place for what is not given. */
export function toRedisEndpoint(given: RedisVariables): RedisEndpoint {
  const place = given.REDIS_URL ?? {
    host: given.REDIS_HOST ?? '127.0.0.1',
    port: given.REDIS_PORT ?? 6379,
    username: given.REDIS_USERNAME ?? null,
    password: given.REDIS_PASSWORD ?? null,
    tls: given.REDIS_TLS ?? false,
    db: 0,
  };
  return { ...place, ca: given.REDIS_TLS_CA ?? null };
}
