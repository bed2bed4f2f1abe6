import { startBareGraph, type BareGraph } from './bare-graph.js';
import { compare, limit, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import type { Shape } from './sample-tasks.js';
import { writeTasks } from './stand/agent-burst.js';
import { untilConverged } from './stand/until-converged.js';
import { describeTraffic, lastWriteEnd, toTraffic } from './stand/graph-traffic.js';
import type { Product } from './stand/product.js';
import { median } from './statistics.js';

const count = 1000;

interface Case {
  readonly name: string;
  readonly shape: Shape;
  readonly latencyMs: number;
  readonly timeAtMost: number | null;
  readonly requestsAtMost: number | null;
}

const cases: readonly Case[] = [
  { name: '', shape: 'plain', latencyMs: 0, timeAtMost: 4, requestsAtMost: 0.06 },
  { name: ', 200 ms latency', shape: 'plain', latencyMs: 200, timeAtMost: 2, requestsAtMost: null },
  {
    name: ', with details',
    shape: 'with details',
    latencyMs: 0,
    timeAtMost: null,
    requestsAtMost: 0.16,
  },
];

/** A thousand new tasks at once, from the first agent's request until Planner has the last; a new plan each time. */
export const burst: Measurement = {
  name: 'burst',
  title: '1,000 new tasks at once, against a bare script that posts the same in batches',
  async run(bench) {
    const { stand } = bench;
    const bare = await startBareGraph(stand);
    const product = await stand.startProduct({ name: 'burst', worker: true, planIds: [] });
    try {
      for (const shape of ['plain', 'with details'] as const) {
        await bare.post({ planId: await stand.graph.makePlan('Warm-up'), count: 100, shape });
        await runOnce(bench, product, { shape, size: 100 });
      }
      const figures: Figure[] = [];
      for (const one of cases) figures.push(...(await measureCase(bench, { bare, product, one })));
      return figures;
    } finally {
      bare.stop();
      await product.stop();
    }
  },
};

async function measureCase(
  bench: Bench,
  { bare, product, one }: { bare: BareGraph; product: Product; one: Case },
): Promise<readonly Figure[]> {
  const { stand, rounds, say } = bench;
  const { name, shape, latencyMs } = one;
  const theirs: number[] = [];
  const ours: number[] = [];
  const requests: number[] = [];
  await stand.graph.setLatency(latencyMs);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const barePlan = await stand.graph.makePlan(`Bare burst${name} ${round}`);
      const bareMs = await bare.post({ planId: barePlan, count, shape });
      const run = await runOnce(bench, product, { shape, size: count });
      theirs.push(bareMs);
      ours.push(run.ms);
      requests.push(run.httpRequests / count);
      say(`round ${round}${name}: ${ms(bareMs)} bare, ${ms(run.ms)}; ${run.remark}`);
    }
  } finally {
    await stand.graph.setLatency(0);
  }
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  const time = compare({
    name: `1,000 tasks at once${name}: time`,
    measured: { value: median(ours), unit: 'ms' },
    baseline: { value: median(theirs), unit: 'ms', what: 'bare script, 4 batches at a time' },
    ratio: median(ratios),
    rounds: ratios,
    bound: one.timeAtMost === null ? { informative: true } : { atMost: one.timeAtMost },
  });
  const perTask = limit({
    name: `1,000 tasks at once${name}: HTTP requests per task`,
    measured: { value: median(requests), unit: 'each' },
    baseline: { value: shape === 'plain' ? 0.05 : 0.15, unit: 'each', what: 'in full batches' },
    rounds: requests,
    bound: one.requestsAtMost === null ? { informative: true } : { atMost: one.requestsAtMost },
  });
  return [time, perTask];
}

async function runOnce(
  { stand }: Bench,
  product: Product,
  { shape, size }: { readonly shape: Shape; readonly size: number },
) {
  const planId = await stand.graph.makePlan(`Burst of ${size} ${shape}`);
  await stand.graph.startLog();
  const written = await writeTasks(product.serverUrl, { planId, count: size, shape });
  await untilConverged(stand, product, { planId, count: size });
  const log = await stand.graph.readLog();
  const board = await stand.graph.listTasks(planId);
  if (board.length !== size) throw new Error(`The board has ${board.length} of ${size} tasks`);
  const traffic = toTraffic(log, planId);
  return {
    ms: lastWriteEnd(log, planId) - written.startedAt,
    httpRequests: traffic.httpRequests,
    remark: `accepted after ${ms(written.acceptedMs)}; ${describeTraffic(traffic)}`,
  };
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
