import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKeyCommand } from '../../../src/access/key-options.js';
import { hashOfSecret } from '../../../src/access/key-secret.js';
import { runKeyCommand } from '../../../src/access/run-key-command.js';
import { createOwnedAccounts, type OwnedAccounts } from '../../../src/accounts/owned-accounts.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { openSignedIn, type SignedIn } from '../accounts/signed-in.js';
import { readEventStream } from '../http/event-reader.js';
import { nextClient } from '../mcp/mcp-clients.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const tasks = '/api/agent/tasks';

describe('keys that are made', () => {
  let server: LockedServer;
  let replica: LockedServer;
  let accounts: OwnedAccounts;
  let signedIn: SignedIn;
  beforeAll(async () => {
    server = await startLockedServer();
    replica = await startLockedServer({ namespace: server.namespace });
    const { redis } = server;
    const place = { redis, keys: createKeys(server.namespace), call: await loadFunctions(redis) };
    accounts = createOwnedAccounts(place);
    signedIn = openSignedIn(place);
  });
  afterAll(async () => {
    await replica.close();
    await server.close();
  });

  const run = async (...args: readonly string[]): Promise<string> => {
    const command = readKeyCommand(args, Date.now());
    if (command.kind === 'help') throw new Error('Nobody asked for help');
    const store = server.keyStore;
    return runKeyCommand(command, { store, accounts, configured: ['operator'], now: Date.now });
  };
  const secretIn = (text: string): string => /tandem_[\w-]{43}/.exec(text)?.[0] ?? '';

  it('are shown once and kept nowhere but as a hash', async () => {
    const shown = await run('create', '--name', 'writer', '--scopes', 'tasks:read,tasks:write');
    const secret = secretIn(shown);
    const made = await server.holderOf(secret).create({ title: 'x' });
    expect(made.createdBy).toEqual({ kind: 'agent', id: 'writer' });
    const listed = await run('list');
    expect(listed).toMatch(
      /^writer {2,}[0-9a-f]{12} {2,}valid {2,}tasks:read,tasks:write {2,}all/m,
    );
    const kept: string[] = [listed, ...server.logLines];
    for (const name of await server.redis.keys(`${server.namespace}:*`)) {
      kept.push(name, (await server.redis.dumpBuffer(name)).toString('latin1'));
    }
    expect(kept.join('\n')).not.toContain(secret);
    expect(kept.join('\n')).toContain(hashOfSecret(secret));
  });

  it('work on every replica, and end on every replica within a second of their revocation', async () => {
    const secret = secretIn(await run('create', '--name', 'short', '--scopes', 'all'));
    const holders = [server, replica].map(({ origin }) => server.holderOf(secret, origin));
    const statuses = () =>
      Promise.all(holders.map(async (holder) => (await holder.send('GET', tasks)).status));
    expect(await statuses()).toEqual([200, 200]);
    await run('revoke', '--name', 'short');
    await expect.poll(statuses, { timeout: 1_000, interval: 50 }).toEqual([401, 401]);
    const refused = await holders[0]?.send('GET', tasks);
    expect(refused?.problem.detail).toMatch(/short .* is revoked/);
    expect(await run('list')).toMatch(/^short .* revoked/m);
    expect(secretIn(await run('create', '--name', 'short', '--scopes', 'all'))).not.toBe(secret);
  });

  it('that are revoked end open streams too', async () => {
    const holder = await server.makeKey({ name: 'listener' });
    const reader = await readEventStream(`${replica.origin}/api/agent/events`, holder.headers);
    const client = await nextClient(server.origin, { pin: '2026-07-28' }, holder.headers);
    const subscription = await client.listen({ resourceSubscriptions: ['tandem://plans/x'] });
    const waiting = server
      .holderOf(holder.secret)
      .send('GET', '/api/agent/events/wait?timeoutSeconds=30')
      .catch((error: unknown) => error);
    await server.keyStore.revoke('listener');
    const ended = reader.ended.catch(() => undefined);
    await Promise.all([ended, subscription.closed, waiting]);
    expect(await waiting).toBeInstanceOf(TypeError);
    await client.close().catch(() => undefined);
  });

  it('end when they expire', async () => {
    const expiresAt = new Date(Date.now() + 700).toISOString();
    const holder = await server.makeKey({ expiresAt });
    expect((await holder.send('GET', tasks)).status).toBe(200);
    await expect
      .poll(async () => (await holder.send('GET', tasks)).problem.detail, { interval: 50 })
      .toMatch(/expired/);
    expect(Date.now()).toBeLessThan(Date.parse(expiresAt) + 500);
  });

  it('tell when they were used last, and are not written at every use', async () => {
    const holder = await server.makeKey({ name: 'used' });
    const key = createKeys(server.namespace).apiKey(hashOfSecret(holder.secret));
    await holder.send('GET', tasks);
    await expect.poll(() => server.redis.hget(key, 'lastUsedAt')).toMatch(/Z$/);
    const first = await server.redis.hget(key, 'lastUsedAt');
    await holder.send('GET', tasks);
    await holder.send('GET', tasks);
    expect(await server.redis.hget(key, 'lastUsedAt')).toBe(first);
  });

  it('that nobody has made are refused with what is asked for', async () => {
    const bare = await fetch(server.origin + tasks);
    expect(bare.headers.get('www-authenticate')).toBe('Bearer realm="tandem"');
    for (const secret of [`tandem_${'A'.repeat(43)}`, 'x', 'tandem_short']) {
      const { status, headers, problem } = await server.holderOf(secret).send('GET', tasks);
      expect([status, problem.code]).toEqual([401, 'unauthorized']);
      expect(headers.get('www-authenticate')).toBe(
        'Bearer realm="tandem", error="invalid_token", error_description="The key is not known"',
      );
    }
  });

  it('open nothing where Redis holds something else than this version writes', async () => {
    const holder = await server.makeKey({ name: 'odd', plans: ['plan-a'] });
    const key = createKeys(server.namespace).apiKey(hashOfSecret(holder.secret));
    await server.redis.hset(key, 'policy', 'everything');
    expect((await holder.send('GET', tasks)).status).toBe(401);
    await server.redis.hset(key, { policy: 'all', plans: '' });
    await expect
      .poll(async () => (await holder.send('GET', tasks)).body, { interval: 50 })
      .toEqual({ tasks: [], nextCursor: null });
  });

  it('are in the audit log when they are made and when they are revoked', async () => {
    const secret = secretIn(await run('create', '--name', 'logged', '--scopes', 'all'));
    await run('revoke', '--name', 'logged');
    const { body } = await server.operator.send('GET', '/api/audit?limit=2');
    const common = { actor: null, keyId: hashOfSecret(secret).slice(0, 12), object: 'logged' };
    expect(body['entries']).toMatchObject([
      { ...common, operation: 'keys:revoke', status: 200 },
      { ...common, operation: 'keys:create', status: 200 },
    ]);
  });

  it('are not made twice under one name, nor under the name of a configured one', async () => {
    await run('create', '--name', 'twice', '--scopes', 'all');
    await expect(run('create', '--name', 'twice', '--scopes', 'all')).rejects.toThrow('twice');
    await expect(run('create', '--name', 'operator', '--scopes', 'all')).rejects.toThrow('already');
    await expect(run('revoke', '--name', 'nobody')).rejects.toThrow('No valid key');
  });

  describe('once people have been signed in with them', () => {
    const id = `${randomUUID()}.${randomUUID()}`;
    const shared = `${randomUUID()}.${randomUUID()}`;
    beforeAll(async () => {
      await run('create', '--name', 'lent', '--scopes', 'all');
      await signedIn.signIn({ id, owner: 'key:lent', userName: 'maya@tandem.example' });
      await signedIn.signIn({ id: shared, owner: 'key:lent' });
      await signedIn.signIn({ id: shared, owner: 'key:other' });
    });

    it('do not leave the accounts to whoever gets a key of the same name', async () => {
      const revoked = await run('revoke', '--name', 'lent');
      expect(revoked).toContain('stay signed in');
      expect(revoked).toContain('maya@tandem.example');
      const again = run('create', '--name', 'lent', '--scopes', 'all');
      await expect(again).rejects.toThrow('maya@tandem.example');
      expect((await server.keyStore.list()).filter(({ name }) => name === 'lent')).toHaveLength(1);
    });

    it('leave them to the same agent with another key', async () => {
      const shown = await run('create', '--name', 'lent', '--scopes', 'all', '--same-agent');
      expect(secretIn(shown)).not.toBe('');
      expect(await signedIn.store.read(id)).toMatchObject({ owners: ['key:lent'] });
    });

    it('take them along where that is wished, but none from others', async () => {
      expect(await run('revoke', '--name', 'lent', '--sign-out')).toContain('are signed out');
      expect(await signedIn.store.read(id)).toBeNull();
      expect(await signedIn.store.readToken(id)).toBeNull();
      expect(await signedIn.store.read(shared)).toMatchObject({ owners: ['key:other'] });
      expect(secretIn(await run('create', '--name', 'lent', '--scopes', 'all'))).not.toBe('');
    });
  });
});
