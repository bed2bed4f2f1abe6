import { Redis } from 'ioredis';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Child } from '../../../scripts/lib/children.mjs';
import { createPortBook } from '../../../scripts/lib/ports.mjs';
import { checkRedis } from '../../../scripts/lib/redis-check.mjs';
import { findRedis, startRedis } from '../../../scripts/lib/redis.mjs';

let folder: string;
const started: Child[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-redis-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.stop(0)));
});

async function start(data: 'kept' | 'in memory') {
  const program = await findRedis(process.env);
  if (program === null) throw new Error('No Redis on this machine.');
  const { port } = await createPortBook().reserve(0);
  const logFile = join(folder, 'redis.log');
  const { child, url } = await startRedis({ program, port, folder, logFile, data });
  started.push(child);
  return { child, client: new Redis(url) };
}

function onPath(name: string, version: string): { PATH: string } {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\necho "${version}"\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
  return { PATH: join(folder, 'bin') };
}

describe('the Redis that npm start runs', () => {
  it('never evicts, listens on loopback only and keeps an append-only file', async () => {
    const { client } = await start('kept');
    const settings = await client.config(
      'GET',
      'maxmemory-policy',
      'bind',
      'appendonly',
      'appendfsync',
    );
    expect(settings).toEqual(
      expect.arrayContaining(['noeviction', '127.0.0.1', 'appendonly', 'yes', 'everysec']),
    );
    await client.quit();
  });

  it('still has the data after it was stopped and started', async () => {
    const first = await start('kept');
    await first.client.set('task', 'kept');
    await first.client.quit();
    await first.child.stop(10_000);
    const second = await start('kept');
    expect(await second.client.get('task')).toBe('kept');
    await second.client.quit();
  });
});

describe('finding Redis', () => {
  it('takes Valkey as well', async () => {
    // A machine with Redis in its usual places answers with that one; both are fine.
    const found = await findRedis(onPath('valkey-server', 'Valkey server v=8.0.1 sha=0'));
    expect(['Valkey 8.0.1', expect.stringMatching(/^Redis \d/)]).toContainEqual(found?.version);
  });

  it('refuses one that is too old for Redis Functions', async () => {
    const env = onPath('redis-server', 'Redis server v=6.2.14 sha=0');
    await expect(findRedis(env)).rejects.toThrow(/Redis 7 or newer is needed: .*version 6\.2\.14/);
  });
});

function endpoint(port: number) {
  return { host: '127.0.0.1', port, username: null, password: null, tls: false, ca: null };
}

describe('a Redis that was there before', () => {
  it('is asked for its version', async () => {
    const { port } = new URL(inject('redisUrl'));
    expect(await checkRedis(endpoint(Number(port)))).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('may be away: that is no reason to stop', async () => {
    const { port } = await createPortBook().reserve(0);
    expect(await checkRedis(endpoint(port))).toBeNull();
  });

  it('may want a password: a wrong one is told in its own words', async () => {
    const { client } = await start('in memory');
    await client.config('SET', 'requirepass', 'right');
    const port = client.options.port ?? 0;
    await expect(checkRedis(endpoint(port))).rejects.toThrow(/NOAUTH/);
    expect(await checkRedis({ ...endpoint(port), password: 'right' })).toMatch(/^\d/);
    client.disconnect();
  });
});
