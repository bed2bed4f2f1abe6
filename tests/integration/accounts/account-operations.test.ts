import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccountStore, type AccountStore } from '../../../src/accounts/account-store.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import { keyRing } from '../../../src/config/key-ring.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { startLockedServer, type KeyHolder, type LockedServer } from '../access/locked-server.js';
import { testTokenKey } from '../../support/token-key.js';

const secretToken = 'the-access-token-of-somebody';
const secretCache = 'the-refresh-token-of-somebody';
let server: LockedServer;
let store: AccountStore;
let agent: KeyHolder;
let other: KeyHolder;

beforeAll(async () => {
  server = await startLockedServer();
  [agent, other] = [await server.makeKey({ name: 'one' }), await server.makeKey({ name: 'two' })];
  const keys = createKeys(server.namespace);
  store = createAccountStore({
    redis: server.redis,
    keys,
    call: await loadFunctions(server.redis),
    vault: createVault({ keys: keyRing().parse(testTokenKey), namespace: server.namespace }),
    now: Date.now,
  });
});
afterAll(() => server.close());

let count = 0;
async function anAccount(...owners: readonly string[]): Promise<string> {
  count += 1;
  const id = `00000000-0000-4000-8000-00000000000${count}.11111111-1111-4111-8111-111111111111`;
  await store.keepSignIn({
    account: {
      id,
      kind: 'delegated',
      owners,
      userName: `person${count}@contoso.example`,
      displayName: `Person ${count}`,
      flow: 'code',
      scopes: ['Tasks.ReadWrite'],
    },
    cache: secretCache,
    accessToken: secretToken,
    expiresAt: Date.now() + 3_600_000,
  });
  return id;
}

async function idsOf(holder: KeyHolder): Promise<readonly string[]> {
  const { body } = await holder.send('GET', '/api/tokens/health');
  return (body['accounts'] as readonly { id: string }[]).map(({ id }) => id);
}

describe('accounts over REST', () => {
  test('are listed for who signed them in, with their state and without their tokens', async () => {
    const mine = await anAccount('key:one');
    const theirs = await anAccount('key:two');
    const { status, body } = await agent.send('GET', '/api/tokens/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'healthy',
      accounts: [{ id: mine, state: 'ready', health: 'good', scopes: ['Tasks.ReadWrite'] }],
    });
    expect(await idsOf(other)).toEqual([theirs]);
    const text = JSON.stringify(body);
    for (const secret of [secretToken, secretCache, 'tandem-sealed', 'key:'])
      expect(text).not.toContain(secret);
  });

  test('tell how one of them stands, by its id or its name, and nothing of others', async () => {
    const id = await anAccount('key:one');
    const name = `person${count}@contoso.example`;
    await store.halt(
      id,
      { code: 'AADSTS50173', message: 'The sign-in was revoked', advice: 'Sign in again.' },
      { cache: 'any', fresh: null },
    );
    const { body } = await agent.send('GET', `/api/tokens/status?account=${name}`);
    expect(body).toMatchObject({
      id,
      state: 'reauth_required',
      health: 'reauth_required',
      expiresAt: null,
      problem: { code: 'AADSTS50173' },
    });
    const list = await agent.send('GET', '/api/tokens/health');
    expect(list.body).toMatchObject({ status: 'degraded', reasons: [`${name}: Sign in again.`] });
    const refused = await other.send('GET', `/api/tokens/status?account=${id}`);
    expect([refused.status, refused.problem.code]).toEqual([403, 'account_forbidden']);
  });

  test('are forgotten with the last who signed them in, with Temporal away as well', async () => {
    const id = await anAccount('key:one', 'key:two');
    const logout = `/api/accounts/${id}/logout`;
    expect((await agent.send('POST', logout)).body).toEqual({
      account: { id, userName: `person${count}@contoso.example` },
      forgotten: false,
    });
    expect(await store.readToken(id)).not.toBeNull();
    expect(await idsOf(agent)).not.toContain(id);
    expect((await agent.send('POST', logout)).status).toBe(403);
    expect((await other.send('POST', logout)).body).toMatchObject({ forgotten: true });
    expect(await server.redis.keys(`*${id}*`)).toEqual([]);
    expect((await other.send('POST', logout)).status).toBe(404);
  });

  test('need the scopes for it', async () => {
    const reader = await server.makeKey({ name: 'reader', scopes: ['accounts:read'] });
    const id = await anAccount('key:reader');
    expect((await reader.send('GET', '/api/tokens/health')).status).toBe(200);
    const refused = await reader.send('POST', `/api/accounts/${id}/logout`);
    expect(refused.problem.code).toBe('insufficient_scope');
    const blind = await server.makeKey({ name: 'blind', scopes: ['tasks:read'] });
    expect((await blind.send('GET', '/api/tokens/status')).problem.code).toBe('insufficient_scope');
  });

  test('of the configuration are not signed out', async () => {
    await store.keepSignIn({
      account: {
        id: 'app',
        kind: 'app',
        owners: [],
        userName: null,
        displayName: null,
        flow: 'app',
        scopes: ['Tasks.ReadWrite.All'],
      },
      cache: '{}',
      accessToken: secretToken,
      expiresAt: Date.now() + 3_600_000,
    });
    const status = await other.send('GET', '/api/tokens/status');
    expect(status.body).toMatchObject({ id: 'app', health: 'good' });
    const refused = await agent.send('POST', '/api/accounts/app/logout');
    expect([refused.status, refused.problem.code]).toEqual([403, 'account_forbidden']);
  });
});
