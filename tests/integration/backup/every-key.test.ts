import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import { aTaskStore, type TaskStoreFixture } from '../tasks/task-store-fixture.js';
import { aBackupDesk, type BackupDesk } from './backup-desk.js';
import { dumpNamespace, namesIn } from './namespaces.js';

let fixture: TaskStoreFixture;
let desk: BackupDesk;
let keys: Keys;
let target: string;
let file: string;

beforeAll(async () => {
  fixture = await aTaskStore();
  desk = aBackupDesk(fixture.redis);
});
afterAll(() => {
  desk.close();
  fixture.close();
});
beforeEach(() => {
  keys = createKeys(`from-${randomUUID()}`);
  target = `into-${randomUUID()}`;
  file = desk.file(`${randomUUID()}.ndjson`);
});

/** One key of every type, as a later version of the product may add them. */
async function fill(): Promise<void> {
  const { redis } = fixture;
  const name = (key: string) => `${keys.namespace}:${key}`;
  await redis.set(name('later:text'), 'Grüße \u{1F600}\nzwei "Zeilen"');
  await redis.set(name('later:bytes'), Buffer.from([0, 255, 254, 128, 10]));
  await redis.set(name('later:ends'), 'soon', 'PX', 3_600_000);
  await redis.hset(name('later:hash'), { a: '1', 'b c': '', ü: '{"x":[]}' });
  await redis.hset(name('later:hash'), 'bytes', Buffer.from([200, 10, 13]));
  await redis.sadd(name('later:set'), ...Array.from({ length: 1_700 }, (_, at) => `member ${at}`));
  await redis.zadd(name('later:zset'), 1.5, 'a', '-inf', 'b', 1_767_225_600_123, 'c', 0.1, 'd');
  await redis.rpush(name('later:list'), ...Array.from({ length: 12_345 }, (_, at) => `line ${at}`));
  for (let at = 0; at < 450; at += 1) {
    await redis.xadd(
      name('later:stream'),
      `${1_000 + at}-3`,
      'event',
      `{"at":${at}}`,
      'again',
      'x',
    );
  }
  await redis.xtrim(name('later:stream'), 'MAXLEN', 400);
  await redis.xadd(keys.outbox, '*', 'plan', 'P', 'tasks', '["planner:X"]', 'source', 'planner');
  await redis.xgroup('CREATE', keys.outbox, 'relay', '0');
  await redis.xreadgroup('GROUP', 'relay', 'me', 'STREAMS', keys.outbox, '>');
  const gone = await redis.xadd(keys.inbox, '*', 'one', '1');
  await redis.xdel(keys.inbox, String(gone));
}

describe('a backup', () => {
  it('carries keys of every type into another namespace as they were', async () => {
    await fill();
    await desk.backUp(keys.namespace, file);
    await desk.restore(target, file);
    expect(await dumpNamespace(fixture.redis, target)).toEqual(
      await dumpNamespace(fixture.redis, keys.namespace),
    );
  });

  it('is the same compressed', async () => {
    await fill();
    await desk.backUp(keys.namespace, `${file}.gz`);
    await desk.restore(target, `${file}.gz`);
    expect(await dumpNamespace(fixture.redis, target)).toEqual(
      await dumpNamespace(fixture.redis, keys.namespace),
    );
    await desk.backUp(keys.namespace, file);
    expect(statSync(`${file}.gz`).size).toBeLessThan(statSync(file).size / 2);
  });

  it('has what the relay took and did not hand over delivered again', async () => {
    await fill();
    await desk.backUp(keys.namespace, file);
    await desk.restore(target, file);
    const { outbox } = createKeys(target);
    await fixture.redis.xgroup('CREATE', outbox, 'relay', '0', 'MKSTREAM');
    const reply = await fixture.redis.xreadgroup('GROUP', 'relay', 'me', 'STREAMS', outbox, '>');
    expect(JSON.stringify(reply)).toContain('planner:X');
  });

  it('can be read by nobody but its owner, and holds no secret and nothing that only runs now', async () => {
    const { redis } = fixture;
    await redis.set(keys.tokens('app'), 'SECRET');
    await redis.set(keys.oauthState('state'), 'SECRET');
    await redis.hset(keys.apiKey('hash'), 'name', 'SECRET');
    await redis.hset(keys.gate('graph', 'tenant'), 'until', 'SECRET');
    await redis.zadd(keys.workers, 1, 'SECRET');
    await redis.hset(keys.planTraces, 'P', 'SECRET');
    await redis.set(keys.seen('X'), 'SECRET');
    await redis.set(keys.graphMetadata('users', 'U'), 'SECRET');
    await redis.hset(keys.config, 'titleMax', '255');
    await desk.backUp(keys.namespace, file);
    expect(readFileSync(file, 'utf8')).not.toContain('SECRET');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await desk.restore(target, file);
    expect(await namesIn(redis, target)).toEqual([`${target}:config`]);
  });

  it('leaves out what has ended by the time of the restore', async () => {
    const { redis } = fixture;
    await redis.set(`${keys.namespace}:later:short`, 'x', 'PX', 1_500);
    await redis.set(`${keys.namespace}:later:long`, 'x');
    await desk.backUp(keys.namespace, file);
    const short = () => redis.exists(`${keys.namespace}:later:short`);
    await expect.poll(short, { timeout: 10_000 }).toBe(0);
    await desk.restore(target, file);
    expect(await namesIn(redis, target)).toEqual([`${target}:later:long`]);
  });

  it('keeps its hands off a namespace whose name begins alike', async () => {
    await fixture.redis.set(`${keys.namespace}2:tasks:x`, 'other');
    await fixture.redis.set(`${keys.namespace}:later:a`, 'mine');
    await desk.backUp(keys.namespace, file);
    expect(readFileSync(file, 'utf8')).not.toContain('other');
  });

  it('of nothing is refused, and leaves no file', async () => {
    await expect(desk.backUp(keys.namespace, file)).rejects.toMatchObject({
      code: 'namespace_empty',
    });
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it('replaces no file unless told so', async () => {
    await fixture.redis.set(`${keys.namespace}:later:a`, '1');
    await desk.backUp(keys.namespace, file);
    await expect(desk.backUp(keys.namespace, file)).rejects.toMatchObject({ code: 'file_exists' });
    await fixture.redis.set(`${keys.namespace}:later:a`, '2');
    await desk.backUp(keys.namespace, file, { isReplacing: true });
    expect(readFileSync(file, 'utf8')).toContain('"value":"2"');
  });
});

describe('a restore', () => {
  it('refuses a namespace that holds something, and says what to do', async () => {
    await fill();
    await desk.backUp(keys.namespace, file);
    await fixture.redis.set(`${target}:config`, 'x');
    await expect(desk.restore(target, file)).rejects.toMatchObject({
      code: 'namespace_not_empty',
      message: expect.stringContaining('--into') as string,
    });
    expect(await namesIn(fixture.redis, target)).toEqual([`${target}:config`]);
  });

  it('pauses the plans of another namespace, and keeps them as they were in its own', async () => {
    const links = {
      on: '{"accountId":"app","mode":"on","linkedAt":"2026-01-01T00:00:00Z","by":"x"}',
      preview: '{"accountId":"app","mode":"preview"}',
    };
    await fixture.redis.hset(keys.linkedPlans, links);
    await desk.backUp(keys.namespace, file);
    const restored = await desk.restore(target, file);
    expect(restored).toMatchObject({ arePlansPaused: true, planIds: ['on', 'preview'] });
    expect(await fixture.redis.hgetall(createKeys(target).linkedPlans)).toEqual({
      on: links.on.replace('"on"', '"paused"'),
      preview: links.preview,
    });
    await fixture.redis.unlink(keys.linkedPlans);
    await desk.restore(keys.namespace, file);
    expect(await fixture.redis.hgetall(keys.linkedPlans)).toEqual(links);
  });

  it('can be told to leave the plans on', async () => {
    await fixture.redis.hset(keys.linkedPlans, 'P', '{"accountId":"app","mode":"on"}');
    await desk.backUp(keys.namespace, file);
    await desk.restore(target, file, 'kept');
    expect(await fixture.redis.hget(createKeys(target).linkedPlans, 'P')).toContain('"on"');
  });
});
