import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskEvent } from '../src/domain/task.js';
import { limit } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import type { Product } from './stand/product.js';
import { until } from './stand/until.js';
import { percentile } from './statistics.js';

const edits = 40;
/** On top of the plan's present interval between two looks. */
const allowanceMs = 150;

interface Sample {
  readonly ms: number;
  readonly intervalMs: number;
}

/** A person renames tasks at random moments, each one once; an agent waits for the event on Redis' channel. */
export const personEdit: Measurement = {
  name: 'person-edit',
  title: "a person's edit in Planner until its event is at the agent",
  async run(bench) {
    const { stand } = bench;
    const planId = await stand.graph.makePlan('Bench: person', edits);
    const product = await stand.startProduct({
      name: 'person-edit',
      worker: true,
      planIds: [planId],
    });
    try {
      await until('the import', async () => {
        const known = await stand.redis.scard(product.keys.planTasks(planId));
        return known === edits;
      });
      const samples = await measure(bench, product, planId);
      const over = samples.map(({ ms, intervalMs }) => ms - intervalMs);
      const interval = percentile(
        samples.map(({ intervalMs }) => intervalMs),
        1,
      );
      const all = samples.map(({ ms }) => ms);
      const baseline = { value: interval, unit: 'ms', what: "the plan's interval between looks" };
      const figure = (what: string, value: number) =>
        limit({
          name: `Person's edit -> event at the agent, ${what}`,
          measured: { value, unit: 'ms' },
          baseline,
          bound: { informative: true },
        });
      return [
        limit({
          name: "Person's edit -> event, beyond the interval, p95",
          measured: { value: Math.max(0, percentile(over, 0.95)), unit: 'ms' },
          baseline,
          rounds: over,
          bound: { atMost: allowanceMs },
        }),
        figure('p50', percentile(all, 0.5)),
        figure('p95', percentile(all, 0.95)),
        figure('worst', percentile(all, 1)),
      ];
    } finally {
      await product.stop();
    }
  },
};

async function measure(
  { stand }: Bench,
  product: Product,
  planId: string,
): Promise<readonly Sample[]> {
  const seenAt = new Map<string, number>();
  const agent = stand.redis.duplicate();
  agent.on('message', (_channel: string, text: string) => {
    const event = JSON.parse(text) as TaskEvent;
    if (event.action === 'updated' && event.task !== null) seenAt.set(event.task.title, Date.now());
  });
  await agent.subscribe(product.keys.updatesChannel);
  try {
    const pending: { title: string; editedAt: number; intervalMs: number }[] = [];
    for (const [index, task] of (await stand.graph.listTasks(planId)).entries()) {
      await sleep(200 + Math.random() * 1200);
      const { plans } = await product.status();
      const intervalMs = plans.find((plan) => plan.planId === planId)?.intervalMs ?? Number.NaN;
      const title = `A person's title ${index}`;
      const editedAt = Date.now();
      await stand.graph.patch(`/planner/tasks/${task.id}`, { title });
      pending.push({ title, editedAt, intervalMs });
    }
    await until('all events', async () => pending.every(({ title }) => seenAt.has(title)));
    return pending.map(({ title, editedAt, intervalMs }) => ({
      ms: (seenAt.get(title) ?? Number.NaN) - editedAt,
      intervalMs,
    }));
  } finally {
    agent.disconnect();
  }
}
