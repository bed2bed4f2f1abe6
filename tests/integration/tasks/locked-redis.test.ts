import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalAuthority } from '../../../emulator/certificates/local-authority.js';
import { startChild, waitUntilReady, type Child } from '../../../scripts/lib/children.mjs';
import { createPortBook } from '../../../scripts/lib/ports.mjs';
import { checkRedis } from '../../../scripts/lib/redis-check.mjs';
import { findRedis } from '../../../scripts/lib/redis.mjs';
import { openRedis } from '../../../src/backup/open-redis.js';
import { ConfigError } from '../../../src/config/config-error.js';
import { loadRedisConfig } from '../../../src/config/load-redis-config.js';
import { startTestServer } from '../http/start-test-server.js';

const password = 'p@ss/word #1 é';

/** A Redis with TLS of an authority that nobody trusts by itself, and with a password. */
let folder: string;
let child: Child;
let port: number;
let caFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-locked-redis-'));
  const authority = await openLocalAuthority(folder, () => new Date());
  const { cert, key } = await authority.issueLeaf();
  ({ caFile } = authority);
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  const program = await findRedis(process.env);
  if (program === null) throw new Error('redis-server or valkey-server 7 or newer is needed');
  ({ port } = await createPortBook().reserve(0));
  child = await startChild({
    name: program.version,
    command: program.path,
    logFile: join(folder, 'redis.log'),
    args: optionsOf({
      port: '0',
      'tls-port': String(port),
      'tls-auth-clients': 'no',
      'tls-cert-file': join(folder, 'cert.pem'),
      'tls-key-file': join(folder, 'key.pem'),
      requirepass: password,
      'maxmemory-policy': 'noeviction',
      save: '',
      dir: folder,
      bind: '127.0.0.1',
    }),
  });
  await waitUntilReady(child, 60_000, async () => {
    const version = await checkRedis(endpoint()).catch(() => null);
    return version === null ? null : true;
  });
});
afterAll(async () => {
  await child.stop(5_000);
  rmSync(folder, { recursive: true, force: true });
});

function optionsOf(options: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
}

function url(secret = password): string {
  return `rediss://:${encodeURIComponent(secret)}@localhost:${port}`;
}

function endpoint(changes: Readonly<Record<string, string>> = {}) {
  const config = loadRedisConfig({ REDIS_URL: url(), REDIS_TLS_CA: caFile, ...changes });
  return { ...config, password: config.password?.reveal() ?? null };
}

describe('a Redis with TLS of an authority of its own and a password', () => {
  it('serves writes, reads, and those who listen', async () => {
    const server = await startTestServer({ redisUrl: url(), env: { REDIS_TLS_CA: caFile } });
    try {
      const events = await fetch(`${server.origin}/api/agent/events`);
      const reader = events.body?.getReader();
      const made = await fetch(`${server.origin}/api/agent/tasks`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: 'Behind a lock' }),
      });
      expect(made.status).toBe(201);
      let heard = '';
      while (!heard.includes('Behind a lock')) {
        const part = await reader?.read();
        if (part === undefined || part.done) break;
        heard += Buffer.from(part.value).toString();
      }
      expect(heard).toContain('Behind a lock');
      await reader?.cancel();
      expect(server.logLines.join('\n')).not.toContain('p@ss');
    } finally {
      await server.close();
    }
  });

  it.each([
    ['the URL', () => ({ REDIS_URL: url(), REDIS_TLS_CA: caFile })],
    [
      'its parts',
      () => ({
        REDIS_HOST: 'localhost',
        REDIS_PORT: String(port),
        REDIS_PASSWORD: password,
        REDIS_TLS: 'true',
        REDIS_TLS_CA: caFile,
      }),
    ],
    [
      'an address',
      () => ({ REDIS_URL: url().replace('localhost', '127.0.0.1'), REDIS_TLS_CA: caFile }),
    ],
  ])('is opened by every command, given by %s', async (_how, env) => {
    const config = loadRedisConfig(env());
    const redis = await openRedis(config);
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
    expect(await checkRedis({ ...config, password })).toMatch(/^\d/);
  });

  it('is not spoken to when somebody else vouches for it', async () => {
    const config = loadRedisConfig({ REDIS_URL: url() });
    await expect(openRedis(config)).rejects.toThrow(/certificate/);
    expect(await checkRedis({ ...config, password })).toBeNull();
  });

  it('tells a wrong password, and nobody else does', async () => {
    const env = { REDIS_URL: url('not the one'), REDIS_TLS_CA: caFile };
    const failed: unknown = await openRedis(loadRedisConfig(env)).catch((error: unknown) => error);
    expect(String(failed)).toMatch(/WRONGPASS/);
    expect(String(failed)).not.toContain('not the one');
  });

  it('needs a file of certificates, and TLS', () => {
    const problems = (env: Record<string, string>): readonly string[] => {
      try {
        loadRedisConfig(env);
        return [];
      } catch (error) {
        return error instanceof ConfigError ? [error.message] : [];
      }
    };
    const key = join(folder, 'key.pem');
    expect(problems({ REDIS_URL: url(), REDIS_TLS_CA: key })[0]).toContain('PEM file');
    expect(problems({ REDIS_URL: url(), REDIS_TLS_CA: '/nowhere' })[0]).toContain('PEM file');
    const plain = { REDIS_URL: 'redis://localhost', REDIS_TLS_CA: caFile };
    expect(problems(plain)[0]).toContain('REDIS_TLS_CA: needs TLS');
  });
});
