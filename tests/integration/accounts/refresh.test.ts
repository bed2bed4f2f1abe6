import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { createAccountActivities } from '../../../activities/index.js';
import { accountWorkflowId, accountView } from '../../../workflows/account/contract.js';
import { createAccountStore } from '../../../src/accounts/account-store.js';
import { GraphError } from '../../../src/domain/graph-error.js';
import { permissionsAskedOfPeople } from '../../../src/domain/permissions/personal-permission.js';
import type { GraphAccount } from '../../../src/graph/gateway/graph-account.js';
import { loadFunctions, type CallFunction } from '../../../src/tasks/load-functions.js';
import { monitorRedis } from '../../support/redis-monitor.js';
import { startAccountLab, type AccountLab, type AccountProcess } from './account-lab.js';

const wait = { timeout: 15_000, interval: 25 };
const app: GraphAccount = { kind: 'app' };
let lab: AccountLab;
let one: AccountProcess;
let other: AccountProcess;

beforeAll(async () => {
  lab = await startAccountLab();
  [one, other] = await Promise.all([lab.newProcess(), lab.newProcess()]);
});
afterAll(() => lab.close());

const delegated = (id: string): GraphAccount => ({ kind: 'delegated', id });

async function failureOf(token: Promise<string>): Promise<GraphError> {
  const error: unknown = await token.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error(`no GraphError but ${String(error)}`);
  return error;
}

/** As if its time had come: what all processes share is gone, and none remembers. */
async function expire(id: string): Promise<readonly [AccountProcess, AccountProcess]> {
  await lab.redis.del(lab.keys.accessToken(id));
  return Promise.all([lab.newProcess(), lab.newProcess()]);
}

const view = (id: string) =>
  lab.temporal.client.workflow
    .getHandle(accountWorkflowId(lab.keys.namespace, id))
    .query(accountView);

/** What Graph says to a token. */
async function askGraph(token: string): Promise<Response> {
  return fetch(`${lab.emulator.boardUrl}/v1.0/me`, {
    headers: { Authorization: `Bearer ${token}` },
  });
}

describe('the token of an account', () => {
  test('is asked for once by 200 calls of two processes at its end, the refresh token with it', async () => {
    const { id } = await lab.signIn(one, 'Maya', 'key:agent');
    await vi.waitFor(async () => expect((await view(id)).state).toBe('ready'), wait);
    const before = await one.store.readCache(id);
    const processes = await expire(id);
    await lab.control('DELETE', '/sign-ins');
    const tokens = await Promise.all(
      Array.from({ length: 200 }, (_, at) => {
        const { tokens: some } = at % 2 === 0 ? processes[0] : processes[1];
        return some.get(delegated(id));
      }),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(await lab.grants()).toEqual(['refresh_token']);
    expect((await one.store.readCache(id))?.text).not.toBe(before?.text);
    expect((await askGraph(tokens[0] ?? '')).status).toBe(200);
  });

  test('goes on with what was allowed, when people are asked for more by now', async () => {
    const few = ['Tasks.ReadWrite', 'User.Read'];
    const { id, scopes } = await lab.signIn(one, 'Tomás', 'key:agent', few);
    expect(scopes.toSorted()).toEqual(few);
    await lab.redis.del(lab.keys.accessToken(id));
    const all = permissionsAskedOfPeople();
    expect(all.length).toBeGreaterThan(few.length);
    const restarted = await lab.newProcess({ GRAPH_SCOPES: all.join(',') });
    const token = await restarted.tokens.get(delegated(id));
    expect((await askGraph(token)).status).toBe(200);
    expect(await restarted.store.read(id)).toMatchObject({ state: 'ready' });
    expect((await restarted.store.read(id))?.scopes.toSorted()).toEqual(few);
  });

  test('reaches Redis sealed only, in whatever is sent there', async () => {
    const monitor = await monitorRedis(inject('redisUrl'));
    try {
      const [process] = await expire('app');
      const token = await process.tokens.get(app);
      await vi.waitFor(() => expect(monitor.text()).toContain('tandem_account_keep_v1'), wait);
      expect(monitor.text().includes(token)).toBe(false);
    } finally {
      monitor.close();
    }
  });

  test('of the app is asked for once, too, without Temporal', async () => {
    const processes = await expire('app');
    await lab.control('DELETE', '/sign-ins');
    const tokens = await Promise.all(
      Array.from({ length: 200 }, (_, at) => {
        const { tokens: some } = at % 2 === 0 ? processes[0] : processes[1];
        return some.get(app);
      }),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(await lab.grants()).toEqual(['client_credentials']);
    expect(await one.store.read('app')).toMatchObject({ kind: 'app', state: 'ready', owners: [] });
  });

  test('of the app is had anew where the key is lost that the last was sealed with', async () => {
    await lab.redis.del(lab.keys.accessToken('app'));
    await one.tokens.get(app);
    const key = `new:${Buffer.alloc(32, 9).toString('base64')}`;
    const renewed = await lab.newProcess({ TOKEN_ENCRYPTION_KEY: key });
    expect(await renewed.tokens.get(app)).toBeTruthy();
    await lab.redis.del(lab.keys.accessToken('app'));
  });

  test('comes from memory while it is fresh: Redis is not asked', async () => {
    const token = await one.tokens.get(app);
    await lab.redis.del(lab.keys.accessToken('app'));
    await lab.control('DELETE', '/sign-ins');
    expect(await one.tokens.get(app)).toBe(token);
    expect(await lab.grants()).toEqual([]);
  });
});

describe('a sign-in that was revoked', () => {
  test('must be made again, says so and alerts, and then goes on without a restart', async () => {
    const { id } = await lab.signIn(one, 'Jonas', 'key:agent');
    await lab.control('POST', '/people/Jonas/revoke', {});
    const [fresh] = await expire(id);
    const failure = await failureOf(fresh.tokens.get(delegated(id)));
    expect(failure).toMatchObject({ code: 'reauth_required' });
    expect(failure.message).toContain('AADSTS50173');
    expect(await one.store.read(id)).toMatchObject({
      state: 'reauth_required',
      problem: { code: 'AADSTS50173' },
    });
    expect((await view(id)).state).toBe('reauth_required');
    expect((await lab.alerts.open()).map(({ subject }) => subject)).toEqual([id]);
    await lab.control('DELETE', '/sign-ins');
    await failureOf(other.tokens.get(delegated(id)));
    expect(await lab.grants()).toEqual([]);

    await lab.signIn(other, 'Jonas', 'key:agent');
    expect(await fresh.tokens.get(delegated(id))).toBeTruthy();
    await vi.waitFor(async () => expect((await view(id)).state).toBe('ready'), wait);
    await vi.waitFor(async () => expect(await lab.alerts.open()).toEqual([]), wait);
  });
});

describe('a claims challenge', () => {
  test('is answered by one fresh token; challenged again, the person must sign in', async () => {
    const { id } = await lab.signIn(one, 'Priya', 'key:agent');
    const account = delegated(id);
    const token = await one.tokens.get(account);
    await lab.control('POST', '/people/Priya/challenge', {});
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    expect((await askGraph(token)).status).toBe(401);
    await lab.control('DELETE', '/sign-ins');
    const fresh = await other.tokens.get(account, { fresh: true, claims });
    expect(fresh).not.toBe(token);
    expect((await askGraph(fresh)).status).toBe(200);
    expect(await lab.grants()).toEqual(['refresh_token']);

    const later = await lab.newProcess();
    const failure = await failureOf(later.tokens.get(account, { fresh: true, claims }));
    expect(failure.code).toBe('reauth_required');
    expect(await lab.grants()).toEqual(['refresh_token']);
  });
});

describe('signing out', () => {
  test('forgets the tokens and ends the flow', async () => {
    const { id } = await lab.signIn(one, 'Lena', 'key:agent');
    const handle = lab.temporal.client.workflow.getHandle(
      accountWorkflowId(lab.keys.namespace, id),
    );
    await one.flows.signOut(id);
    await handle.result();
    expect(await lab.redis.keys(`*${id}*`)).toEqual([]);
    expect(await one.store.read(id)).toBeNull();
    expect((await failureOf(other.tokens.get(delegated(id)))).code).toBe('reauth_required');
  });

  test('ends the alert of an account that waited for a sign-in', async () => {
    const { id } = await lab.signIn(one, 'Jonas', 'key:agent');
    await lab.control('POST', '/people/Jonas/revoke', {});
    const [fresh] = await expire(id);
    await failureOf(fresh.tokens.get(delegated(id)));
    const alerted = async () => (await lab.alerts.open()).map(({ subject }) => subject);
    expect(await alerted()).toContain(id);
    await one.store.forget(id);
    await one.flows.signOut(id);
    await vi.waitFor(async () => expect(await alerted()).not.toContain(id), wait);
  });

  test('leaves alone who has signed in before the flow comes to it', async () => {
    const before = Date.now();
    const { id } = await lab.signIn(one, 'Lena', 'key:agent');
    await createAccountActivities(one).signOutAccount({ accountId: id, upTo: before - 1 });
    expect(await one.store.read(id)).toMatchObject({ state: 'ready' });
    await createAccountActivities(one).signOutAccount({ accountId: id, upTo: Date.now() });
    expect(await one.store.read(id)).toBeNull();
  });

  test('by the last owner does not take away what another signs in at that moment', async () => {
    const { id } = await lab.signIn(one, 'Lena', 'key:first');
    const [known] = await lab.redis.hmget(lab.keys.accounts, id);
    let isFirst = true;
    const call: CallFunction = async (name, ...rest) => {
      if (name === 'tandem_account_forget_v1' && isFirst) {
        isFirst = false;
        const json = JSON.stringify({
          ...JSON.parse(known ?? ''),
          owners: ['key:first', 'key:second'],
        });
        await lab.redis.hset(lab.keys.accounts, id, json);
      }
      return callFunction(name, ...rest);
    };
    const callFunction = await loadFunctions(lab.redis);
    const store = createAccountStore({
      redis: lab.redis,
      keys: lab.keys,
      call,
      vault: one.vault,
      now: Date.now,
    });
    expect(await store.disown(id, 'key:first')).toBe(true);
    expect(await store.read(id)).toMatchObject({ owners: ['key:second'] });
    expect(await store.readToken(id)).not.toBeNull();
  });
});
