import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { CryptoProvider } from '@azure/msal-node';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createAccountActivities } from '../../../activities/index.js';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import { acquire, type AcquireDeps } from '../../../src/accounts/msal/acquire.js';
import { delegatedScopes } from '../../../src/accounts/msal/delegated-scopes.js';
import { composeAccounts, type AccountParts } from '../../../src/composition/account-parts.js';
import type { Config } from '../../../src/config/config.js';
import { loadConfig } from '../../../src/config/load-config.js';
import type { Account } from '../../../src/domain/accounts/account.js';
import { createAlerts, type Alerts } from '../../../src/tasks/alerts.js';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createAccountFlows, type AccountFlows } from '../../../src/temporal/account-flows.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { testTokenKey } from '../../support/token-key.js';
import { startWorkflowLab, type WorkflowLab } from '../workflows/workflow-lab.js';
import { environmentOf } from '../../support/emulator-environment.js';

const redirectUri = 'http://localhost:3000/oauth/callback';

/** A process as far as accounts are concerned: memory and connections of its own. */
export interface EntraProcess extends AccountParts {
  readonly redis: Redis;
  readonly logLines: readonly string[];
}

export interface AccountProcess extends EntraProcess {
  readonly flows: AccountFlows;
}

/** An emulator of its own with its Entra ID, and the shared Redis. */
export interface EntraLab {
  readonly emulator: Emulator;
  readonly config: Config;
  readonly keys: Keys;
  readonly redis: Redis;
  readonly alerts: Alerts;
  newProcess(env?: Readonly<Record<string, string>>): Promise<EntraProcess>;
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Lets the app do in the person's name what its registration asks for, or only something. */
  consent(person: string, permission?: string): Promise<void>;
  /** Requests to the token endpoint, by grant. */
  grants(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The same with a worker for accounts on the shared Temporal. */
export interface AccountLab extends Omit<EntraLab, 'newProcess'> {
  readonly temporal: WorkflowLab;
  newProcess(env?: Readonly<Record<string, string>>): Promise<AccountProcess>;
  /** What a sign-in in a browser ends with. */
  signIn(
    process: AccountProcess,
    person: string,
    owner: string,
    permissions?: readonly string[],
  ): Promise<Account>;
}

export interface LabOptions {
  readonly settings?: EmulatorSettingsPatch;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startEntraLab(
  options: LabOptions & {
    /** Asks the flow of an account; without it there is no Temporal. */
    readonly askFlow?: AccountFlows['refresh'];
  } = {},
): Promise<EntraLab> {
  const emulator = await createEmulator({
    // Signed by the authority that this process has trusted since its start: the folder above its own.
    caDir: join(inject('emulator').caFile, '../..'),
    settings: options.settings ?? {},
  });
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const env = {
    REDIS_URL: inject('redisUrl'),
    REDIS_NAMESPACE: namespace,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    ...environmentOf(emulator),
    TOKEN_ENCRYPTION_KEY: testTokenKey,
    ...options.env,
  };
  const config = loadConfig(env);
  const keys = createKeys(namespace);
  const connections: Redis[] = [];
  const connect = (): Redis => {
    const redis = new Redis(inject('redisUrl'));
    connections.push(redis);
    return redis;
  };
  const redis = connect();
  const alerts = createAlerts({ redis, keys, call: await loadFunctions(redis) });
  const noTemporal = () => Promise.reject(new Error('There is no Temporal'));
  const newProcess = async (more: Readonly<Record<string, string>> = {}) => {
    const own = connect();
    const logLines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) });
    const parts = composeAccounts({
      config: loadConfig({ ...env, ...more }),
      redis: own,
      keys,
      call: await loadFunctions(own),
      alerts,
      logger,
      flows: { refresh: options.askFlow ?? noTemporal },
    });
    return { ...parts, redis: own, logLines };
  };
  const control: EntraLab['control'] = async (method, path, body) => {
    const response = await fetch(`${emulator.boardUrl}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };

  return {
    emulator,
    config,
    keys,
    redis,
    alerts,
    control,
    newProcess,
    async consent(person, permission = '.default') {
      await control('POST', '/consents', {
        appId: emulator.clientId,
        principal: person,
        scope: `openid profile offline_access ${emulator.graphUrl}/${permission}`,
      });
    },
    async grants() {
      const { signIns } = await control('GET', '/sign-ins');
      return (signIns as readonly { endpoint: string; grantType: string | null }[]).flatMap(
        ({ endpoint, grantType }) => (endpoint === 'token' ? [grantType ?? 'unknown'] : []),
      );
    },
    async close() {
      for (const one of connections) one.disconnect();
      await emulator.close();
    },
  };
}

export async function startAccountLab(options: LabOptions = {}): Promise<AccountLab> {
  let flows: AccountFlows | null = null;
  const entra = await startEntraLab({
    ...options,
    askFlow: async (id, after) => {
      if (flows === null) throw new Error('Temporal is not there yet');
      return flows.refresh(id, after);
    },
  });
  const { emulator, config, keys, control } = entra;
  const temporal = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: createAccountActivities(await entra.newProcess()),
  });
  const { connection } = temporal.client;
  if (connection instanceof Connection) await registerSearchAttributes(connection, 'default');
  const ofAll = createAccountFlows({
    client: temporal.client,
    namespace: keys.namespace,
    taskQueue: temporal.taskQueue,
    deadlineMs: 10_000,
  });
  flows = ofAll;
  const asking: AcquireDeps = { azure: config.azure, now: Date.now };
  const signIn: AccountLab['signIn'] = async (process, person, owner, permissions) => {
    const { store, flows: told } = process;
    const scopes = delegatedScopes(emulator.graphUrl, permissions ?? null);
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const got = await acquire(asking, {
      who: person,
      ask: async (client) => {
        const url = await client.getAuthCodeUrl({
          scopes,
          redirectUri,
          codeChallenge: challenge,
          codeChallengeMethod: 'S256',
        });
        const { redirectUrl } = await control('POST', '/sign-in', { url, person });
        const code = new URL(String(redirectUrl)).searchParams.get('code') ?? '';
        return client.acquireTokenByCode({ scopes, redirectUri, code, codeVerifier: verifier });
      },
    });
    const account = await store.keepSignIn({
      account: {
        id: got.result.account?.homeAccountId ?? '',
        kind: 'delegated',
        owners: [owner],
        userName: got.result.account?.username ?? null,
        displayName: got.result.account?.name ?? null,
        flow: 'code',
        scopes: got.scopes,
      },
      cache: got.cache,
      accessToken: got.accessToken,
      expiresAt: got.expiresAt,
    });
    await told.signedIn(account.id);
    return account;
  };

  return {
    ...entra,
    temporal,
    signIn,
    newProcess: async (more) => ({ ...(await entra.newProcess(more)), flows: ofAll }),
    async close() {
      await terminateAll(temporal, keys.namespace);
      await temporal.close();
      await entra.close();
    },
  };
}

/** Their workflows would go on asking an emulator that is gone. */
async function terminateAll({ client }: WorkflowLab, namespace: string): Promise<void> {
  const query = `WorkflowId STARTS_WITH "${namespace}/" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    await client.workflow.getHandle(workflowId).terminate();
  }
}
