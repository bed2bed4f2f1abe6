import { startBareRoute } from './bare-route.js';
import { compare, type Figure } from './figure.js';
import { throughput, type Load } from './front-end-load.js';
import type { Bench, Measurement } from './measurement.js';
import { median } from './statistics.js';

const secondsPerLoad = 2;
const graphLatencyMs = 200;
/** One after the other. */
const lookUps = 30;

/**
 * Cached look-ups of people against a bare Express route that sends the same JSON from Redis, and one cached look-up
 * against one that asks Graph. No worker is needed.
 */
export const metadata: Measurement = {
  name: 'metadata',
  title: 'GET /api/metadata from the cache, against a bare Express route and against Graph',
  async run(bench) {
    const { stand } = bench;
    const product = await stand.startProduct({ name: 'metadata', worker: false, planIds: [] });
    const bare = await startBareRoute(stand.redisUrl);
    try {
      const ids = await stand.graph.listPeople();
      const paths = ids.map((id) => `/api/metadata?type=user&id=${id}`);
      for (const [at, path] of paths.entries()) {
        await get(`${product.serverUrl}${path}`);
        const id = ids[at] ?? '';
        const json = await stand.redis.get(product.keys.graphMetadata('users', id));
        await stand.redis.set(`bare:${id}`, json ?? '');
      }
      const ours = loadOf(product.serverUrl, paths);
      const { origin, pathname } = new URL(bare.url);
      const theirs = loadOf(
        origin,
        ids.map((id) => `${pathname}/${id}`),
      );
      const rate = await compareRates(bench, ours, theirs);
      await stand.graph.setLatency(graphLatencyMs);
      return [rate, await compareLatencies(`${product.serverUrl}${paths[0] ?? ''}`)];
    } finally {
      await stand.graph.setLatency(0);
      bare.stop();
      await product.stop();
    }
  },
};

async function compareRates(bench: Bench, ours: Load, theirs: Load): Promise<Figure> {
  const rates: { ours: number; theirs: number }[] = [];
  // The first round warms up both sides and is not counted.
  for (let round = 0; round <= bench.rounds; round += 1) {
    bench.say(round === 0 ? 'warm-up' : `round ${round} of ${bench.rounds}`);
    const bareRate = (await throughput(theirs, secondsPerLoad)).perSecond;
    const ourRate = (await throughput(ours, secondsPerLoad)).perSecond;
    if (round > 0) rates.push({ ours: ourRate, theirs: bareRate });
  }
  const ratios = rates.map((rate) => rate.ours / rate.theirs);
  return compare({
    name: 'GET /api/metadata, cached',
    measured: { value: median(rates.map((rate) => rate.ours)), unit: '/s' },
    baseline: {
      value: median(rates.map((rate) => rate.theirs)),
      unit: '/s',
      what: 'bare Express, one Redis GET',
    },
    ratio: median(ratios),
    rounds: ratios,
    bound: { atLeast: 0.8 },
  });
}

async function compareLatencies(url: string): Promise<Figure> {
  const cached = await latency(url);
  const asked = await latency(`${url}&fresh=true`);
  return compare({
    name: `look-up that asks Graph at ${graphLatencyMs} ms`,
    measured: { value: asked, unit: 'ms' },
    baseline: { value: cached, unit: 'ms', what: 'the same from the cache' },
    bound: { informative: true },
  });
}

async function latency(url: string): Promise<number> {
  const times: number[] = [];
  for (let made = 0; made < lookUps; made += 1) {
    const startedAt = performance.now();
    await get(url);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

async function get(url: string): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${text}`);
}

function loadOf(url: string, paths: readonly string[]): Load {
  return { url, requests: paths.map((path) => ({ method: 'GET', path })) };
}
