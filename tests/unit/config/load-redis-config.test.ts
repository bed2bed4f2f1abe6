import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRedisConfig } from '../../../src/config/load-redis-config.js';
import { withRunningRedis } from '../../../src/config/running-stack.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
  const lock = { notes: { Redis: 'redis://127.0.0.1:7001', MCP: 'x' } };
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(lock));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the Redis of a command', () => {
  it('needs nothing else of the configuration', () => {
    expect(loadRedisConfig({ REDIS_NAMESPACE: '' })).toMatchObject({
      host: '127.0.0.1',
      port: 6379,
      namespace: 'annika',
    });
    expect(loadRedisConfig({ REDIS_URL: 'rediss://u:p@redis:6380/2' })).toMatchObject({
      host: 'redis',
      port: 6380,
      tls: true,
      db: 2,
    });
  });

  it('is refused with every problem', () => {
    const wrong = { REDIS_URL: 'redis://redis', REDIS_HOST: 'other', REDIS_NAMESPACE: 'a:b' };
    expect(() => loadRedisConfig(wrong)).toThrow(/2 problems[^]*REDIS_NAMESPACE[^]*REDIS_URL/);
  });

  it('is that of the running npm start unless one is configured', () => {
    const running = { TANDEM_DATA_DIR: folder };
    expect(loadRedisConfig(withRunningRedis(running)).port).toBe(7001);
    expect(loadRedisConfig(withRunningRedis({ ...running, REDIS_HOST: 'other' })).host).toBe(
      'other',
    );
    expect(loadRedisConfig(withRunningRedis({ TANDEM_DATA_DIR: '/nowhere' })).port).toBe(6379);
  });
});
