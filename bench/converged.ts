import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { limit } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import { writeTasks } from './stand/agent-burst.js';
import { isAcceptedWrite } from './stand/graph-traffic.js';
import type { Product } from './stand/product.js';
import { untilConverged } from './stand/until-converged.js';

const count = 1000;
const memoryMb = 300;
const openForMs = 30_000;
const watchMs = 45_000;

/** After a burst with details both sides are equal: what is still going on, and what is still held. */
export const converged: Measurement = {
  name: 'converged',
  title: 'after 1,000 tasks: writes that go on, flows that stay open, memory',
  async run(bench) {
    const { stand } = bench;
    const planId = await stand.graph.makePlan('Bench: converged');
    const product = await stand.startProduct({
      name: 'converged',
      worker: true,
      planIds: [planId],
    });
    try {
      const connection = await Connection.connect({ address: stand.temporalAddress });
      const temporal = new Client({ connection });
      await writeTasks(product.serverUrl, { planId, count, shape: 'with details' });
      await untilConverged(stand, product, { planId, count });
      const convergedAt = Date.now();
      await stand.graph.startLog();
      const memory = { server: rssMb(product.serverPid), worker: rssMb(product.workerPid) };
      const alone = await onlyTheWatchAfter(bench, { temporal, product, convergedAt });
      await sleep(Math.max(0, convergedAt + watchMs - Date.now()));
      await connection.close();
      const writes = (await stand.graph.readLog()).filter(isAcceptedWrite).length;
      return [
        limit({
          name: `Converged: writes to Graph in ${watchMs / 1000} s`,
          measured: { value: writes, unit: 'writes' },
          baseline: { value: count, unit: 'tasks', what: 'on both sides' },
          bound: { atMost: 0 },
        }),
        limit({
          name: 'Converged: only the watch is open after',
          measured: { value: Math.round(alone / 100) / 10, unit: 's' },
          baseline: { value: openForMs / 1000, unit: 's', what: 'that a flow stays open' },
          bound: { atMost: openForMs / 1000 },
        }),
        ...(['server', 'worker'] as const).map((name) =>
          limit({
            name: `Memory of the ${name} after the burst`,
            measured: { value: memory[name], unit: 'MB' },
            baseline: { value: memoryMb, unit: 'MB', what: 'that it may have' },
            bound: { atMost: memoryMb },
          }),
        ),
      ];
    } finally {
      await product.stop();
    }
  },
};

/** How long after both sides were equal the watch was the only open flow (ms). */
async function onlyTheWatchAfter(
  { say }: Bench,
  look: {
    readonly temporal: Client;
    readonly product: Product;
    readonly convergedAt: number;
  },
): Promise<number> {
  const { temporal, product, convergedAt } = look;
  const prefix = `${product.keys.namespace}/`;
  for (;;) {
    const open: string[] = [];
    for await (const { workflowId } of temporal.workflow.list({
      query: 'ExecutionStatus = "Running"',
    })) {
      if (workflowId.startsWith(prefix)) open.push(workflowId.slice(prefix.length));
    }
    const ms = Date.now() - convergedAt;
    const others = open.filter((id) => !id.startsWith('plan-watch/'));
    if (open.length > 0 && others.length === 0) return ms;
    if (ms > 2 * openForMs) {
      say(`still open: ${others.join(', ')}`);
      return ms;
    }
    await sleep(200);
  }
}

/** Resident memory in MB (MiB). */
function rssMb(pid: number | null): number {
  if (pid === null) return Number.NaN;
  if (process.platform === 'linux') {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kb) / 1024);
  }
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024);
}
