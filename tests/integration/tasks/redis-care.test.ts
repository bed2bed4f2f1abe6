import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Redis } from 'ioredis';
import type { Alert } from '../../../src/domain/alert.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
import { createAwaitReplicas } from '../../../src/tasks/await-replicas.js';
import {
  connectRedis,
  duplicateForBlocking,
  whenRedisReady,
} from '../../../src/tasks/connect-redis.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import { watchRedis, type RedisWatch } from '../../../src/tasks/watch-redis.js';
import { ownRedis, type KeptData, type OwnRedis } from '../http/own-redis.js';
import { startDoor, type Door } from '../relay/door.js';

const silent = pino({ level: 'silent' });
const keys = createKeys('care');
const patient = { timeout: 15_000, interval: 20 };
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function aRedis(data: KeptData = 'in memory'): Promise<OwnRedis> {
  const server = await ownRedis(data);
  ends.push(() => server.close());
  await server.start();
  return server;
}

async function connected(url: string): Promise<Redis> {
  const redis = connectRedis({ url }, silent);
  ends.push(() => redis.disconnect());
  await whenRedisReady(redis);
  return redis;
}

describe('a Redis that is watched', () => {
  let server: OwnRedis;
  let redis: Redis;
  let watch: RedisWatch;
  let heard: Alert[];

  beforeEach(async () => {
    server = await aRedis('kept');
    redis = await connected(server.url);
    const ears = duplicateForBlocking(redis, silent);
    ends.push(() => ears.disconnect());
    heard = [];
    await ears.subscribe(keys.alertsChannel);
    ears.on('message', (_, text: string) => heard.push(JSON.parse(text) as Alert));
    watch = begin();
  });

  function begin(): RedisWatch {
    const load = loadFunctions(redis);
    const call: Awaited<typeof load> = async (...args) => (await load)(...args);
    const alerts = createAlerts({ redis, keys, call });
    const options = { redis, keys, alerts, logger: silent, wantedReplicas: 0, everyMs: 20 };
    const begun = watchRedis(options);
    ends.push(() => begun.stop());
    return begun;
  }

  const kinds = () => heard.map(({ subject, severity }) => `${subject} ${severity}`);

  it('raises an alert when it is told to evict, once, and ends it when that is put right', async () => {
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await expect.poll(kinds, patient).toEqual(['redis/eviction error']);
    expect(watch.outage()).toContain('throws tasks away');
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    await expect.poll(kinds, patient).toEqual(['redis/eviction error', 'redis/eviction resolved']);
    expect(watch.outage()).toBeNull();
  });

  it('raises an alert before its memory is full', async () => {
    const info = await redis.info('memory');
    const used = Number(/^used_memory:(\d+)/m.exec(info)?.[1]);
    await redis.config('SET', 'maxmemory', String(Math.round(used * 1.05)));
    await expect.poll(kinds, patient).toEqual(['redis/memory warning']);
    await redis.config('SET', 'maxmemory', '0');
    await expect.poll(() => kinds().at(-1), patient).toBe('redis/memory resolved');
  });

  it('is heard although it takes no writes any more', async () => {
    await redis.config('SET', 'save', '3600 1');
    await redis.set('something', 'new');
    rmSync(join(server.folder), { recursive: true });
    await redis.bgsave();
    await expect.poll(kinds, patient).toEqual(['redis/snapshots error']);
    await expect(redis.set('refused', '1')).rejects.toThrow('MISCONF');
    expect(watch.outage()).toContain('MISCONF');
  });

  it('says that nothing is kept on disk, which is no fault of the moment', async () => {
    await redis.config('SET', 'appendonly', 'no');
    await expect.poll(kinds, patient).toEqual(['redis/persistence warning']);
    expect(watch.outage()).toBeNull();
  });
});

describe('a Redis with an append-only file that is killed', () => {
  it('still has every write that it answered', async () => {
    // With everysec it may answer up to two seconds ahead of a disk that is slow.
    const server = await aRedis('kept at once');
    const redis = await connected(server.url);
    const store = createTaskStore({ redis, keys, call: await loadFunctions(redis) });
    const answered = new Map<string, number>();
    const agent = async (name: string): Promise<void> => {
      try {
        for (;;) {
          const { id, rev } = await store.write(
            { operation: 'create', body: { title: name } },
            { actor: name },
          );
          answered.set(id, rev);
          const update = { operation: 'update', id, body: { priority: 1 } } as const;
          answered.set(id, (await store.write(update, { actor: name })).rev);
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'redis_unavailable' });
      }
    };
    const agents = Array.from({ length: 8 }, (_, at) => agent(`agent-${at}`));
    await expect.poll(() => answered.size, patient).toBeGreaterThan(200);
    await server.kill();
    await Promise.all(agents);
    await server.start();
    await whenRedisReady(redis);
    for (const [id, rev] of answered) {
      expect(JSON.parse(await store.read(id))).toMatchObject({ id, rev: expect.any(Number) });
      const kept = (JSON.parse(await store.read(id)) as { rev: number }).rev;
      expect(kept).toBeGreaterThanOrEqual(rev);
    }
  });
});

describe('a write whose answer is lost on the way', () => {
  it('is answered again when it is repeated with its key, and done once', async () => {
    const server = await aRedis();
    const door: Door = await startDoor(server.url);
    ends.push(() => door.close());
    const observer = await connected(server.url);
    const redis = await connected(door.url);
    const store = createTaskStore({ redis, keys, call: await loadFunctions(redis) });
    const write = () =>
      store.write(
        { operation: 'create', body: { title: 'Once' } },
        { actor: 'agent', idempotencyKey: 'k' },
      );
    door.swallowAnswers();
    const lost = write();
    const refused = expect(lost).rejects.toMatchObject({ code: 'redis_unavailable' });
    await expect.poll(() => observer.zcard(keys.index), patient).toBe(1);
    await door.cut();
    await refused;
    await door.open();
    await whenRedisReady(redis);
    expect(await write()).toMatchObject({ status: 201, replayed: true });
    expect(await observer.zcard(keys.index)).toBe(1);
    expect(await observer.xlen(keys.stream)).toBe(1);
  });
});

describe('a write that is to be on a replica before it is answered', () => {
  let main: OwnRedis;
  let replica: OwnRedis;
  let redis: Redis;
  const settings = { replicas: 1, timeoutMs: 2_000 };

  beforeEach(async () => {
    main = await aRedis();
    replica = await aRedis();
    redis = await connected(main.url);
  });

  async function follow(): Promise<void> {
    const client = await connected(replica.url);
    await client.replicaof('127.0.0.1', new URL(main.url).port);
    await expect.poll(() => redis.info('replication'), patient).toMatch(/state=online/);
  }

  async function aStore(own: Redis) {
    const awaitReplicas = createAwaitReplicas(own, settings);
    return createTaskStore({ redis: own, keys, call: await loadFunctions(own), awaitReplicas });
  }

  const create = { operation: 'create', body: { title: 'Safe' } } as const;

  it('is there when the answer comes', async () => {
    await follow();
    const store = await aStore(redis);
    const copy = await connected(replica.url);
    const ids = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const { id } = await store.write(create, { actor: 'a' });
        return { id, isThere: (await copy.exists(keys.task(id))) === 1 };
      }),
    );
    expect(ids.filter(({ isThere }) => !isThere)).toEqual([]);
  });

  it('is a 503 not_replicated while no replica takes it, and safe to repeat with its key', async () => {
    const store = await aStore(redis);
    const context = { actor: 'a', idempotencyKey: 'once' };
    await expect(store.write(create, context)).rejects.toMatchObject({
      code: 'not_replicated',
      status: 503,
    });
    await follow();
    const other = await aStore(await connected(main.url)); // another server, which has written nothing yet
    const repeated = await other.write(create, context);
    expect(repeated).toMatchObject({ status: 201, replayed: true });
    expect(await redis.zcard(keys.index)).toBe(1);
    const copy = await connected(replica.url);
    expect(await copy.exists(keys.task(repeated.id))).toBe(1);
  });

  it('is not answered by a server that hears of older writes only', async () => {
    await follow();
    const context = { actor: 'a', idempotencyKey: 'behind' };
    const [store, other] = [await aStore(redis), await aStore(await connected(main.url))];
    replica.freeze();
    const behind = { code: 'not_replicated' };
    await expect(store.write(create, context)).rejects.toMatchObject(behind);
    await expect(other.write(create, context)).rejects.toMatchObject(behind);
    replica.thaw();
    expect(await other.write(create, context)).toMatchObject({ status: 201, replayed: true });
  });

  it('and is refused for what it says is refused at once', async () => {
    const store = await aStore(redis);
    const { status } = await store.write({ operation: 'create', body: {} }, { actor: 'a' });
    expect(status).toBe(400);
  });
});
