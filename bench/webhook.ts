import { createHash, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { startBareRoute } from './bare-route.js';
import { compare, limit, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import { pacedPosts } from './paced-posts.js';
import { cpuPerItem } from './stand/cpu-time.js';
import { until } from './stand/until.js';
import { median, percentile } from './statistics.js';

/** Notifications a second, one in each POST: more than Graph sends for a tenant of thousands of mailboxes. */
const perSecond = 500;
const seconds = 5;
const subscriptions = 20;
/** Not counted: connections are made, and code is compiled. */
const warmUpSeconds = 1;

/** Graph throttles an endpoint that is slow in a tenth of its answers and drops one that is in more. */
export const webhook: Measurement = {
  name: 'webhook',
  title: `${perSecond} notifications a second: how soon they are accepted, and that none is lost`,
  async run(bench) {
    const product = await bench.stand.startProduct({ name: 'webhook', worker: false, planIds: [] });
    const { redis } = bench.stand;
    const bare = await startBareRoute(bench.stand.redisUrl);
    try {
      const known = await subscribe(bench, product.keys.subscriptions);
      const url = `${product.serverUrl}/api/graph_webhook`;
      await load(bench, url, known, warmUpSeconds);
      await load(bench, bare.url, known, warmUpSeconds);
      const rounds: Round[] = [];
      for (let round = 1; round <= bench.rounds; round += 1) {
        bench.say(`round ${round} of ${bench.rounds}`);
        const ours = await load(bench, url, known, seconds);
        const theirs = await load(bench, bare.url, known, seconds);
        rounds.push({ ...ours, bareP99: theirs.p99 });
      }
      const handshake = await handshakes(url);
      const count = async (name: string) =>
        Number((await redis.hget(product.keys.webhookCounters, name)) ?? 0);
      await until(
        'the inbox to be empty',
        async () => (await redis.xlen(product.keys.inbox)) === 0,
      );
      const accepted = await count('accepted');
      let waiting = 0;
      for (const { name } of known)
        waiting += await redis.hlen(product.keys.subscriptionChanges(name));
      return toFigures(rounds, { handshake, lost: accepted - waiting });
    } finally {
      bare.stop();
      await product.stop();
    }
  },
};

interface Round {
  readonly p99: number;
  readonly max: number;
  readonly rate: number;
  /** Of a bare Express route with one Redis command, under the same load just after. */
  readonly bareP99: number;
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly clientState: string;
}

/** As the product keeps them once Graph has taken them. */
async function subscribe({ stand }: Bench, key: string): Promise<readonly Known[]> {
  const made = Array.from({ length: subscriptions }, (_, at) => ({
    id: randomUUID(),
    name: `mail-${at}`,
    clientState: randomUUID(),
  }));
  for (const { id, name, clientState } of made) {
    const secretHash = createHash('sha256').update(clientState).digest('hex');
    const row = { name, kind: 'mail', resource: `users/${name}/messages`, secretHash };
    await stand.redis.hset(key, id, JSON.stringify(row));
  }
  return made;
}

/** Every notification is of a message of its own, so that none may be taken for another. */
async function load(bench: Bench, url: string, known: readonly Known[], forSeconds: number) {
  let sent = 0;
  const { stand } = bench;
  const before = stand.cpuTimes();
  const { latencies, perSecond: rate } = await pacedPosts({
    url,
    perSecond,
    seconds: forSeconds,
    body() {
      const subscription = known[sent % known.length];
      sent += 1;
      return JSON.stringify({ value: [notification(subscription)] });
    },
  });
  const cpu = cpuPerItem(before, stand.cpuTimes(), latencies.length);
  bench.say(`  processor time of one (us): ${cpu}`);
  return { p99: percentile(latencies, 0.99), max: percentile(latencies, 1), rate };
}

function notification(subscription: Known | undefined) {
  const id = randomUUID();
  return {
    subscriptionId: subscription?.id,
    clientState: subscription?.clientState,
    changeType: 'created',
    resource: `Users/${subscription?.name ?? ''}/Messages/${id}`,
    tenantId: '7a1c3c52-9f5e-4f5b-8a51-0c1d7f5f2a10',
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Message',
      '@odata.id': `Users/${subscription?.name ?? ''}/Messages/${id}`,
      '@odata.etag': `W/"${id}"`,
      id,
    },
  };
}

async function handshakes(url: string): Promise<number> {
  const result = await autocannon({
    url: `${url}?validationToken=Validation%3a+Testing`,
    method: 'POST',
    connections: 1,
    duration: 1,
  });
  return result.latency.p99;
}

function toFigures(
  rounds: readonly Round[],
  { handshake, lost }: { readonly handshake: number; readonly lost: number },
): readonly Figure[] {
  const p99s = rounds.map(({ p99 }) => p99);
  const name = `Webhook: ${Math.round(median(rounds.map(({ rate }) => rate)))} notifications/s`;
  const patience = { value: 3_000, unit: 'ms', what: "Graph's patience with a first attempt" };
  return [
    limit({
      name: `${name}, accepted, p99`,
      measured: { value: median(p99s), unit: 'ms' },
      baseline: patience,
      bound: { atMost: 50 },
      rounds: p99s,
    }),
    compare({
      name: `${name}, accepted, p99 against a bare route`,
      measured: { value: median(p99s), unit: 'ms' },
      baseline: {
        value: median(rounds.map(({ bareP99 }) => bareP99)),
        unit: 'ms',
        what: 'bare Express, one Redis SET, at the same pace',
      },
      ratio: median(rounds.map(({ p99, bareP99 }) => p99 / bareP99)),
      bound: { informative: true },
    }),
    limit({
      name: `${name}, accepted, slowest`,
      measured: { value: Math.max(...rounds.map(({ max }) => max)), unit: 'ms' },
      baseline: patience,
      bound: { informative: true },
    }),
    limit({
      name: 'Webhook: handshake, p99',
      measured: { value: handshake, unit: 'ms' },
      baseline: { ...patience, value: 10_000 },
      bound: { atMost: 50 },
    }),
    limit({
      name: `${name}, accepted and not with their subscription`,
      measured: { value: lost, unit: 'notifications' },
      baseline: { value: 1, unit: 'notifications', what: 'one' },
      bound: { atMost: 0 },
    }),
  ];
}
