import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextClient } from '../mcp/mcp-clients.js';
import { startEntraServer, type EntraServer } from './entra-server.js';

let server: EntraServer;

/** Microsoft's clock is so much behind that its youngest tokens are at the end of what we bear with. */
const settings = { clockSkewSeconds: -58 };
const asUser = { person: 'Maya', permissions: ['access_as_user'] };

beforeAll(async () => {
  server = await startEntraServer({
    settings,
    env: { AUTH_MODE: 'entra,api-key', API_KEYS: `operator:${'o'.repeat(32)}` },
  });
});
afterAll(() => server.close());

/** Ends with whoever has sent it. */
async function ended(response: Response): Promise<'ended'> {
  await response.text().catch(() => '');
  return 'ended';
}

describe('a token that ends', () => {
  it('is good until then, and a little longer: clocks differ', async () => {
    const maya = await server.caller({ ...asUser, lifetimeSeconds: 20 });
    expect((await maya.send('GET', '/api/sync/health')).status).toBe(200);
    const late = await server.caller({ ...asUser, lifetimeSeconds: 20, flaw: 'expired' });
    expect((await late.send('GET', '/api/sync/health')).status).toBe(401);
  });

  it('ends streams of events and waits for changes', async () => {
    const { headers } = await server.caller({ ...asUser, lifetimeSeconds: 1 });
    const events = await fetch(`${server.origin}/api/agent/events`, { headers });
    expect(events.status).toBe(200);
    const wait = fetch(`${server.origin}/api/agent/events/wait?timeoutSeconds=50`, { headers });
    await expect(wait.then(ended)).rejects.toThrow('fetch failed');
    expect(await ended(events)).toBe('ended');
  });

  it('ends what MCP clients listen to', async () => {
    const { headers } = await server.caller({ ...asUser, lifetimeSeconds: 1 });
    const client = await nextClient(server.origin, { pin: '2026-07-28' }, headers);
    const { body } = await server.operator.send('POST', '/api/agent/tasks', { title: 'Heard of' });
    const listening = await client.listen({
      resourceSubscriptions: [`tandem://tasks/${String(body['id'])}`],
    });
    expect(await listening.closed).not.toBe('local');
    await client.close();
  });
});

describe('keys of the tenant that are withdrawn', () => {
  it('end the tokens that they have signed, as soon as it is known', async () => {
    const before = await server.caller(asUser);
    expect((await before.send('GET', '/api/sync/health')).status).toBe(200);
    await server.control('POST', '/keys/rotate', { retire: true });
    const after = await server.caller(asUser);
    expect((await after.send('GET', '/api/sync/health')).status).toBe(200);
    const { status, problem } = await before.send('GET', '/api/sync/health');
    expect([status, problem.detail]).toEqual([401, 'The signature of the token is not valid']);
  });
});

describe('several ways side by side', () => {
  it('take keys as well, and tell who brings nothing about tokens', async () => {
    expect((await server.operator.send('GET', '/api/sync/health')).status).toBe(200);
    const { headers } = await fetch(`${server.origin}/api/sync/health`);
    expect(headers.get('www-authenticate')).toContain('resource_metadata=');
    const unknown = await server.holderOf('not-a-key').send('GET', '/api/sync/health');
    expect(unknown.problem).toMatchObject({ status: 401, detail: 'The key or token is not known' });
  });

  it('write down who it was, people by name', async () => {
    const maya = await server.caller(asUser);
    const { id } = await maya.create({ title: 'Written down' });
    await maya.send('POST', '/api/sync/pause', {});
    await expect
      .poll(async () => {
        const path = '/api/audit?actor=maya.okafor@tandem.example';
        return (await server.operator.send('GET', path)).body['entries'];
      })
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ operation: 'task_create', object: id, keyId: null }),
          expect.objectContaining({ operation: 'sync_pause', code: 'insufficient_scope' }),
        ]),
      );
  });
});

describe('a limit', () => {
  it('is of the person, whichever token they come with', async () => {
    const narrow = await startEntraServer({ env: { RATE_LIMIT_PER_MINUTE: '3' } });
    try {
      const statuses: number[] = [];
      for (let count = 0; count < 4; count += 1) {
        const maya = await narrow.caller(asUser);
        statuses.push((await maya.send('GET', '/api/sync/health')).status);
      }
      expect(statuses).toEqual([200, 200, 200, 429]);
      const jonas = await narrow.caller({ ...asUser, person: 'Jonas' });
      expect((await jonas.send('GET', '/api/sync/health')).status).toBe(200);
    } finally {
      await narrow.close();
    }
  });
});

describe('Entra that is away', () => {
  it('refuses nobody whose keys are known, and asks others to come again', async () => {
    const away = await startEntraServer();
    const maya = await away.caller(asUser);
    const origin = away.origin;
    const fresh = await startEntraServer({ env: { AZURE_AUTHORITY_HOST: 'https://localhost:1' } });
    try {
      expect((await maya.send('GET', '/api/sync/health')).status).toBe(200);
      const again = await away.token(asUser);
      await away.emulator.close();
      const { status } = await away.holderOf(again, origin).send('GET', '/api/sync/health');
      expect(status).toBe(200);
      const {
        status: code,
        headers,
        problem,
      } = await fresh.holderOf(again).send('GET', '/api/sync/health');
      expect([code, problem.code]).toEqual([503, 'sign_in_unavailable']);
      expect(headers.get('retry-after')).not.toBeNull();
    } finally {
      await fresh.close();
      await away.close();
    }
  });
});
