import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/build.mjs';
import { startChild, waitUntilReady } from '../../scripts/lib/children.mjs';
import type { SyncStatus } from '../../src/operations/sync/sync-status.js';
import { createKeys, type Keys } from '../../src/tasks/keys.js';
import type { RunFolder } from './run-folder.js';
import { until } from './until.js';

/** Server and worker, built, as processes of their own, with a Redis namespace and a task queue of their own. */
export interface Product {
  readonly serverUrl: string;
  readonly keys: Keys;
  readonly serverPid: number;
  /** Null: no worker runs. */
  readonly workerPid: number | null;
  status(): Promise<SyncStatus>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Of the measurement: Redis namespace and task queue are named after it. */
  readonly name: string;
  readonly worker: boolean;
  /** Beside the first one. */
  readonly moreWorkers?: number;
  /** Linked from the start. */
  readonly planIds: readonly string[];
}

export async function startProduct(
  options: ProductOptions,
  site: {
    readonly folder: RunFolder;
    readonly port: number;
    readonly env: NodeJS.ProcessEnv;
  },
): Promise<Product> {
  const { folder, port } = site;
  const name = `bench-${options.name}`;
  const env = {
    ...site.env,
    PORT: String(port),
    REDIS_NAMESPACE: name,
    TEMPORAL_TASK_QUEUE: name,
    PLANNER_PLAN_IDS: options.planIds.join(','),
    LOG_LEVEL: 'warn',
  };
  const start = async (program: 'server' | 'worker') => {
    const child = await startChild({
      name: program,
      command: process.execPath,
      args: ['--enable-source-maps', join(projectRoot, 'dist', 'src', `${program}.js`)],
      logFile: join(folder.path, `${name}-${program}.log`),
      env,
      cwd: projectRoot,
    });
    folder.add(child);
    return child;
  };
  const serverUrl = `http://127.0.0.1:${port}`;
  const status = async () => {
    const answer = await fetch(`${serverUrl}/api/sync/health`);
    return (await answer.json()) as SyncStatus;
  };
  const server = await start('server');
  const worker = options.worker ? await start('worker') : null;
  const { moreWorkers = 0 } = options;
  const others = await Promise.all(Array.from({ length: moreWorkers }, () => start('worker')));
  const workers = (worker === null ? 0 : 1) + others.length;
  await waitUntilReady(server, 30_000, async () => {
    const answer = await fetch(`${serverUrl}/health/ready`).catch(() => null);
    return answer?.ok === true ? true : null;
  });
  if (worker !== null) {
    await until('the worker to run', async () => (await status()).workers.seen >= workers);
    await until('the first look at every plan', async () => {
      const { plans } = await status();
      return options.planIds.every((id) =>
        plans.some((p) => p.planId === id && p.lastLook !== null),
      );
    });
  }
  return {
    serverUrl,
    keys: createKeys(name),
    serverPid: server.identity.pid,
    workerPid: worker?.identity.pid ?? null,
    status,
    async stop() {
      for (const other of others) await folder.end(other);
      if (worker !== null) await folder.end(worker);
      await folder.end(server);
    },
  };
}
