import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  createAccountStore,
  type AccountStore,
  type Renewal,
} from '../../../src/accounts/account-store.js';
import { rotateKeys } from '../../../src/accounts/vault/rotate-keys.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import { keyRing, type KeyRing } from '../../../src/config/key-ring.js';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import { loadFunctions, type CallFunction } from '../../../src/tasks/load-functions.js';

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const ring: KeyRing = keyRing().parse(`${key('k1', 1)},${key('k2', 2)}`);
const namespace = `store-${randomUUID().slice(0, 8)}`;
const keys: Keys = createKeys(namespace);
let redis: Redis;
let call: CallFunction;
let store: AccountStore;

beforeAll(async () => {
  redis = new Redis(inject('redisUrl'));
  call = await loadFunctions(redis);
  const vault = createVault({ keys: ring, namespace });
  store = createAccountStore({ redis, keys, call, vault, now: Date.now });
});
afterAll(() => {
  redis.disconnect();
});

async function signIn(id: string, owner: string, cache = 'cache of the sign-in') {
  return store.keepSignIn({
    account: {
      id,
      kind: 'delegated',
      owners: [owner],
      userName: 'maya@contoso.example',
      displayName: 'Maya',
      flow: 'code',
      scopes: ['Tasks.ReadWrite'],
    },
    cache,
    accessToken: `token of ${cache}`,
    expiresAt: Date.now() + 3_600_000,
  });
}

const aRenewal = (): Renewal => ({
  cache: 'renewed cache',
  accessToken: 'renewed token',
  issuedAt: Date.now(),
  expiresAt: Date.now() + 3_600_000,
  scopes: ['Tasks.ReadWrite'],
  answersChallenge: false,
});

async function beforeOf(id: string) {
  return { cache: await store.readCache(id), fresh: null };
}

describe('what is kept of an account', () => {
  test('a renewal replaces token and cache in one step, under a higher revision', async () => {
    const id = randomUUID();
    await signIn(id, 'key:a');
    const before = await store.readToken(id);
    const kept = await store.keepRenewal(id, aRenewal(), await beforeOf(id));
    expect(kept?.revision).toBeGreaterThan(before?.revision ?? 0);
    expect((await store.readToken(id))?.token).toBe('renewed token');
    expect((await store.readCache(id))?.text).toBe('renewed cache');
    expect(await redis.pttl(keys.accessToken(id))).toBeLessThanOrEqual(3_600_000);
    expect(await redis.pttl(keys.tokens(id))).toBeGreaterThan(89 * 86_400_000);
  });

  test('a renewal that a sign-in overtook is not kept, nor does it halt the account', async () => {
    const id = randomUUID();
    await signIn(id, 'key:a');
    const before = await beforeOf(id);
    await signIn(id, 'key:a', 'newer');
    expect(await store.keepRenewal(id, aRenewal(), before)).toBeNull();
    const problem = { code: 'x', message: 'x', advice: 'x' };
    expect(await store.halt(id, problem, before)).toBe(false);
    expect((await store.readCache(id))?.text).toBe('newer');
    expect(await store.read(id)).toMatchObject({ state: 'ready', problem: null });
  });

  test('a renewal does not bring back an account that was signed out meanwhile', async () => {
    const id = randomUUID();
    await signIn(id, 'key:a');
    const before = await beforeOf(id);
    await store.forget(id);
    expect(await store.keepRenewal(id, aRenewal(), before)).toBeNull();
    expect(await redis.keys(`${namespace}*${id}*`)).toEqual([]);
    expect(await store.read(id)).toBeNull();
  });

  test('a renewal is kept when the same cache was only sealed anew meanwhile', async () => {
    const id = randomUUID();
    await signIn(id, 'key:a');
    const before = await beforeOf(id);
    const [first, second] = ring;
    if (second === undefined) throw new Error('one key');
    await rotateKeys({
      redis,
      call,
      keys: [second, first],
      namespace,
      isDryRun: false,
      onProgress: () => undefined,
    });
    expect((await store.readCache(id))?.sealed).not.toBe(before.cache?.sealed);
    expect(await store.keepRenewal(id, aRenewal(), before)).not.toBeNull();
  });

  test('everybody who signs it in at the same time owns it', async () => {
    const id = randomUUID();
    const owners = Array.from({ length: 10 }, (_, at) => `key:${at}`);
    await Promise.all(owners.map((owner) => signIn(id, owner)));
    expect((await store.read(id))?.owners.toSorted()).toEqual(owners.toSorted());
    await Promise.all(owners.slice(1).map((owner) => store.disown(id, owner)));
    expect((await store.read(id))?.owners).toEqual(['key:0']);
    expect(await store.disown(id, 'key:9')).toBe(false);
    expect(await store.disown(id, 'key:0')).toBe(true);
    expect(await store.read(id)).toBeNull();
  });

  test('nothing of a token is readable, and a token moved to another account is refused', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await Promise.all([signIn(one, 'key:a', 'mine'), signIn(other, 'key:b', 'theirs')]);
    const everything = JSON.stringify([
      await redis.hgetall(keys.accounts),
      await redis.get(keys.tokens(one)),
      await redis.get(keys.accessToken(one)),
    ]);
    expect(everything).not.toContain('mine');
    await redis.copy(keys.accessToken(other), keys.accessToken(one), 'REPLACE');
    await expect(store.readToken(one)).rejects.toThrow('was changed, moved here');
  });
});
