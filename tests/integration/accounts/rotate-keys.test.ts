import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { describeRotation } from '../../../src/accounts/vault/rotate-command.js';
import { rotateKeys, type Rotation } from '../../../src/accounts/vault/rotate-keys.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import type { KeyRing, SealingKey } from '../../../src/config/key-ring.js';
import { Secret } from '../../../src/config/secret.js';
import { loadFunctions, type CallFunction } from '../../../src/tasks/load-functions.js';

const aKey = (id: string, fill: number): SealingKey => ({
  id,
  key: new Secret(Buffer.alloc(32, fill)),
});
const old = aKey('k1', 1);
const current = aKey('k2', 2);
const both: KeyRing = [current, old];
let redis: Redis;
let call: CallFunction;

beforeAll(async () => {
  redis = new Redis(inject('redisUrl'));
  call = await loadFunctions(redis);
});
afterAll(() => {
  redis.disconnect();
});

/** A namespace with a string that ends and a hash, both sealed with the old key, and much else. */
async function aNamespace() {
  const namespace = `rotate-${randomUUID().slice(0, 8)}`;
  const vault = createVault({ keys: [old], namespace });
  const token = `${namespace}:tokens:a`;
  const hash = `${namespace}:oauth:login:l`;
  await redis.set(token, vault.seal('token cache', 'a', 'cache of a'), 'PX', 600_000);
  await redis.hset(hash, { plain: 'not sealed', sealed: vault.seal('code', 'l', 'code of l') });
  await redis.set(`${namespace}:tasks:1`, '{"title":"tandem-sealed-1"}');
  await redis.zadd(`${namespace}:tasks:index`, 1, '1');
  await redis.set('unrelated-to-it', vault.seal('p', 's', 'x'), 'PX', 60_000);
  return { namespace, token, hash };
}

function rotate(
  namespace: string,
  options: {
    readonly keys?: KeyRing;
    readonly isDryRun?: boolean;
    readonly call?: CallFunction;
  } = {},
): Promise<Rotation> {
  const { keys = both, isDryRun = false } = options;
  return rotateKeys({
    redis,
    call: options.call ?? call,
    keys,
    namespace,
    isDryRun,
    onProgress: () => undefined,
  });
}

describe('npm run keys:rotate', () => {
  test('seals strings and fields anew, which then need the new key alone and end when they did', async () => {
    const { namespace, token, hash } = await aNamespace();
    const rotation = await rotate(namespace);
    expect(rotation).toEqual({
      current: 0,
      renewed: new Map([['k1', 2]]),
      unknown: new Map(),
      refused: 0,
    });
    const vault = createVault({ keys: [current], namespace });
    expect(vault.open('token cache', 'a', (await redis.get(token)) ?? '')).toBe('cache of a');
    expect(vault.open('code', 'l', (await redis.hget(hash, 'sealed')) ?? '')).toBe('code of l');
    expect(await redis.hget(hash, 'plain')).toBe('not sealed');
    expect(await redis.pttl(token)).toBeGreaterThan(500_000);
    const { text, isWhole } = describeRotation(rotation, { keys: both, isDryRun: false });
    expect(isWhole).toBe(true);
    expect(text).toContain('remove k1 from TOKEN_ENCRYPTION_KEY');
  });

  test('may be repeated: the second time nothing is left to do', async () => {
    const { namespace } = await aNamespace();
    await rotate(namespace);
    const again = await rotate(namespace);
    expect(again).toEqual({ current: 2, renewed: new Map(), unknown: new Map(), refused: 0 });
  });

  test('only counts in a dry run', async () => {
    const { namespace, token } = await aNamespace();
    const before = await redis.get(token);
    const rotation = await rotate(namespace, { isDryRun: true });
    expect(rotation.renewed).toEqual(new Map([['k1', 2]]));
    expect(await redis.get(token)).toBe(before);
    expect(describeRotation(rotation, { keys: both, isDryRun: true }).text).toContain(
      'Nothing was changed.',
    );
  });

  test('never overwrites what a server writes in between', async () => {
    const { namespace, token } = await aNamespace();
    const server = createVault({ keys: [old], namespace });
    let isWritten = false;
    const rotation = await rotate(namespace, {
      call: async (name, ns, ...payload) => {
        if (!isWritten && payload[0] === token) {
          isWritten = true;
          await redis.set(token, server.seal('token cache', 'a', 'a newer cache'), 'PX', 600_000);
        }
        return call(name, ns, ...payload);
      },
    });
    const vault = createVault({ keys: [current], namespace });
    expect(vault.open('token cache', 'a', (await redis.get(token)) ?? '')).toBe('a newer cache');
    expect(rotation.renewed).toEqual(new Map([['k1', 2]]));
  });

  test('tells what it cannot open, and leaves it alone', async () => {
    const { namespace, token } = await aNamespace();
    const lost = await rotate(namespace, { keys: [current] });
    expect(lost.unknown).toEqual(new Map([['k1', 2]]));
    const other = await rotate(namespace, { keys: [current, aKey('k1', 3)] });
    expect(other.refused).toBe(2);
    for (const rotation of [lost, other]) {
      expect(describeRotation(rotation, { keys: both, isDryRun: false }).isWhole).toBe(false);
    }
    const vault = createVault({ keys: [old], namespace });
    expect(vault.open('token cache', 'a', (await redis.get(token)) ?? '')).toBe('cache of a');
  });
});
