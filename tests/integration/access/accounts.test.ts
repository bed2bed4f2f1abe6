import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { testTokenKey } from '../../support/token-key.js';
import { openSignedIn, type SignedIn } from '../accounts/signed-in.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { accountIdOfPerson } from '../graph/people-gateway.js';
import { clientKinds, type McpTestClient } from '../mcp/mcp-clients.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { startLockedServer, type KeyHolder, type LockedServer } from './locked-server.js';

const [today] = clientKinds;

let graph: GraphLab;
let server: LockedServer;
let accounts: SignedIn;
/** The key that signed Maya in, and one that did not. */
let desk: KeyHolder;
let stranger: KeyHolder;
let maya: string;
let planId: string;

beforeAll(async () => {
  // The app may read people and nothing else: plans are a person's to read.
  graph = await startGraphLab({ appRoles: ['User.Read.All'] });
  const { emulator } = graph;
  server = await startLockedServer({
    env: {
      ...environmentOf(emulator),
      TOKEN_ENCRYPTION_KEY: testTokenKey,
      PUBLIC_BASE_URL: 'https://tandem.example',
    },
  });
  const keys = createKeys(server.namespace);
  accounts = openSignedIn({ redis: server.redis, keys, call: await loadFunctions(server.redis) });
  desk = await server.makeKey({ name: 'desk' });
  stranger = await server.makeKey({ name: 'stranger' });
  const [person] = graph.people;
  if (person === undefined) throw new Error('The tenant is empty');
  maya = accountIdOfPerson(graph, person);
  await accounts.signIn({
    id: maya,
    owner: 'key:desk',
    userName: 'maya@contoso.example',
    accessToken: person.accessToken,
  });
  planId = (await graph.makePlan()).id;
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

const lookUp = (holder: KeyHolder, account?: string) => {
  const query = new URLSearchParams({ type: 'plan', id: planId, ...(account && { account }) });
  return holder.send('GET', `/api/metadata?${query.toString()}`);
};

describe('a call in the name of an account', () => {
  it('sees what the person sees, and leaves nothing of it for others', async () => {
    const seen = await lookUp(desk, 'MAYA@contoso.example');
    expect(seen).toMatchObject({
      status: 200,
      body: { id: planId, title: 'Lab', source: 'graph' },
    });
    const kept = await server.redis.keys(`${server.namespace}:graph:*${planId}*`);
    expect(kept).toEqual([]);
    const asApp = await lookUp(desk);
    expect([asApp.status, asApp.problem.code]).toEqual([403, 'graph_forbidden']);
    // Not from what the app was told either.
    expect((await lookUp(desk, maya)).status).toBe(200);
  });

  it('is refused where somebody else signed the account in, and where nobody knows it', async () => {
    for (const named of [maya, 'maya@contoso.example']) {
      const answer = await lookUp(stranger, named);
      expect([answer.status, answer.problem.code]).toEqual([403, 'account_forbidden']);
    }
    const unknown = await lookUp(desk, 'nobody@contoso.example');
    expect([unknown.status, unknown.problem.code]).toEqual([404, 'account_not_found']);
    expect(unknown.problem.errors?.[0]?.candidates).toEqual([
      { id: maya, name: 'maya@contoso.example', mail: 'maya@contoso.example' },
    ]);
  });

  it('is refused in the same way over MCP, with what a model can do', async () => {
    const client = await connect(stranger);
    try {
      const refused = await client.call('metadata_get', {
        type: 'plan',
        id: planId,
        account: maya,
      });
      expect(refused).toMatchObject({ isError: true, structured: { code: 'account_forbidden' } });
      expect(refused.texts[1]).toContain('auth_list_accounts');
    } finally {
      await client.close();
    }
    const own = await connect(desk);
    try {
      const seen = await own.call('metadata_get', { type: 'plan', id: planId, account: maya });
      expect(seen).toMatchObject({ isError: false, structured: { title: 'Lab' } });
    } finally {
      await own.close();
    }
  });

  it('does not open plans that the key may not see', async () => {
    const narrow = await server.makeKey({ name: 'narrow', plans: ['another-plan'] });
    await accounts.signIn({
      id: maya,
      owner: 'key:narrow',
      userName: 'maya@contoso.example',
      accessToken: graph.people[0]?.accessToken ?? '',
    });
    expect((await lookUp(narrow, maya)).status).toBe(404);
  });
});

describe('what goes on in the name of an account', () => {
  it('is a plan that only the account can read', async () => {
    const add = (holder: KeyHolder, more: object) =>
      holder.send('POST', '/api/sync/plans', { planId, mode: 'preview', ...more });
    const others = await add(stranger, { account: maya });
    expect([others.status, others.problem.code]).toEqual([403, 'account_forbidden']);
    const nobody = await add(stranger, {});
    expect([nobody.status, nobody.problem.code]).toEqual([403, 'plan_forbidden']);
    const own = await add(desk, {});
    expect(own).toMatchObject({ status: 200, body: { accountId: maya, accountBefore: null } });
    const health = await desk.send('GET', '/api/sync/health');
    expect(health.body['plans']).toContainEqual(
      expect.objectContaining({ planId, accountId: maya, mode: 'preview' }),
    );
    const log = await server.redis.xrevrange(`${server.namespace}:audit:log`, '+', '-');
    expect(JSON.stringify(log)).toContain(planId);
  });

  it('is a resource that is watched, and that nobody else takes over', async () => {
    const subscribe = (holder: KeyHolder, body: object) =>
      holder.send('POST', '/api/webhook/subscriptions', body);
    const own = await subscribe(desk, { resource: 'me/todo/lists/list-1/tasks' });
    const oid = maya.split('.')[0] ?? '';
    expect(own).toMatchObject({
      status: 200,
      body: { resource: `users/${oid}/todo/lists/list-1/tasks`, accountId: maya },
    });
    const taken = await subscribe(stranger, { resource: `users/${oid}/todo/lists/list-1/tasks` });
    expect([taken.status, taken.problem.code]).toEqual([403, 'account_forbidden']);
    const asApp = await subscribe(stranger, { resource: 'me/messages' });
    expect([asApp.status, asApp.problem.code]).toEqual([400, 'invalid_input']);
  });

  it('waits where the person must sign in again, and says so to the caller', async () => {
    await accounts.lock(maya);
    const answer = await lookUp(desk, maya);
    expect([answer.status, answer.problem.code]).toEqual([409, 'reauth_required']);
    expect(answer.problem.detail).toContain('auth_start_login');
    const on = await desk.send('POST', '/api/sync/plans', { planId, mode: 'on' });
    expect(on).toMatchObject({ status: 200, body: { mode: 'on', hold: 'reauth_required' } });
    // The state is read once a second.
    await vi.waitFor(
      async () => {
        const health = await desk.send('GET', '/api/sync/health');
        const plans = health.body['plans'] as { planId: string; state: string; hold: string }[];
        const plan = plans.find((one) => one.planId === planId);
        expect(plan?.state).toBe('reauth_required');
        expect(plan?.hold).toContain('maya@contoso.example must sign in again');
      },
      { timeout: 5_000, interval: 200 },
    );
  });
});

async function connect(holder: KeyHolder): Promise<McpTestClient> {
  if (today === undefined) throw new Error('There is a client of today');
  const client = await today.connect(server.origin, holder.headers);
  await client.listTools();
  return client;
}
