import { randomUUID } from 'node:crypto';
import { startBareGraph } from './bare-graph.js';
import { compare, limit, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import type { Shape } from './sample-tasks.js';
import { writeTasks } from './stand/agent-burst.js';
import { cpuPerItem } from './stand/cpu-time.js';
import { untilConverged } from './stand/until-converged.js';
import { describeTraffic, lastWriteEnd, toTraffic } from './stand/graph-traffic.js';
import type { Product } from './stand/product.js';
import { median } from './statistics.js';

const count = 1000;
const warmUp = 1000;

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

/** A thousand new tasks at once, from the first agent's request until Planner has the last. */
export const burst: Measurement = {
  name: 'burst',
  title: '1,000 new tasks at once, against a bare script that posts the same in batches',
  async run(bench) {
    const figures: Figure[] = [];
    for (const one of cases) figures.push(...(await measureCase(bench, one)));
    return figures;
  },
};

interface Round {
  readonly bareMs: number;
  /** The same script once more, when the engine has compiled what it does. */
  readonly warmBareMs: number;
  readonly ourMs: number;
  readonly requests: number;
}

async function measureCase(bench: Bench, one: Case): Promise<readonly Figure[]> {
  const rounds: Round[] = [];
  while (rounds.length < bench.rounds) rounds.push(await measureRound(bench, one));
  const { name, shape } = one;
  const ratios = rounds.map(({ ourMs, bareMs }) => ourMs / bareMs);
  const requests = rounds.map((round) => round.requests / count);
  const time = compare({
    name: `1,000 tasks at once${name}: time`,
    measured: { value: median(rounds.map(({ ourMs }) => ourMs)), unit: 'ms' },
    baseline: {
      value: median(rounds.map(({ bareMs }) => bareMs)),
      unit: 'ms',
      what: 'bare script, 4 batches at a time',
    },
    ratio: median(ratios),
    rounds: ratios,
    bound: one.timeAtMost === null ? { informative: true } : { atMost: one.timeAtMost },
  });
  const warmRatios = rounds.map(({ ourMs, warmBareMs }) => ourMs / warmBareMs);
  const warm = compare({
    name: `1,000 tasks at once${name}: time, warm script`,
    measured: time.measured,
    baseline: {
      value: median(rounds.map(({ warmBareMs }) => warmBareMs)),
      unit: 'ms',
      what: 'the same script, its second run',
    },
    ratio: median(warmRatios),
    rounds: warmRatios,
    bound: { informative: true },
  });
  const perTask = limit({
    name: `1,000 tasks at once${name}: HTTP requests per task`,
    measured: { value: median(requests), unit: 'each' },
    baseline: { value: shape === 'plain' ? 0.05 : 0.15, unit: 'each', what: 'in full batches' },
    rounds: requests,
    bound: one.requestsAtMost === null ? { informative: true } : { atMost: one.requestsAtMost },
  });
  return [time, warm, perTask];
}

/**
 * One burst on both sides. The product is another one each time, because the plans of earlier rounds would still be
 * watched; it has worked a little before, as a server has. The script is one that was just started, as scripts are, but
 * its sign-in is not counted.
 */
async function measureRound(bench: Bench, one: Case): Promise<Round> {
  const { graph } = bench.stand;
  const { name, shape, latencyMs } = one;
  const bare = await startBareGraph(bench.stand);
  const product = await bench.stand.startProduct({
    name: `burst-${randomUUID().slice(0, 8)}`,
    worker: true,
    planIds: [],
  });
  try {
    await postAsAgents(bench, product, { shape, size: warmUp });
    await graph.setLatency(latencyMs);
    const before = bench.stand.cpuTimes();
    const bareMs = await bare.post({ planId: await graph.makePlan('Bare burst'), count, shape });
    const bareCpu = cpuPerItem(before, bench.stand.cpuTimes(), count);
    const warmBareMs = await bare.post({ planId: await graph.makePlan('Again'), count, shape });
    const run = await postAsAgents(bench, product, { shape, size: count });
    bench.say(`${ms(bareMs)} bare (us each: ${bareCpu}), ${ms(run.ms)}${name}; ${run.remark}`);
    return { bareMs, warmBareMs, ourMs: run.ms, requests: run.httpRequests };
  } finally {
    await graph.setLatency(0);
    bare.stop();
    await product.stop();
  }
}

async function postAsAgents(
  { stand }: Bench,
  product: Product,
  { shape, size }: { readonly shape: Shape; readonly size: number },
) {
  const planId = await stand.graph.makePlan(`Burst of ${size} ${shape}`);
  await stand.graph.startLog();
  const before = stand.cpuTimes();
  const written = await writeTasks(product.serverUrl, { planId, count: size, shape });
  await untilConverged(stand, product, { planId, count: size });
  const cpu = cpuPerItem(before, stand.cpuTimes(), size);
  const log = await stand.graph.readLog();
  const board = await stand.graph.listTasks(planId);
  if (board.length !== size) throw new Error(`The board has ${board.length} of ${size} tasks`);
  const traffic = toTraffic(log, planId);
  return {
    ms: lastWriteEnd(log, planId) - written.startedAt,
    httpRequests: traffic.httpRequests,
    remark: `accepted after ${ms(written.acceptedMs)}; ${describeTraffic(traffic)}; us each: ${cpu}`,
  };
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
