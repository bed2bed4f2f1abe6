import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { callerOfConfiguredKey, callerOfKey } from '../../../src/access/caller-of-key.js';
import { createCurrentCaller } from '../../../src/access/current-caller.js';
import { createKeyStore, type KeyStore } from '../../../src/access/key-store.js';
import type { Caller } from '../../../src/domain/access/caller.js';
import { createKeys } from '../../../src/tasks/keys.js';

let redis: Redis;
beforeAll(() => {
  redis = new Redis(inject('redisUrl'));
});
afterAll(() => redis.disconnect());

const wanted = { name: 'bot', scopes: ['mail:send'], plans: null, policy: 'all' } as const;

function aPlace(now: () => number = Date.now) {
  const keys = createKeys(`test-${randomUUID().slice(0, 8)}`);
  const store: KeyStore = createKeyStore({ redis, keys, auditMax: 0, now });
  const current = (isOpen = false) =>
    createCurrentCaller({ keys: store, configured: ['kept'], isOpen, now });
  const make = async (expiresAt: string | null): Promise<Caller> => {
    const made = await store.create({ ...wanted, expiresAt });
    if (made === 'name_taken') throw new Error('The name is taken');
    return callerOfKey(made.key);
  };
  return { store, current, make };
}

const refused = { code: 'unauthorized' };

it('a key that asked is what it is by now, whatever was written down of it', async () => {
  const { store, current, make } = aPlace();
  const caller = await make(null);
  const earlier: Caller = { ...caller, scopes: new Set(['mail:send', 'admin']) };
  expect([...(await current()(earlier)).scopes]).toEqual(['mail:send']);
  await store.revoke('bot');
  await expect(current()(earlier)).rejects.toMatchObject(refused);
  // Another key of the same name asked for nothing.
  await make(null);
  await expect(current()(earlier)).rejects.toMatchObject(refused);
});

it('a key that has ended asks for nothing any more', async () => {
  let now = Date.now();
  const { current, make } = aPlace(() => now);
  const caller = await make(new Date(now + 1_000).toISOString());
  expect(await current()(caller)).toMatchObject({ actor: 'bot' });
  now += 1_001;
  await expect(current()(caller)).rejects.toMatchObject(refused);
});

it('a key of API_KEYS is good as long as it stands there, and nobody without one once there are keys', async () => {
  const { current } = aPlace();
  expect(await current()(callerOfConfiguredKey('kept'))).toMatchObject({ actor: 'kept' });
  await expect(current()(callerOfConfiguredKey('gone'))).rejects.toMatchObject(refused);
  const anybody: Caller = {
    ...callerOfConfiguredKey('bot'),
    kind: 'anonymous',
    owner: 'anonymous',
  };
  expect(await current(true)(anybody)).toBe(anybody);
  await expect(current()(anybody)).rejects.toMatchObject(refused);
});
