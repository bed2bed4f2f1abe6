import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { Connection } from '@temporalio/client';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { emptyAccount } from '../../../src/accounts/stored-account.js';
import { diagnose } from '../../../src/composition/diagnosis/diagnose.js';
import { openDiagnosis } from '../../../src/composition/diagnosis/open-diagnosis.js';
import { readConfig } from '../../../src/config/load-config.js';
import type { Report } from '../../../src/diagnosis/report.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { ownRedis, type OwnRedis } from '../http/own-redis.js';
import { environmentOf } from '../../support/emulator-environment.js';

let lab: GraphLab;
let temporal: Connection;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  lab = await startGraphLab();
  temporal = await Connection.connect({ address: inject('temporalAddress') });
  await registerSearchAttributes(temporal, 'default');
});
afterAll(async () => {
  await temporal.close();
  await lab.close();
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await lab.clearFaults();
});

function environment(): Record<string, string> {
  const { emulator } = lab;
  return {
    PORT: '0',
    REDIS_URL: inject('redisUrl'),
    REDIS_NAMESPACE: `doctor-${randomUUID().slice(0, 8)}`,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_TASK_QUEUE: 'nobody-works-here',
    ...environmentOf(emulator),
    DEFAULT_PLANNER_PLAN_ID: emulator.defaultPlanId,
  };
}

/** This machine may be busy. */
const patient = { lookMs: 15_000, checkMs: 20_000 };

const run = (change: Record<string, string> = {}, limits = patient): Promise<Report> =>
  diagnose(openDiagnosis(readConfig({ ...environment(), ...change }), limits));

function statesOf(report: Report, ...names: readonly string[]): string[] {
  return report.findings
    .filter(({ check }) => names.length === 0 || names.some((name) => check.startsWith(name)))
    .map(({ check, state }) => `${check} ${state}`);
}

function findingOf(report: Report, name: string) {
  const found = report.findings.find(({ check }) => check === name);
  if (found === undefined) throw new Error(`Nothing was said of ${name}`);
  return found;
}

async function aRedis(): Promise<OwnRedis> {
  const server = await ownRedis();
  ends.push(() => server.close());
  await server.start();
  return server;
}

/** What tools beyond boards need, in the order shown. */
const ofTools = [
  'Group.ReadBasic.All',
  'Mail.Read',
  'Mail.ReadWrite',
  'Mail.Send',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMessage.Read.All',
  'Chat.Read.All',
  'Chat.Create',
  'User.Read.All',
  'Presence.Read.All',
  'GroupMember.Read.All',
  'Files.Read.All',
];
const ofToolsAre = (state: string) => ofTools.map((name) => `permissions.${name} ${state}`);

describe('the doctor', () => {
  it('finds everything in a working installation, but for the worker that is not there', async () => {
    const report = await run();
    expect(statesOf(report)).toEqual([
      'process.node ok',
      'process.data-folder ok',
      'process.port skipped',
      'process.token-key ok',
      'configuration.variables ok',
      'redis.reachable ok',
      'redis.version ok',
      'redis.eviction ok',
      'redis.persistence warning',
      'redis.memory ok',
      'redis.replicas ok',
      expect.stringMatching(/^redis\.functions /),
      'redis.transport ok',
      'temporal.reachable ok',
      'temporal.namespace ok',
      'temporal.search-attributes ok',
      'temporal.workers failure',
      'microsoft.authority ok',
      'microsoft.graph ok',
      'microsoft.sign-in ok',
      'microsoft.credential ok',
      'microsoft.accounts ok',
      'permissions.Tasks.ReadWrite.All ok',
      'permissions.User.ReadBasic.All ok',
      ...ofToolsAre('ok'),
      'plans.access ok',
      'address.public skipped',
      'clock.graph ok',
      'clock.entra ok',
      'clock.redis ok',
    ]);
    expect(report.status).toBe('unhealthy');
    expect(JSON.stringify(report)).not.toContain(lab.emulator.clientSecret);
  });

  it('has something to do for every warning and failure, and nothing for what is well', async () => {
    for (const { state, fix } of (await run({ AZURE_CLIENT_SECRET: 'wrong-secret' })).findings) {
      if (state === 'ok') expect(fix).toBeNull();
      if (state === 'warning' || state === 'failure') expect(fix).toMatch(/\w/);
    }
  });

  it('writes nothing to Redis', async () => {
    const server = await aRedis();
    await run({ REDIS_URL: server.url });
    const redis = new Redis(server.url);
    ends.push(() => redis.disconnect());
    expect(await redis.dbsize()).toBe(0);
    const used = [...(await redis.info('commandstats')).matchAll(/^cmdstat_([^:]+):/gm)];
    const known = new Set(await commandsThatOnlyRead(redis));
    expect(used.map(([, name]) => name).filter((name) => !known.has(name ?? ''))).toEqual([]);
    expect(await redis.function('LIST')).toEqual([]);
  });
});

/** And those that look after the connection or tell about the server. */
async function commandsThatOnlyRead(redis: Redis): Promise<string[]> {
  const reading = (await redis.call('ACL', 'CAT', 'read')) as string[];
  return [
    ...reading,
    'info',
    'time',
    'hello',
    'client|setinfo',
    'config|get',
    'function|list',
    'ping',
    'select',
  ];
}

describe('a broken Redis', () => {
  it('that evicts is a failure with the remedy', async () => {
    const server = await aRedis();
    const redis = new Redis(server.url);
    ends.push(() => redis.disconnect());
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const report = await run({ REDIS_URL: server.url });
    expect(findingOf(report, 'redis.eviction')).toMatchObject({
      state: 'failure',
      fix: expect.stringContaining('noeviction'),
    });
    expect(findingOf(report, 'redis.functions').state).toBe('warning');
  });

  it('that hangs holds up nothing else', async () => {
    const server = await aRedis();
    server.freeze();
    ends.push(() => server.thaw());
    const report = await run({ REDIS_URL: server.url }, { lookMs: 4_000, checkMs: 20_000 });
    expect(report.tookMs).toBeLessThan(10_000);
    expect(statesOf(report, 'redis.reachable', 'redis.version', 'microsoft', 'plans')).toEqual([
      'redis.reachable failure',
      'redis.version skipped',
      'microsoft.authority ok',
      'microsoft.graph ok',
      'microsoft.sign-in ok',
      'microsoft.credential ok',
      'microsoft.accounts skipped',
      'plans.access ok',
    ]);
  });

  it('with another password is told so, without either password', async () => {
    const server = await aRedis();
    const redis = new Redis(server.url);
    await redis.config('SET', 'requirepass', 'the-right-password');
    redis.disconnect();
    const report = await run({ REDIS_URL: server.url.replace('//', '//:a-wrong-password@') });
    expect(findingOf(report, 'redis.reachable')).toMatchObject({
      state: 'failure',
      found: expect.stringContaining('WRONGPASS'),
      fix: expect.stringContaining('REDIS_PASSWORD'),
    });
    expect(JSON.stringify(report)).not.toMatch(/a-wrong-password|the-right-password/);
  });

  it('that is not there is told so', async () => {
    const report = await run({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(findingOf(report, 'redis.reachable').found).toContain('nothing listens there');
  });

  it('that speaks no TLS is told so, and a server that is no Redis as well', async () => {
    const url = inject('redisUrl').replace('redis:', 'rediss:');
    const tls = await run({ REDIS_URL: url }, { lookMs: 1_000, checkMs: 20_000 });
    expect(findingOf(tls, 'redis.reachable')).toMatchObject({ state: 'failure' });
    const stranger = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    ends.push(() => stranger.close());
    const address = stranger.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const other = await run({ REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(findingOf(other, 'redis.reachable').state).toBe('failure');
  });
});

describe('a broken Temporal', () => {
  it('without the search attributes is a failure with the command that makes them', async () => {
    const namespace = `doctor-${randomUUID().slice(0, 8)}`;
    await temporal.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    await expect
      .poll(
        async () =>
          findingOf(await run({ TEMPORAL_NAMESPACE: namespace }), 'temporal.search-attributes'),
        { timeout: 15_000 },
      )
      .toMatchObject({
        state: 'failure',
        fix: expect.stringContaining(
          `--namespace ${namespace} --name TandemPlanId --name TandemNamespace`,
        ),
      });
  });

  it('without the namespace is told so', async () => {
    const report = await run({ TEMPORAL_NAMESPACE: 'nowhere' });
    expect(statesOf(report, 'temporal')).toEqual([
      'temporal.reachable ok',
      'temporal.namespace failure',
      'temporal.search-attributes skipped',
      'temporal.workers skipped',
    ]);
  });

  it('that is not there is told so', async () => {
    const report = await run({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(findingOf(report, 'temporal.reachable')).toMatchObject({
      state: 'failure',
      found: expect.stringContaining('127.0.0.1:1'),
    });
    expect(findingOf(report, 'temporal.workers').state).toBe('skipped');
  });
});

describe('a broken way to Microsoft', () => {
  it('with a wrong secret is a failure, and what depends on it is left open', async () => {
    const report = await run({ AZURE_CLIENT_SECRET: 'wrong-secret-of-the-app' });
    expect(statesOf(report, 'microsoft', 'permissions', 'plans')).toEqual([
      'microsoft.authority ok',
      'microsoft.graph ok',
      'microsoft.sign-in failure',
      'microsoft.credential skipped',
      'microsoft.accounts ok',
      'permissions.all skipped',
      'plans.access skipped',
    ]);
    expect(findingOf(report, 'microsoft.sign-in').fix).toContain('AZURE_CLIENT_SECRET');
    expect(JSON.stringify(report)).not.toContain('wrong-secret-of-the-app');
  });

  it('with an unknown tenant is told so', async () => {
    const report = await run({ AZURE_TENANT_ID: randomUUID() });
    expect(findingOf(report, 'microsoft.authority').fix).toContain('AZURE_TENANT_ID');
  });

  it('without a permission names it and who can grant it', async () => {
    await lab.settings({ appRoles: ['Tasks.Read.All'] });
    ends.push(() => lab.settings({ appRoles: ['Tasks.ReadWrite.All', 'User.ReadBasic.All'] }));
    const report = await run();
    expect(statesOf(report, 'permissions')).toEqual([
      'permissions.Tasks.ReadWrite.All failure',
      'permissions.User.ReadBasic.All warning',
      ...ofToolsAre('warning'),
    ]);
    expect(findingOf(report, 'permissions.Tasks.ReadWrite.All').fix).toContain('admin consent');
  });

  it('with a plan that is gone names it', async () => {
    const { id } = await lab.makePlan();
    const gone = 'xqQg5FS2LkCp935s-FIFm2QAFkHM';
    const report = await run({ PLANNER_PLAN_IDS: `${id},${gone}` });
    const plans = report.findings.filter(({ area }) => area === 'plans');
    expect(plans.map(({ planId, state }) => [planId, state])).toEqual([
      [lab.emulator.defaultPlanId, 'ok'],
      [id, 'ok'],
      [gone, 'failure'],
    ]);
  });

  it('with a secret that ends soon warns, and leaves open what Graph does not tell', async () => {
    const expiresAt = new Date(Date.now() + 5.5 * 86_400_000).toISOString();
    const { boardUrl, clientId, clientSecret } = lab.emulator;
    const app = `${boardUrl}/control/apps/${clientId}`;
    const setSecrets = async (secrets: object[]) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ secrets });
      expect((await fetch(app, { method: 'PATCH', headers, body })).status).toBe(200);
    };
    await setSecrets([{ value: clientSecret, expiresAt }]);
    ends.push(() => setSecrets([{ value: clientSecret }]));
    expect(findingOf(await run(), 'microsoft.credential')).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('(5 days)'),
    });
    await lab.addFault({
      match: { method: 'GET', path: '/applications' },
      effect: { kind: 'status', status: 403, code: 'Authorization_RequestDenied' },
    });
    expect(findingOf(await run(), 'microsoft.credential')).toMatchObject({
      state: 'skipped',
      fix: expect.stringContaining('Certificates & secrets'),
    });
  });

  it('with another time names both of Microsoft’s clocks', async () => {
    await lab.settings({ clockSkewSeconds: -120 });
    ends.push(() => lab.settings({ clockSkewSeconds: 0 }));
    const report = await run();
    expect(statesOf(report, 'clock')).toEqual([
      'clock.graph failure',
      'clock.entra failure',
      'clock.redis ok',
    ]);
    expect(findingOf(report, 'clock.graph').found).toContain('ahead of Microsoft Graph');
  });
});

describe('accounts and keys', () => {
  it('of people are counted where they wait for a sign-in, and their plans are left to the server', async () => {
    const namespace = `doctor-${randomUUID().slice(0, 8)}`;
    const keys = createKeys(namespace);
    const redis = new Redis(inject('redisUrl'));
    ends.push(() => redis.disconnect());
    const person = { id: 'oid.tid', kind: 'delegated', flow: 'code' } as const;
    const account = { ...emptyAccount(person), state: 'reauth_required' };
    await redis.hset(keys.accounts, person.id, JSON.stringify(account));
    const link = { accountId: person.id, mode: 'on' };
    await redis.hset(keys.linkedPlans, 'plan-of-a-person', JSON.stringify(link));
    const report = await run({ REDIS_NAMESPACE: namespace });
    expect(findingOf(report, 'microsoft.accounts')).toMatchObject({
      state: 'warning',
      found: expect.stringMatching(/^1 account waits/),
    });
    const plan = report.findings.find(({ planId }) => planId === 'plan-of-a-person');
    expect(plan).toMatchObject({ state: 'skipped', fix: expect.stringContaining('server') });
  });

  it('by certificate: its end is read from its file, and a file that is none is a failure', async () => {
    const app = { AZURE_CLIENT_SECRET: '', AZURE_CLIENT_CERTIFICATE_PATH: lab.emulator.caFile };
    expect(findingOf(await run(app), 'microsoft.credential')).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/certificate of the app .* is good until \d{4}-/),
    });
    const broken = { ...app, AZURE_CLIENT_CERTIFICATE_PATH: import.meta.filename };
    const report = await run(broken);
    expect(findingOf(report, 'microsoft.credential').state).toBe('failure');
    expect(findingOf(report, 'microsoft.sign-in').state).toBe('failure');
  });

  it('are named by their ids and never shown', async () => {
    const secret = randomBytes(32).toString('base64');
    const report = await run({ TOKEN_ENCRYPTION_KEY: `k7:${secret}` });
    expect(findingOf(report, 'process.token-key').found).toContain('sealed with the key k7');
    expect(JSON.stringify(report)).not.toContain(secret);
  });
});

describe('a broken configuration', () => {
  it('is told variable by variable, and what it does not touch is checked', async () => {
    const report = await run({
      REDIS_URL: 'http://secret-user:secret-pass@cache',
      LOG_LEVEL: 'loud',
      AZURE_CLIENT_SECRET: '',
      TEMPORAL_ADDRESS: '',
      TEMPORAL_ADRESS: 'x',
    });
    expect(statesOf(report, 'configuration')).toEqual([
      'configuration.REDIS_URL failure',
      'configuration.LOG_LEVEL failure',
      'configuration.AZURE_CLIENT_SECRET failure',
      'configuration.TEMPORAL_ADRESS failure',
    ]);
    expect(statesOf(report, 'redis', 'temporal', 'microsoft', 'clock')).toEqual([
      'redis.reachable skipped',
      'temporal.reachable skipped',
      'microsoft.authority ok',
      'microsoft.graph ok',
      'microsoft.sign-in skipped',
      'clock.graph ok',
      'clock.entra ok',
    ]);
    expect(JSON.stringify(report)).not.toContain('secret-pass');
  });
});
