import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Redis } from 'ioredis';
import { inject } from 'vitest';
import { createApprovalFlows } from '../../../src/temporal/approval-flows.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { bundleWorkflows, quietRuntime } from '../workflows/workflow-lab.js';
import {
  startWorkplace,
  type Workplace,
  type WorkplaceOptions,
} from '../workplace/start-workplace.js';
import { approvalActivities } from './approval-activities.js';

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
