import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Redis } from 'ioredis';
import { pino, type Logger } from 'pino';
import { inject } from 'vitest';
import { createAccountActivities, createLoginActivities } from '../../../activities/index.js';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import { composeAccounts } from '../../../src/composition/account-parts.js';
import { startServer, type RunningServer } from '../../../src/composition/compose-server.js';
import { composeLogins, loginSteps } from '../../../src/composition/login-parts.js';
import type { AccountStore } from '../../../src/accounts/account-store.js';
import type { Logins } from '../../../src/accounts/login/logins.js';
import type { Config } from '../../../src/config/config.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createAccountFlows, type AccountFlows } from '../../../src/temporal/account-flows.js';
import { createLoginFlows } from '../../../src/temporal/login-flows.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { startRoundRobinProxy, type RoundRobinProxy } from '../../support/round-robin-proxy.js';
import { aloneServer } from '../http/alone-server.js';
import { bundleWorkflows, quietRuntime } from '../workflows/workflow-lab.js';
import { environmentOf } from '../../support/emulator-environment.js';

export interface SignInAs {
  readonly person: string;
  readonly consent?: 'accept' | 'decline' | 'organisation';
  /** The same text is the same browser at Microsoft. */
  readonly browser?: string;
}

/** Two servers behind a load balancer, a worker, and a Microsoft of the test file's own. */
export interface LoginLab {
  /** The load balancer's. */
  readonly origin: string;
  readonly proxy: RoundRobinProxy;
  readonly emulator: Emulator;
  readonly client: Client;
  /** As another replica's own code has it. */
  readonly logins: Logins;
  readonly accounts: AccountStore;
  readonly accountFlows: AccountFlows;
  readonly redis: Redis;
  readonly keys: Keys;
  /** Everything that the processes have logged, one JSON line each. */
  readonly logLines: readonly string[];
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** What a person does on Microsoft's pages; answers where it sends the browser. */
  signIn(authUrl: string, as: SignInAs): Promise<URL>;
  /** The same with the code of a device. */
  typeCode(userCode: string, as: SignInAs): Promise<void>;
  /** Follows redirects as a browser does; answers the last page. */
  browse(url: URL | string, cookie?: string): Promise<Visit>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Visit {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

export interface LoginLabOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly servers?: number;
}

export async function startLoginLab(options: LoginLabOptions = {}): Promise<LoginLab> {
  quietRuntime();
  // Signed by the authority that this process has trusted since its start: the folder above its own.
  const emulator = await createEmulator({ caDir: join(inject('emulator').caFile, '../..') });
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-logins-'));
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const config = loadConfig({
    PORT: '0',
    REDIS_URL: inject('redisUrl'),
    REDIS_NAMESPACE: namespace,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_TASK_QUEUE: namespace,
    ...environmentOf(emulator),
    TANDEM_DATA_DIR: dataDir,
    ...options.env,
  });
  const logLines: string[] = [];
  const logger: Logger = pino(
    { level: 'debug' },
    { write: (line: string) => void logLines.push(line) },
  );
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  await registerSearchAttributes(connection, 'default');
  const client = new Client({ connection });
  const flowOptions = { client, namespace, taskQueue: namespace, deadlineMs: 10_000 };
  const worker = await startWorker(config, flowOptions, logger);
  const servers: RunningServer[] = [];
  for (let at = 0; at < (options.servers ?? 2); at += 1) {
    servers.push(
      await startServer({
        config,
        logger,
        version: '0.0.0-test',
        join: () => ({
          ...aloneServer,
          accounts: createAccountFlows(flowOptions),
          logins: createLoginFlows(flowOptions),
        }),
        onRefused: (error) => {
          throw error;
        },
      }),
    );
  }
  const proxy = await startRoundRobinProxy(
    servers.map(({ port }) => `http://127.0.0.1:${String(port)}`),
  );
  const { origin } = proxy;
  const { logins, accounts } = worker;
  for (const { port } of servers) await untilReady(`http://127.0.0.1:${String(port)}`);
  const redis = new Redis(inject('redisUrl'));

  const control: LoginLab['control'] = async (method, path, body) => {
    const response = await fetch(`${emulator.boardUrl}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  return {
    origin,
    proxy,
    emulator,
    client,
    logins,
    accounts,
    accountFlows: createAccountFlows(flowOptions),
    redis,
    keys: createKeys(namespace),
    logLines,
    control,
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    get: (path, headers = {}) => send(path, { headers }),
    async signIn(authUrl, as) {
      const answer = await control('POST', '/sign-in', { url: authUrl, consent: 'accept', ...as });
      if (answer['kind'] !== 'redirect') throw new Error(JSON.stringify(answer));
      return new URL(String(answer['redirectUrl']));
    },
    async typeCode(userCode, as) {
      await control('POST', '/sign-in', { userCode, consent: 'accept', ...as });
    },
    async browse(url, cookie) {
      let next = new URL(url);
      for (let hops = 0; hops < 10; hops += 1) {
        const response = await fetch(next, {
          redirect: 'manual',
          ...(cookie !== undefined && { headers: { Cookie: cookie } }),
        });
        const location = response.headers.get('location');
        if (location === null) {
          const { status, headers } = response;
          return { status, headers, url: next.href, text: await response.text() };
        }
        next = new URL(location, next);
      }
      throw new Error(`${String(url)} leads round in circles`);
    },
    async close() {
      await proxy.close();
      await Promise.all(servers.map((server) => server.close()));
      await worker.close();
      await endFlows(client, namespace);
      await connection.close();
      redis.disconnect();
      await emulator.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Nobody works for them any more. */
async function endFlows(client: Client, namespace: string): Promise<void> {
  const query = `TandemNamespace = '${namespace}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    await client.workflow
      .getHandle(workflowId)
      .terminate()
      .catch(() => undefined);
  }
}

async function startWorker(
  config: Config,
  flowOptions: Parameters<typeof createAccountFlows>[0],
  logger: Logger,
): Promise<{ readonly logins: Logins; readonly accounts: AccountStore; close(): Promise<void> }> {
  const redis = new Redis(inject('redisUrl'));
  const keys = createKeys(config.redis.namespace);
  const call = await loadFunctions(redis);
  const flows = createAccountFlows(flowOptions);
  const alerts = createAlerts({ redis, keys, call });
  const accounts = composeAccounts({ config, redis, keys, call, alerts, logger, flows });
  const native = await NativeConnection.connect({ address: inject('temporalAddress') });
  const worker = await Worker.create({
    connection: native,
    taskQueue: flowOptions.taskQueue,
    workflowBundle: await bundleWorkflows(new URL('../../../workflows/index.ts', import.meta.url)),
    activities: {
      ...createAccountActivities(accounts),
      ...createLoginActivities({
        steps: loginSteps({ config, redis, keys, accounts }),
        announce: (accountId) => flows.signedIn(accountId),
      }),
    },
    shutdownForceTime: 2_000,
  });
  const running = worker.run();
  const { logins } = composeLogins({
    config,
    redis,
    keys,
    accounts,
    flows: createLoginFlows(flowOptions),
    gateway: { send: () => Promise.reject(new Error('Nobody asks Graph here')) },
    ownBaseUrl: () => 'http://localhost',
    logger,
  });
  return {
    logins,
    accounts: accounts.store,
    async close() {
      worker.shutdown();
      await running;
      await native.close();
      redis.disconnect();
    },
  };
}

async function untilReady(origin: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const response = await fetch(`${origin}/health/ready`);
    if (response.ok) return;
    if (Date.now() > deadline) throw new Error('The server did not find its Redis');
  }
}
