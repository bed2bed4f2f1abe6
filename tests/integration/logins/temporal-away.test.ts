import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createLogins } from '../../../src/accounts/login/create-logins.js';
import { createLoginStore } from '../../../src/accounts/login/login-store.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import { Secret } from '../../../src/config/secret.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';

let redis: Redis;
let server: TestServer;

beforeAll(async () => {
  redis = new Redis(inject('redisUrl'));
  // It has no Temporal.
  server = await startTestServer({ redisUrl: inject('redisUrl') });
});
afterAll(async () => {
  await server.close();
  redis.disconnect();
});

const loginKeys = async (namespace: string): Promise<readonly string[]> =>
  (await redis.keys(`${namespace}:oauth:*`)).map((key) => key.slice(namespace.length));

/** Sign-ins whose flows do as they are told. Each look at the clock takes a second. */
function loginsWith(callbackArrived: () => Promise<void>) {
  const keys = createKeys(`test-${randomUUID()}`);
  let time = Date.now();
  const now = (): number => (time += 1_000);
  const vault = createVault({
    keys: [{ id: 'k', key: new Secret(randomBytes(32)) }],
    namespace: keys.namespace,
  });
  const store = createLoginStore({ redis, keys, vault, now });
  const logins = createLogins({
    store,
    flows: { start: async () => undefined, callbackArrived, cancelled: async () => undefined },
    device: { begin: () => Promise.reject(new Error('No device here')) },
    azure: { tenantId: 't', clientId: 'c', authorityHost: 'https://login.example' },
    scopes: [],
    exposesTokens: false,
    newId: randomUUID,
    logger: { warn: () => undefined },
    now,
  });
  const pass = (ms: number): void => {
    time += ms;
  };
  return { keys, store, logins, pass };
}

const begin = ({ logins }: ReturnType<typeof loginsWith>) =>
  logins.begin({
    owner: 'key:bot',
    actor: 'bot',
    kind: 'tool',
    callbackUrl: 'http://localhost/oauth/callback',
    browserHash: null,
    returnTo: null,
    expect: null,
  });

async function arrive(lab: ReturnType<typeof loginsWith>) {
  const begun = await begin(lab);
  const query = new URLSearchParams({ state: begun.state, code: 'the-code' });
  return { begun, arrival: await lab.logins.arrived(query, null) };
}

test('without Temporal no sign-in is begun, and nothing of it stays', async () => {
  const response = await fetch(`${server.origin}/api/auth/logins`, { method: 'POST' });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'temporal_unavailable' });
  expect(await loginKeys(server.namespace)).toEqual([]);
  expect(server.logLines.join('\n')).toContain('A sign-in could not be begun');
});

test('an answer that the flow cannot be told of fails in words, and its code is gone', async () => {
  const lab = loginsWith(() => Promise.reject(new Error('Temporal is away')));
  const { begun, arrival } = await arrive(lab);
  expect(arrival).toMatchObject({
    kind: 'failed',
    login: { state: 'failed', problem: { code: 'interrupted' } },
  });
  expect(await lab.store.readCode(begun.loginId)).toBeNull();
  expect(await lab.store.readSecrets(begun.loginId)).toBeNull();
});

test('a Temporal that is away for a moment is told a moment later', async () => {
  let tries = 0;
  const lab = loginsWith(async () => {
    tries += 1;
    if (tries < 3) throw new Error('Temporal is away');
  });
  const { begun, arrival } = await arrive(lab);
  expect(arrival).toMatchObject({ kind: 'taken', login: { state: 'redeeming' } });
  expect(tries).toBe(3);
  expect(await lab.store.readCode(begun.loginId)).toBe('the-code');
});

test('a sign-in whose flow was lost counts as expired soon after its time', async () => {
  const lab = loginsWith(async () => undefined);
  const { loginId, state } = await begin(lab);
  lab.pass(590_000);
  expect(await lab.logins.view(loginId)).toMatchObject({ state: 'waiting' });
  lab.pass(10_000);
  const late = await lab.logins.arrived(new URLSearchParams({ state, code: 'x' }), null);
  expect(late).toMatchObject({ kind: 'refused', problem: { code: 'expired' } });
  lab.pass(31_000);
  expect(await lab.logins.view(loginId)).toMatchObject({
    state: 'expired',
    problem: { code: 'expired' },
  });
});

test('nothing of a sign-in is kept for longer than about an hour', async () => {
  const lab = loginsWith(async () => undefined);
  const { begun } = await arrive(lab);
  await lab.store.finish(begun.loginId, { kind: 'failed', code: 'expired', said: null });
  const names = await redis.keys(`${lab.keys.namespace}:*`);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    const left = await redis.pttl(name);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(4_300_000);
  }
});
