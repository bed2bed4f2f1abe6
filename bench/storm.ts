import { randomUUID } from 'node:crypto';
import { compare, limit, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import { writeTasks } from './stand/agent-burst.js';
import type { ThrottlingCounts } from './stand/graph-control.js';
import { lastWriteEnd } from './stand/graph-traffic.js';
import type { Product } from './stand/product.js';
import { untilConverged } from './stand/until-converged.js';

const count = 1000;
const latencyMs = 100;
/** Three thousand requests and more, a third of them throttled: minutes. */
const patienceMs = 30 * 60_000;

const everyThird = {
  match: { path: '^/planner/' },
  effect: { kind: 'storm', every: 3, retryAfter: { min: 1, max: 10 } },
};

/**
 * A burst while every third request to Planner, each item of a batch for itself, is throttled for 1 to 10 s, with two
 * workers. What the storm forces: the time in which Graph wanted nothing to be sent, overlaps counted once, and the time
 * that the same burst takes without a storm. One round, because it takes minutes.
 */
export const storm: Measurement = {
  name: 'storm',
  title: '1,000 new tasks while every third request is throttled for 1 to 10 s, two workers',
  async run(bench) {
    const { graph } = bench.stand;
    const product = await bench.stand.startProduct({
      name: `storm-${randomUUID().slice(0, 8)}`,
      worker: true,
      moreWorkers: 1,
      planIds: [],
    });
    try {
      await graph.setLatency(latencyMs);
      await burstOf(bench, product, 200);
      const calmMs = (await burstOf(bench, product, count)).ms;
      await graph.addFault(everyThird);
      const { ms, throttling } = await burstOf(bench, product, count);
      bench.say(describe(calmMs, ms, throttling));
      return toFigures({ calmMs, ms, throttling });
    } finally {
      await graph.clearFaults();
      await graph.setLatency(0);
      await product.stop();
    }
  },
};

interface Storm {
  readonly calmMs: number;
  readonly ms: number;
  readonly throttling: ThrottlingCounts;
}

function toFigures({ calmMs, ms, throttling }: Storm): readonly Figure[] {
  const { closedMs, inClosedGate } = throttling;
  return [
    compare({
      name: '1,000 tasks in a throttling storm: time',
      measured: { value: ms, unit: 'ms' },
      baseline: { value: closedMs + calmMs, unit: 'ms', what: 'closed by Graph + without storm' },
      bound: { atMost: 1.3 },
    }),
    limit({
      name: '1,000 tasks in a throttling storm: in a closed gate',
      measured: { value: inClosedGate, unit: 'requests' },
      baseline: { value: throttling.throttled, unit: 'answers', what: 'that asked to wait' },
      bound: { atMost: 0 },
    }),
  ];
}

/** From the first agent's request until Planner has the last task. */
async function burstOf(
  { stand }: Bench,
  product: Product,
  size: number,
): Promise<{ readonly ms: number; readonly throttling: ThrottlingCounts }> {
  const planId = await stand.graph.makePlan(`Storm of ${size}`);
  await stand.graph.startLog();
  const work = { planId, count: size, shape: 'plain' } as const;
  const { startedAt } = await writeTasks(product.serverUrl, work);
  await untilConverged(stand, product, { planId, count: size, timeoutMs: patienceMs });
  const throttling = await stand.graph.throttling();
  // The listing is a person's, whom the storm would meet too.
  await stand.graph.clearFaults();
  const board = await stand.graph.listTasks(planId);
  if (board.length !== size) throw new Error(`The board has ${board.length} of ${size} tasks`);
  return { ms: lastWriteEnd(await stand.graph.readLog(), planId) - startedAt, throttling };
}

function describe(calmMs: number, ms: number, throttling: ThrottlingCounts): string {
  const { throttled, closedMs, onTheirWay, inClosedGate } = throttling;
  return [
    `${seconds(calmMs)} without storm, ${seconds(ms)} with it`,
    `${throttled} answers asked to wait, ${seconds(closedMs)} in all`,
    `${inClosedGate} requests in a closed gate, ${onTheirWay} were under way when it closed`,
  ].join('; ');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
