import type { Config } from '../config/config.js';
import type { RedisConnection } from '../tasks/connect-redis.js';

/** The configured endpoint as a URL, the one form that carries the database's number too. */
export function toRedisConnection(redis: Config['redis']): RedisConnection {
  const { host, port, username, password, tls, db } = redis;
  const user = encodeURIComponent(username ?? '');
  const secret = encodeURIComponent(password?.reveal() ?? '');
  const credentials = user === '' && secret === '' ? '' : `${user}:${secret}@`;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `${tls ? 'rediss' : 'redis'}://${credentials}${name}:${port}/${db}` };
}
