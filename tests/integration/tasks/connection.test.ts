import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { afterEach, beforeAll, describe, expect, it, inject } from 'vitest';
import { findRedis } from '../../../scripts/lib/redis.mjs';
import { checkRedisPolicy } from '../../../src/tasks/check-redis-policy.js';
import { connectRedis, whenRedisReady } from '../../../src/tasks/connect-redis.js';
import { createEventStream } from '../../../src/tasks/event-stream.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { callByScript, loadFunctions } from '../../../src/tasks/load-functions.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import { aTaskStore, silent } from './task-store-fixture.js';

describe('a Redis that goes away and comes back', () => {
  let program: string;
  let port: number;
  const servers: ChildProcess[] = [];
  const connections: Redis[] = [];

  beforeAll(async () => {
    program = (await findRedis(process.env))?.path ?? 'redis-server';
    port = await freePort();
  });
  afterEach(async () => {
    for (const connection of connections.splice(0)) connection.disconnect();
    // The next one takes the same port.
    await Promise.all(servers.splice(0).map(stop));
  });

  /** An empty Redis every time: nothing is kept on disk. */
  async function start(...options: string[]): Promise<ChildProcess> {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...options];
    const server = spawn(program, args, { stdio: 'ignore' });
    servers.push(server);
    const probe = connectRedis({ host: '127.0.0.1', port }, silent);
    await whenRedisReady(probe);
    probe.disconnect();
    return server;
  }

  function connect(): Redis {
    const redis = connectRedis({ host: '127.0.0.1', port }, silent);
    connections.push(redis);
    return redis;
  }

  it('is a 503 at once while it is away, and serves again when it is back, emptied or not', async () => {
    const first = await start();
    const redis = connect();
    await whenRedisReady(redis);
    const keys = createKeys('away');
    const store = createTaskStore({ redis, keys, call: await loadFunctions(redis) });
    const write = () =>
      store.write({ operation: 'create', body: { title: 'x', checklist: [] } }, { actor: 'a' });
    expect((await write()).status).toBe(201);

    await stop(first);
    const began = performance.now();
    await expect(write()).rejects.toMatchObject({ code: 'redis_unavailable', status: 503 });
    await expect(store.read('01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toMatchObject({ status: 503 });
    await expect(store.list({})).rejects.toMatchObject({ status: 503 });
    expect(performance.now() - began).toBeLessThan(1_000);

    await start();
    await whenRedisReady(redis);
    expect((await write()).status).toBe(201);
    expect((await store.list({})).tasks).toHaveLength(1);
  });

  it('is waited for at boot, until told otherwise', async () => {
    const redis = connect();
    const ready = whenRedisReady(redis);
    const given = whenRedisReady(redis, AbortSignal.timeout(50));
    await expect(given).rejects.toThrow(/timeout|abort/i);
    await start();
    await ready;
    expect(await redis.ping()).toBe('PONG');
  });

  it('fails what was under way when the connection broke, and never sends it again', async () => {
    const server = await start();
    const redis = connect();
    await whenRedisReady(redis);
    server.kill('SIGSTOP');
    const pushed = redis.rpush('list', 'x');
    const failed = expect(pushed).rejects.toThrow();
    await delay(50);
    await stop(server);
    await failed;
    await start();
    await whenRedisReady(redis);
    expect(await redis.llen('list')).toBe(0);
  });

  it('does not stop those who follow the events', async () => {
    const first = await start();
    const redis = connect();
    await whenRedisReady(redis);
    const keys = createKeys('followed');
    const store = createTaskStore({ redis, keys, call: await loadFunctions(redis) });
    const events = createEventStream({ redis, keys, logger: silent });
    const abort = new AbortController();
    const titles: string[] = [];
    const following = (async () => {
      for await (const item of events.follow({ after: '0', signal: abort.signal })) {
        if (item.kind === 'gap') continue;
        titles.push((JSON.parse(item.json) as { task: { title: string } }).task.title);
        if (titles.length === 2) abort.abort();
      }
    })();
    await store.write({ operation: 'create', body: { title: 'before' } }, { actor: 'a' });
    while (titles.length === 0) await delay(5);
    await stop(first);
    await delay(100);
    await start();
    await whenRedisReady(redis);
    await store.write({ operation: 'create', body: { title: 'after' } }, { actor: 'a' });
    await following;
    expect(titles).toEqual(['before', 'after']);
    events.close();
  });

  it('is refused when it may throw tasks away', async () => {
    await start('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru');
    const redis = connect();
    await whenRedisReady(redis);
    await expect(checkRedisPolicy(redis)).rejects.toThrow(/allkeys-lru.*noeviction/);
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    expect(await checkRedisPolicy(redis)).toBe('noeviction');
  });

  it('is a 503 when its memory is full', async () => {
    await start('--maxmemory', '100mb');
    const redis = connect();
    await whenRedisReady(redis);
    const store = createTaskStore({
      redis,
      keys: createKeys('full'),
      call: await loadFunctions(redis),
    });
    await redis.config('SET', 'maxmemory', '1mb');
    const written = store.write({ operation: 'create', body: { title: 'x' } }, { actor: 'a' });
    await expect(written).rejects.toMatchObject({ code: 'redis_unavailable', status: 503 });
  });

  it('runs the same Lua by EVALSHA where functions are not allowed', async () => {
    await start('--rename-command', 'FUNCTION', '', '--rename-command', 'FCALL', '');
    const redis = connect();
    await whenRedisReady(redis);
    const store = createTaskStore({
      redis,
      keys: createKeys('script'),
      call: await loadFunctions(redis),
    });
    const write = () => store.write({ operation: 'create', body: { title: 'x' } }, { actor: 'a' });
    expect((await write()).status).toBe(201);
    await redis.script('FLUSH');
    expect((await write()).status).toBe(201);
  });
});

describe('the library', () => {
  it('is loaded again by whoever first finds it missing, once for all', async () => {
    const { redis, keys, close } = await aTaskStore();
    let loads = 0;
    const script = 'return {200, "{}", ARGV[1], 1, 0}';
    const counting = new Proxy(redis, {
      get(target, name) {
        if (name !== 'script') return Reflect.get(target, name) as unknown;
        return (...args: ['LOAD', string]) => {
          loads += 1;
          return target.script(...args);
        };
      },
    });
    const call = callByScript(counting, `${script} -- ${keys.namespace}`);
    await Promise.all(Array.from({ length: 20 }, () => call('any', keys.namespace)));
    expect(loads).toBe(1);
    close();
  });
});

describe('a connection', () => {
  it('can be given as a URL with user, password and database', async () => {
    const { hostname, port } = new URL(inject('redisUrl'));
    const redis = connectRedis({ url: `redis://ada:p%40ss@${hostname}:${port}/3` }, silent);
    expect(redis.options).toMatchObject({
      host: hostname,
      port: Number(port),
      username: 'ada',
      password: 'p@ss',
      db: 3,
    });
    redis.disconnect();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}
