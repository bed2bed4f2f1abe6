import { startBareRoute } from './bare-route.js';
import { compare, type Figure } from './figure.js';
import type { Load } from './front-end-load.js';
import {
  makeTasks,
  mcpCreates,
  mcpLists,
  reads,
  throughput,
  updates,
  writes,
} from './front-end-load.js';
import type { Bench, Measurement } from './measurement.js';
import { cpuPerItem, type NamedProcess } from './stand/cpu-time.js';
import { median } from './statistics.js';

const secondsPerLoad = 2;
/** Tasks that are read and changed in turn. */
const tasks = 100;

interface Contest {
  readonly name: string;
  readonly load: Load;
  readonly base: 'write' | 'read';
  /** Left out: a figure without a target. */
  readonly atLeast?: number;
}

/**
 * The server's throughput against a bare Express route with one Redis command. The relay runs and hands over to
 * Temporal; no worker takes it up. Everybody's turn comes in every round, so that all see the same weather.
 */
export const frontEnd: Measurement = {
  name: 'front-end',
  title: 'requests a second over REST and MCP, against a bare Express route',
  async run(bench) {
    const { stand } = bench;
    const planId = await stand.graph.makePlan('Bench: front end');
    const product = await stand.startProduct({
      name: 'front-end',
      worker: false,
      planIds: [planId],
    });
    const bare = await startBareRoute(stand.redisUrl);
    try {
      const url = `${product.serverUrl}/api/agent/tasks`;
      // Tasks without a plan would not go through the outbox.
      await stand.redis.hset(product.keys.config, 'defaultPlanId', planId);
      const ids = await makeTasks(url, tasks);
      const bareIds = await makeTasks(bare.url, tasks);
      const bareLoads = { write: writes(bare.url), read: reads(bare.url, bareIds) };
      return await measure(bench, { ...bareLoads, process: bare.process }, [
        { name: 'POST /api/agent/tasks', load: writes(url), base: 'write', atLeast: 0.67 },
        {
          name: 'PATCH /api/agent/tasks/{id}',
          load: updates(url, ids),
          base: 'write',
          atLeast: 0.67,
        },
        { name: 'GET /api/agent/tasks/{id}', load: reads(url, ids), base: 'read', atLeast: 0.8 },
        {
          name: 'MCP task_create, 2026-07-28',
          load: mcpCreates(product.serverUrl, 'modern'),
          base: 'write',
          atLeast: 0.35,
        },
        {
          name: 'MCP task_create, 2025-11-25',
          load: mcpCreates(product.serverUrl, 'legacy'),
          base: 'write',
          atLeast: 0.28,
        },
        ...(['core', 'all'] as const).flatMap((profile) =>
          (['modern', 'legacy'] as const).map((era) => ({
            name: `MCP tools/list of ${profile}, ${era === 'modern' ? '2026-07-28' : '2025-11-25'}`,
            load: mcpLists(product.serverUrl, era, profile),
            base: 'read' as const,
          })),
        ),
      ]);
    } finally {
      bare.stop();
      await product.stop();
    }
  },
};

async function measure(
  bench: Bench,
  bare: Record<Contest['base'], Load> & { readonly process: NamedProcess },
  contests: readonly Contest[],
): Promise<readonly Figure[]> {
  const rates = new Map<Load, number[]>();
  const loads = [
    { name: 'bare write', load: bare.write },
    { name: 'bare read', load: bare.read },
    ...contests,
  ];
  // The first round warms up both sides and is not counted.
  for (let round = 0; round <= bench.rounds; round += 1) {
    bench.say(round === 0 ? 'warm-up' : `round ${round} of ${bench.rounds}`);
    for (const { name, load } of loads) {
      const rate = await turn(bench, { name, load, bare: bare.process });
      if (round > 0) rates.set(load, [...(rates.get(load) ?? []), rate]);
    }
  }
  return contests.map(({ name, load, base, atLeast }) => {
    const ours = rates.get(load) ?? [];
    const theirs = rates.get(bare[base]) ?? [];
    const ratios = ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN));
    return compare({
      name,
      measured: { value: median(ours), unit: '/s' },
      baseline: {
        value: median(theirs),
        unit: '/s',
        what: `bare Express, one Redis ${base === 'write' ? 'SET' : 'GET'}`,
      },
      ratio: median(ratios),
      rounds: ratios,
      bound: atLeast === undefined ? { informative: true } : { atLeast },
    });
  });
}

async function turn(
  { stand, say }: Bench,
  { name, load, bare }: { readonly name: string; readonly load: Load; readonly bare: NamedProcess },
): Promise<number> {
  const before = stand.cpuTimes([bare]);
  const { perSecond, count } = await throughput(load, secondsPerLoad);
  const cpu = cpuPerItem(before, stand.cpuTimes([bare]), count);
  say(`  ${name}: ${Math.round(perSecond)}/s; processor time of one (us): ${cpu}`);
  return perSecond;
}
