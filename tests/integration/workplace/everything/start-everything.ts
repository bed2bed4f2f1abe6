import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createAccountActivities, createLoginActivities } from '../../../../activities/index.js';
import { composeAccounts } from '../../../../src/composition/account-parts.js';
import { loginSteps } from '../../../../src/composition/login-parts.js';
import type { Config } from '../../../../src/config/config.js';
import { createAlerts } from '../../../../src/tasks/alerts.js';
import { createKeys } from '../../../../src/tasks/keys.js';
import { loadFunctions } from '../../../../src/tasks/load-functions.js';
import { createAccountFlows } from '../../../../src/temporal/account-flows.js';
import { createApprovalFlows } from '../../../../src/temporal/approval-flows.js';
import { createLoginFlows } from '../../../../src/temporal/login-flows.js';
import { registerSearchAttributes } from '../../../../src/temporal/search-attributes.js';
import { createSubscriptionFlows } from '../../../../src/temporal/subscription-flows.js';
import { approvalActivities } from '../../approvals/approval-activities.js';
import { bundleWorkflows, quietRuntime } from '../../workflows/workflow-lab.js';
import { openMcpDoor, openRestDoor, type Door } from '../doors.js';
import { startWorkplace, type Workplace } from '../start-workplace.js';
import { serveAttachment } from './serve-attachment.js';

/** A workplace in which every operation can be called: sign-ins, approvals and subscriptions have their flows. */
export interface Everything {
  readonly place: Workplace;
  /** Of another caller, who says yes to what the first one wants. */
  readonly otherDoors: readonly Door[];
  /** Of an allowed origin. */
  readonly attachmentUrl: string;
  /** What is of this machine and this run, and what documents say instead. */
  readonly machine: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const secrets = {
  assistant: randomUUID() + randomUUID(),
  supervisor: randomUUID() + randomUUID(),
};
const headersOf = (name: keyof typeof secrets) => ({ Authorization: `Bearer ${secrets[name]}` });

export async function startEverything(): Promise<Everything> {
  quietRuntime();
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const [connection, native, workflowBundle, attachment] = await Promise.all([
    Connection.connect({ address: inject('temporalAddress') }),
    NativeConnection.connect({ address: inject('temporalAddress') }),
    bundleWorkflows(new URL('../../../../workflows/index.ts', import.meta.url)),
    serveAttachment('Price list.csv', 'item,price\nBooth,1200\n'),
  ]);
  await registerSearchAttributes(connection, 'default');
  const client = new Client({ connection });
  const flows = { client, namespace, taskQueue: namespace, deadlineMs: 10_000 };
  const place = await startWorkplace({
    signedIn: ['Maya'],
    owner: 'key:assistant',
    headers: headersOf('assistant'),
    namespace,
    env: {
      AUTH_MODE: 'api-key',
      API_KEYS: Object.entries(secrets)
        .map((pair) => pair.join(':'))
        .join(','),
      APPROVALS: 'agents=all:never,bulk:ask',
      ATTACHMENT_ORIGINS: attachment.origin,
      PUBLIC_BASE_URL: 'https://tandem.example.com',
    },
    companion: {
      accounts: createAccountFlows(flows),
      logins: createLoginFlows(flows),
      approvals: createApprovalFlows(flows),
      // Nobody works for them: what is subscribed stays as it was asked for, since Graph could not notify this server.
      subscriptions: createSubscriptionFlows({ ...flows, taskQueue: `${namespace}-unattended` }),
    },
  });
  const redis = new Redis(inject('redisUrl'));
  const worker = await Worker.create({
    connection: native,
    taskQueue: namespace,
    workflowBundle,
    activities: await composeActivities(place.server.config, redis, flows),
    shutdownForceTime: 2_000,
  });
  const running = worker.run();
  const { origin } = place.server;
  const headers = headersOf('supervisor');
  const otherDoors = [await openMcpDoor(origin, headers), openRestDoor(origin, headers)];
  return {
    place,
    otherDoors,
    attachmentUrl: attachment.url,
    machine: new Map([
      [origin, 'https://tandem.example.com'],
      [attachment.origin, 'https://files.example.com'],
      [`${place.emulator.graphUrl}/devicelogin`, 'https://microsoft.com/devicelogin'],
      [
        `${place.emulator.graphUrl}/${place.emulator.tenantId}`,
        `https://login.microsoftonline.com/${place.emulator.tenantId}`,
      ],
      [place.emulator.graphUrl, 'https://graph.microsoft.com'],
      [place.emulator.boardUrl, 'https://planner.cloud.microsoft'],
      [process.versions.node, '22.12.0'],
    ]),
    async close() {
      await Promise.all(otherDoors.map((door) => door.close()));
      const query = `TandemNamespace = '${namespace}' AND ExecutionStatus = 'Running'`;
      for await (const { workflowId } of client.workflow.list({ query })) {
        const handle = client.workflow.getHandle(workflowId);
        await handle.terminate().catch(() => undefined);
      }
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
      redis.disconnect();
      await place.close();
      await attachment.close();
    },
  };
}

/** As a worker composes them. */
async function composeActivities(
  config: Config,
  redis: Redis,
  flowOptions: Parameters<typeof createAccountFlows>[0],
): Promise<object> {
  const logger = pino({ level: 'silent' });
  const keys = createKeys(config.redis.namespace);
  const call = await loadFunctions(redis);
  const flows = createAccountFlows(flowOptions);
  const alerts = createAlerts({ redis, keys, call });
  const accounts = composeAccounts({ config, redis, keys, call, alerts, logger, flows });
  return {
    ...(await approvalActivities(config, redis)),
    ...createAccountActivities(accounts),
    ...createLoginActivities({
      steps: loginSteps({ config, redis, keys, accounts }),
      announce: (accountId) => flows.signedIn(accountId),
    }),
  };
}
