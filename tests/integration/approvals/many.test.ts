import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { callerOfConfiguredKey } from '../../../src/access/caller-of-key.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import { createApprovalStore } from '../../../src/approvals/approval-store.js';
import { createApprovals } from '../../../src/approvals/approvals.js';
import { createStandingApprovals } from '../../../src/approvals/standing-approvals.js';
import { keyRing } from '../../../src/config/key-ring.js';
import { createKeys } from '../../../src/tasks/keys.js';

let redis: Redis;
beforeAll(() => {
  redis = new Redis(inject('redisUrl'));
});
afterAll(() => redis.disconnect());

function aPlace() {
  const keys = createKeys(`test-${randomUUID().slice(0, 8)}`);
  const storeWith = (ring: string) =>
    createApprovalStore({
      redis,
      keys,
      vault: createVault({ keys: keyRing().parse(ring), namespace: keys.namespace }),
    });
  const started: string[] = [];
  const decided: string[] = [];
  const flows = {
    start: ({ approvalId }: { readonly approvalId: string }) => {
      started.push(approvalId);
      return Promise.resolve();
    },
    decided: ({ approvalId }: { readonly approvalId: string }) => {
      decided.push(approvalId);
      return Promise.resolve();
    },
  };
  const approvals = createApprovals({
    store: storeWith(aKey('k1', 1)),
    redis,
    keys,
    flows,
    rules: [],
    ttlMs: 60_000,
    baseUrl: () => 'http://localhost',
    audit: { note: () => undefined },
    onLost: () => undefined,
    now: Date.now,
  });
  const ask = (who: string, id: string) =>
    approvals.ask({
      caller: callerOfConfiguredKey(who),
      actor: who,
      id,
      operation: 'mail_send',
      input: {},
      fingerprint: id,
      effect: 'Send it',
      details: {},
    });
  return { storeWith, started, decided, flows, approvals, ask };
}

const aKey = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;

it('a caller that asks without end keeps no other from asking', async () => {
  const { ask } = aPlace();
  for (let count = 0; count < 100; count += 1) await ask('wild', `wild-${String(count)}`);
  await expect(ask('wild', 'one more')).rejects.toMatchObject({ code: 'too_many_requests' });
  expect(await ask('calm', 'calm-1')).toMatchObject({ state: 'waiting', askedBy: 'calm' });
});

it('not more wait in all than people can look over', async () => {
  const { storeWith, ask } = aPlace();
  await ask('bot', 'first');
  const store = storeWith(aKey('k1', 1));
  const asked = (await store.read('first'))?.asked;
  if (asked === undefined) throw new Error('It is gone');
  await Promise.all(Array.from({ length: 499 }, (_, at) => store.create(`of-${at}`, asked)));
  await expect(ask('late', 'one more')).rejects.toMatchObject({
    code: 'too_many_requests',
    message: expect.stringContaining('500 calls') as unknown,
  });
});

it('what was decided and never told to its flow is told, and what is over is closed', async () => {
  const { storeWith, started, decided, flows, ask } = aPlace();
  const store = storeWith(aKey('k1', 1));
  for (const id of ['waits', 'approved', 'refused']) await ask('bot', id);
  for (const verdict of ['approved', 'refused'] as const) {
    await store.decide(verdict, { verdict, by: 'boss', comment: null, at: Date.now() });
  }
  started.length = 0;
  await createStandingApprovals({ store, flows, now: Date.now })();
  expect([started, decided]).toEqual([['waits'], ['approved']]);
  expect((await store.open()).toSorted()).toEqual(['approved', 'waits']);
});

it('an approval whose time is over is decided by nobody, and lists leave out what does not open', async () => {
  const { storeWith, approvals, ask } = aPlace();
  const boss = {
    kind: 'key',
    owner: 'key:boss',
    way: 'call',
    mayDecideForOthers: true,
    name: 'boss',
    keyId: null,
  } as const;
  await ask('bot', 'fresh');
  const store = storeWith(aKey('k1', 1));
  const asked = (await store.read('fresh'))?.asked;
  if (asked === undefined) throw new Error('It is gone');
  const late = { ...asked, askedAt: asked.askedAt - 1, expiresAt: Date.now() - 1 };
  await store.create('late', late);
  const yes = { verdict: 'approved', comment: null } as const;
  await expect(approvals.decide('late', boss, yes)).rejects.toMatchObject({
    code: 'approval_expired',
  });
  expect((await store.read('late'))?.decision).toBeNull();
  await storeWith(aKey('k2', 2)).create('sealed', { ...asked, askedAt: asked.askedAt + 1 });
  const listed = await approvals.list(boss, { limit: 10, isOpenOnly: false });
  expect(listed.map(({ id }) => id)).toEqual(['fresh', 'late']);
});

it('an approval that does not open any more keeps no other from its flow', async () => {
  const { storeWith, started, flows, ask } = aPlace();
  await ask('bot', 'old');
  await storeWith(aKey('k2', 2)).create('new', {
    asker: {
      actor: 'bot',
      kind: 'key',
      owner: 'key:bot',
      person: null,
      keyId: null,
      scopes: [],
      plans: null,
      policy: 'all',
    },
    operation: 'mail_send',
    input: {},
    fingerprint: 'new',
    effect: 'Send it',
    details: {},
    askedAt: Date.now(),
    expiresAt: Date.now() + 120_000,
  });
  started.length = 0;
  await createStandingApprovals({ store: storeWith(aKey('k2', 2)), flows, now: Date.now })();
  expect(started).toEqual(['new']);
});
