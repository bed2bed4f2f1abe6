import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Report } from '../../../src/diagnosis/report.js';
import { startLockedServer, type LockedServer } from '../access/locked-server.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const { graphUrl, tenantId, clientId, clientSecret, defaultPlanId } = inject('emulator');
const env = {
  TEMPORAL_ADDRESS: inject('temporalAddress'),
  GRAPH_BASE_URL: graphUrl,
  AZURE_AUTHORITY_HOST: graphUrl,
  AZURE_TENANT_ID: tenantId,
  AZURE_CLIENT_ID: clientId,
  AZURE_CLIENT_SECRET: clientSecret,
  DEFAULT_PLANNER_PLAN_ID: defaultPlanId,
};

interface Permissions {
  readonly kind: string;
  readonly missing: readonly string[];
  readonly granted: readonly string[];
  readonly needs: readonly { readonly permission: string | null; readonly state: string }[];
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

describe('a server in use', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ redisUrl: inject('redisUrl'), env });
  });
  afterAll(() => server.close());

  it('checks itself, and asks Microsoft once however many want to know', async () => {
    const url = `${server.origin}/api/server/health`;
    const [one, other] = await Promise.all([read<Report>(url), read<Report>(url)]);
    expect(other).toEqual(one);
    const states = new Map(one.findings.map(({ check, state }) => [check, state]));
    expect(Object.fromEntries(states)).toMatchObject({
      'process.port': 'ok',
      'redis.reachable': 'ok',
      'redis.functions': 'ok',
      'temporal.reachable': 'ok',
      'microsoft.sign-in': 'ok',
      'permissions.Tasks.ReadWrite.All': 'ok',
      'plans.access': 'ok',
      'clock.graph': 'ok',
    });
    expect(JSON.stringify(one)).not.toContain(clientSecret);
  });

  it('tells what the app may do and what it lacks, with what is watched taken in', async () => {
    const url = `${server.origin}/api/auth/permissions`;
    const before = await read<Permissions>(url);
    expect(before).toMatchObject({ account: 'app', kind: 'application', missing: [] });
    expect(before.needs.map(({ permission }) => permission)).toEqual(
      expect.arrayContaining(['Tasks.ReadWrite.All', 'User.ReadBasic.All', 'Mail.Send', null]),
    );
    const resource = 'chats/19:x@thread.v2/members';
    const row = { resource, kind: 'teams', changeTypes: ['created'], includeResourceData: false };
    await server.redis.hset(
      `${server.namespace}:webhook:wanted`,
      'chat',
      JSON.stringify({ ...row, origin: 'operation', by: 'x', at: new Date().toISOString() }),
    );
    expect((await read<Permissions>(`${url}?account=app`)).missing).toEqual([
      'ChatMember.Read.All',
    ]);
  });

  it('knows no account that nobody signed in', async () => {
    const response = await fetch(`${server.origin}/api/auth/permissions?account=nobody`);
    expect(response.status).toBe(404);
  });
});

describe('a server that cannot sign in', () => {
  it('says so in both', async () => {
    const server = await startTestServer({
      redisUrl: inject('redisUrl'),
      env: { ...env, AZURE_CLIENT_SECRET: 'a-wrong-secret-of-the-app' },
    });
    try {
      const { findings } = await read<Report>(`${server.origin}/api/server/health`);
      expect(findings.find(({ check }) => check === 'microsoft.sign-in')?.state).toBe('failure');
      const response = await fetch(`${server.origin}/api/auth/permissions`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        code: 'graph_unavailable',
        detail: expect.stringContaining('AZURE_CLIENT_SECRET'),
      });
    } finally {
      await server.close();
    }
  });
});

describe('a caller that sees some plans only', () => {
  let server: LockedServer;
  beforeAll(async () => {
    server = await startLockedServer({ env });
  });
  afterAll(() => server.close());

  it('hears of no other plan', async () => {
    const plans = async (keyPlans: readonly string[] | null) => {
      const key = await server.makeKey({ scopes: ['sync:read'], plans: keyPlans });
      const { body } = await key.send('GET', '/api/server/health');
      return (body as Report).findings.filter(({ planId }) => planId !== null).length;
    };
    expect(await plans(null)).toBe(1);
    expect(await plans(['another-plan'])).toBe(0);
  });
});
