import { Redis, type RedisOptions as AllRedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { RedisEndpoint } from '../config/redis-url.js';

/** Without the option that changes the type of every reply. */
type RedisOptions = Omit<AllRedisOptions, 'replyMapping'>;

export interface RedisConnection {
  /** `redis://` or `rediss://`; wins over the single parts. */
  readonly url?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly tls?: boolean | undefined;
  /** PEM; without it Node's own authorities vouch. */
  readonly ca?: string | undefined;
  readonly db?: number | undefined;
}

/** The configured Redis as `connectRedis` takes it. */
export function toRedisConnection(endpoint: RedisEndpoint): RedisConnection {
  const { host, port, username, password, tls, ca, db } = endpoint;
  return {
    host,
    port,
    tls,
    ca: ca ?? undefined,
    db,
    username: username ?? undefined,
    password: password?.reveal(),
  };
}

/** A Redis that answers nothing for so long counts as away. */
const silenceMs = 5_000;

/**
 * The connection for commands. Never waits for an absent Redis: a command fails at once while there is no connection
 * and when it breaks. Nothing is sent twice, because a repeated write would be a second task. Reconnects for ever.
 */
export function connectRedis(connection: RedisConnection, logger: Logger): Redis {
  const options: RedisOptions = {
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    socketTimeout: silenceMs,
    connectTimeout: silenceMs,
    retryStrategy: reconnectDelayMs,
    // After a failover the old master answers READONLY until the connection is made anew.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  };
  return logged(new Redis(connectionOptions(connection, options)), logger);
}

/**
 * A second connection of the same Redis for blocking reads and subscriptions: waits as long as Redis is away and
 * resubscribes by itself. What it had asked when the connection broke is asked again: without that ioredis would leave
 * the question unanswered for ever. So no write may go through it, and a read must block for less than the silence
 * that counts as away.
 */
export function duplicateForBlocking(redis: Redis, logger: Logger): Redis {
  const duplicate = redis.duplicate({
    autoResendUnfulfilledCommands: true,
    enableAutoPipelining: false,
    enableOfflineQueue: true,
    maxRetriesPerRequest: null,
  });
  return logged(duplicate, logger);
}

/** Resolves when Redis can be asked; rejects when `signal` aborts before. */
export async function whenRedisReady(redis: Redis, signal?: AbortSignal): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      redis.off('ready', onReady);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'));
    };
    const onReady = () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    redis.once('ready', onReady);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function connectionOptions(connection: RedisConnection, options: RedisOptions): RedisOptions {
  const { url, host, port, username, password, tls, ca, db } = connection;
  if (url !== undefined) return { ...options, ...fromUrl(url) };
  return {
    ...options,
    host: host ?? '127.0.0.1',
    port: port ?? 6379,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls === true && { tls: ca === undefined ? {} : { ca } }),
    ...(db !== undefined && { db }),
  };
}

function fromUrl(url: string): RedisOptions {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const db = pathname.slice(1);
  return {
    // URL keeps the brackets of an IPv6 address, which a socket does not understand.
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 6379 : Number(port),
    ...(username !== '' && { username: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(db !== '' && { db: Number(db) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

/** 50 ms doubling to 2 s: agents get 503 meanwhile, so the return must be noticed soon. */
function reconnectDelayMs(attempt: number): number {
  return Math.min(2_000, 25 * 2 ** Math.min(attempt, 10));
}

/** One line when Redis goes away and one when it is back, however often the reconnect fails in between. */
function logged(redis: Redis, logger: Logger): Redis {
  let isAway = false;
  redis.on('error', (error) => {
    if (!isAway) logger.warn({ err: error }, 'Redis is away, reconnecting');
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) logger.info('Redis is back');
    isAway = false;
  });
  return redis;
}
