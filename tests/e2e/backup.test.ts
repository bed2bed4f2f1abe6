import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const dist = fileURLToPath(new URL('../../dist/src/', import.meta.url));
let folder: string;
let redis: Redis;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-backup-'));
  redis = new Redis(inject('redisUrl'));
});
afterAll(() => {
  redis.disconnect();
  rmSync(folder, { recursive: true });
});

function run(
  command: 'backup' | 'restore',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(dist, `${command}.js`), ...args],
      { cwd: folder, env: { TANDEM_DATA_DIR: folder, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }),
    );
  });
}

describe('the commands backup and restore', () => {
  it('carry a namespace over, and say what they did', async () => {
    const from = `from-${randomUUID()}`;
    const into = `into-${randomUUID()}`;
    const env = { REDIS_URL: inject('redisUrl'), REDIS_NAMESPACE: from };
    await redis.hset(`${from}:plans:linked`, 'P', '{"accountId":"app","mode":"on"}');
    const file = join(folder, 'b.ndjson.gz');
    const made = await run('backup', ['--file', file], env);
    expect(made.output).toContain(`0 tasks and 1 other keys of "${from}"`);
    expect(made.code).toBe(0);
    const restored = await run('restore', ['--file', file, '--into', into], env);
    expect(restored.output).toContain('Its plans are paused: P');
    expect(restored.code).toBe(0);
    expect(await redis.hget(`${into}:plans:linked`, 'P')).toContain('paused');
    const again = await run('restore', ['--file', file, '--into', into], env);
    expect(again.output).toContain('is not empty');
    expect(again.code).toBe(1);
  });

  it('say where Redis was looked for when it is away', async () => {
    const { code, output } = await run('backup', [], { REDIS_URL: 'redis://127.0.0.1:1' });
    expect(output).toContain('Redis at 127.0.0.1:1 cannot be used');
    expect(code).toBe(1);
  });

  it('have a help', async () => {
    expect((await run('backup', ['--help'], {})).output).toContain('--wait');
    expect((await run('restore', ['--help'], {})).output).toContain('--into');
  });
});
