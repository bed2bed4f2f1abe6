import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createAccountActivities, createLoginActivities } from '../../../activities/index.js';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import { composeAccounts } from '../../../src/composition/account-parts.js';
import { startServer } from '../../../src/composition/compose-server.js';
import { loginSteps } from '../../../src/composition/login-parts.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createApprovalFlows } from '../../../src/temporal/approval-flows.js';
import { createAccountFlows, type AccountFlows } from '../../../src/temporal/account-flows.js';
import { createLoginFlows } from '../../../src/temporal/login-flows.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { startRoundRobinProxy, type RoundRobinProxy } from '../../support/round-robin-proxy.js';
import { testTokenKey } from '../../support/token-key.js';
import { approvalActivities } from '../approvals/approval-activities.js';
import { aloneServer } from '../http/alone-server.js';
import { startWorkflowLab, type WorkflowLab } from '../workflows/workflow-lab.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { openBrowser, type Browser } from './browser.js';

export interface OauthStand {
  /** Where hosts reach the servers: each request comes to another one. */
  readonly origin: string;
  readonly mcpUrl: URL;
  readonly proxy: RoundRobinProxy;
  readonly emulator: Emulator;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly flows: AccountFlows;
  readonly logLines: readonly string[];
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** A browser without cookies in which this person signs in. */
  browserOf(person: string): Browser;
  /** The same one, in which somebody else signs in from now on. */
  sameBrowser(browser: Browser, person: string): Browser;
  close(): Promise<void>;
}

const replicas = 2;

/** Two servers with AUTH_MODE oauth behind one address, a worker for sign-ins, and an Entra of their own. */
export async function startOauthStand(
  options: { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<OauthStand> {
  const emulator = await createEmulator({ caDir: dirname(dirname(inject('emulator').caFile)) });
  const origins = Array.from({ length: replicas }, () => '');
  const proxy = await startRoundRobinProxy(origins);
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const env = {
    PORT: '0',
    REDIS_URL: inject('redisUrl'),
    REDIS_NAMESPACE: namespace,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    ...environmentOf(emulator),
    TOKEN_ENCRYPTION_KEY: testTokenKey,
    AUTH_MODE: 'oauth',
    AUTO_LINK_PLANS: 'true',
    PUBLIC_BASE_URL: proxy.origin,
    OAUTH_LOOPBACK_DOCUMENTS: 'true',
    // Everybody here has an address of their own: see `anAddress`.
    WEBHOOK_TRUSTED_PROXIES: '1',
    ...options.env,
  };
  const config = loadConfig(env);
  const keys = createKeys(namespace);
  const redis = new Redis(inject('redisUrl'));
  const logLines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) });
  const call = await loadFunctions(redis);
  let flows: AccountFlows | null = null;
  const accounts = composeAccounts({
    config,
    redis,
    keys,
    call,
    alerts: createAlerts({ redis, keys, call }),
    logger,
    flows: {
      refresh: (id, after) =>
        flows?.refresh(id, after) ?? Promise.reject(new Error('There is no Temporal')),
    },
  });
  const temporal = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: {
      ...createAccountActivities(accounts),
      ...(await approvalActivities(config, redis)),
      ...createLoginActivities({
        steps: loginSteps({ config, redis, keys, accounts }),
        announce: async (accountId) => flows?.signedIn(accountId),
      }),
    },
  });
  const { client, taskQueue } = temporal;
  if (client.connection instanceof Connection) {
    await registerSearchAttributes(client.connection, 'default');
  }
  const toTemporal = { client, taskQueue, namespace, deadlineMs: 10_000 };
  const told = createAccountFlows(toTemporal);
  flows = told;
  const servers = await Promise.all(
    origins.map((_, at) =>
      startServer({
        config: loadConfig(env),
        logger,
        version: `0.0.${at}-test`,
        join: () => ({
          ...aloneServer,
          accounts: told,
          logins: createLoginFlows(toTemporal),
          approvals: createApprovalFlows(toTemporal),
        }),
        onRefused: (error) => {
          throw error;
        },
      }),
    ),
  );
  for (const [at, { port }] of servers.entries()) origins[at] = `http://127.0.0.1:${port}`;
  await Promise.all(origins.map(untilReady));

  const control: OauthStand['control'] = async (method, path, body) => {
    const response = await fetch(`${emulator.boardUrl}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };

  const signInAs = (person: string) => async (url: string, browser: string) => {
    const request = { url, person, browser, consent: 'accept' };
    const { redirectUrl } = await control('POST', '/sign-in', request);
    return typeof redirectUrl === 'string' ? redirectUrl : '';
  };

  return {
    origin: proxy.origin,
    mcpUrl: new URL('/mcp', proxy.origin),
    proxy,
    emulator,
    redis,
    keys,
    flows: told,
    logLines,
    control,
    browserOf: (person) => openBrowser({ authority: emulator.graphUrl, signIn: signInAs(person) }),
    sameBrowser: (browser, person) => browser.with(signInAs(person)),
    async close() {
      await Promise.all(servers.map((server) => server.close()));
      await proxy.close();
      await terminateAll(temporal, namespace);
      await temporal.close();
      redis.disconnect();
      await emulator.close();
    },
  };
}

async function untilReady(origin: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await fetch(`${origin}/health/ready`)).ok) {
    if (Date.now() > deadline) throw new Error('The server did not get ready');
  }
}

/** Their workflows would go on asking an emulator that is gone. */
async function terminateAll({ client }: WorkflowLab, namespace: string): Promise<void> {
  const query = `WorkflowId STARTS_WITH "${namespace}/" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    await client.workflow.getHandle(workflowId).terminate();
  }
}
