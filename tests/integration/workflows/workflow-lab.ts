import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';

/** The present workflows on a real Temporal, with activities of the test's own. */
export interface WorkflowLab {
  readonly client: Client;
  readonly taskQueue: string;
  /** Starts nothing; what is started under the id is terminated when the lab closes. */
  newId(): string;
  close(): Promise<void>;
}

export interface WorkflowLabOptions {
  readonly address: string;
  readonly activities: object;
}

export async function startWorkflowLab(options: WorkflowLabOptions): Promise<WorkflowLab> {
  const { address, activities } = options;
  quietRuntime();
  const taskQueue = `test-${randomUUID()}`;
  const [workflowBundle, native, connection] = await Promise.all([
    bundleWorkflows(new URL('../../../workflows/index.ts', import.meta.url)),
    NativeConnection.connect({ address }),
    Connection.connect({ address }),
  ]);
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    activities,
    workflowBundle,
    shutdownForceTime: 2_000,
  });
  const running = worker.run();
  const client = new Client({ connection });
  const ids: string[] = [];
  return {
    client,
    taskQueue,
    newId() {
      const id = `test/${randomUUID()}`;
      ids.push(id);
      return id;
    },
    async close() {
      await Promise.allSettled(ids.map((id) => client.workflow.getHandle(id).terminate()));
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    },
  };
}

/** Once a process: what goes wrong on purpose in a test is not worth a line. */
export function quietRuntime(): void {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter } },
    shutdownSignals: [],
  });
}

export function bundleWorkflows(
  source: URL,
  options: { readonly failureConverterPath?: string } = {},
): Promise<WorkflowBundle> {
  return bundleWorkflowCode({
    ...options,
    workflowsPath: fileURLToPath(source),
    logger: new DefaultLogger('ERROR'),
  });
}

/** The runs that followed each other by continue-as-new, the given one first. */
export async function runsOf(client: Client, first: WorkflowHandle): Promise<readonly string[]> {
  const runs: string[] = [];
  for (let handle = first; ;) {
    const { events } = await handle.fetchHistory();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes;
    runs.push(started?.originalExecutionRunId ?? '');
    const next =
      events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? null;
    if (next === null) return runs;
    handle = client.workflow.getHandle(handle.workflowId, next);
  }
}
