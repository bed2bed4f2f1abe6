import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createApprovalActivities } from '../../../activities/index.js';
import { createAuditLog } from '../../../src/access/audit-log.js';
import { composeAccounts } from '../../../src/composition/account-parts.js';
import { composeActions } from '../../../src/composition/action-parts.js';
import { approvalSteps } from '../../../src/composition/approval-parts.js';
import { composeMailFiles } from '../../../src/composition/mail-parts.js';
import { openGraph } from '../../../src/composition/graph-access.js';
import type { Config } from '../../../src/config/config.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
import { createAwaitReplicas } from '../../../src/tasks/await-replicas.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';
import { createApprovalFlows } from '../../../src/temporal/approval-flows.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { bundleWorkflows, quietRuntime } from '../workflows/workflow-lab.js';
import {
  startWorkplace,
  type Workplace,
  type WorkplaceOptions,
} from '../workplace/start-workplace.js';

/** A workplace whose risky calls wait in a real Temporal, and the worker that does them. */
export interface ApprovalLab {
  readonly place: Workplace;
  readonly client: Client;
  readonly namespace: string;
  /** A worker can be stopped and another started, as it is when one dies. */
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function startApprovalLab(
  options: Omit<WorkplaceOptions, 'namespace' | 'companion'> = {},
): Promise<ApprovalLab> {
  quietRuntime();
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  await registerSearchAttributes(connection, 'default');
  const client = new Client({ connection });
  const approvals = createApprovalFlows({
    client,
    namespace,
    taskQueue: namespace,
    deadlineMs: 10_000,
  });
  const place = await startWorkplace({ ...options, namespace, companion: { approvals } });
  const redis = new Redis(inject('redisUrl'));
  const native = await NativeConnection.connect({ address: inject('temporalAddress') });
  const activities = await approvalActivities(place.server.config, redis);
  const workflowBundle = await bundleWorkflows(
    new URL('../../../workflows/index.ts', import.meta.url),
  );
  let running: { readonly worker: Worker; readonly done: Promise<void> } | null = null;

  const lab: ApprovalLab = {
    place,
    client,
    namespace,
    async startWorker() {
      const worker = await Worker.create({
        connection: native,
        taskQueue: namespace,
        workflowBundle,
        activities,
        shutdownForceTime: 2_000,
      });
      running = { worker, done: worker.run() };
    },
    async stopWorker() {
      running?.worker.shutdown();
      await running?.done;
      running = null;
    },
    async close() {
      const query = `TandemNamespace = '${namespace}' AND ExecutionStatus = 'Running'`;
      for await (const { workflowId } of client.workflow.list({ query })) {
        const handle = client.workflow.getHandle(workflowId);
        await handle.terminate().catch(() => undefined);
      }
      await lab.stopWorker();
      await native.close();
      await connection.close();
      redis.disconnect();
      await place.close();
    },
  };
  await lab.startWorker();
  return lab;
}

/** A text in an answer. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Error(`A text was expected: ${JSON.stringify(value)}`);
}

/** As a worker composes them. */
export async function approvalActivities(config: Config, redis: Redis): Promise<object> {
  const logger = pino({ level: 'silent' });
  const keys = createKeys(config.redis.namespace);
  const call = await loadFunctions(redis);
  const deps = { config, redis, keys, call, logger };
  const alerts = createAlerts(deps);
  const accounts = composeAccounts({
    ...deps,
    alerts,
    flows: { refresh: () => Promise.reject(new Error('Nobody refreshes here')) },
  });
  const graph = openGraph({
    config,
    logger,
    call,
    getToken: ({ account, ...request }) => accounts.tokens.get(account, request),
  });
  const store = createTaskStore({
    ...deps,
    awaitReplicas: createAwaitReplicas(redis, config.redis.wait),
  });
  const mailFiles = composeMailFiles({
    ...deps,
    vault: accounts.vault,
    ownBaseUrl: () => 'http://localhost:8000',
  });
  const steps = approvalSteps({
    ...deps,
    vault: accounts.vault,
    audit: createAuditLog({ ...deps, max: config.audit.max }),
    actions: composeActions({ ...deps, accounts, graph, store, mailFiles }),
    alerts,
  });
  return createApprovalActivities({ steps });
}
