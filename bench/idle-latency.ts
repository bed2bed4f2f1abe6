import { setTimeout as sleep } from 'node:timers/promises';
import { startBareGraph } from './bare-graph.js';
import { limit, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import { sampleTask } from './sample-tasks.js';
import { isAcceptedWrite } from './stand/graph-traffic.js';
import type { LoggedRequest } from './stand/graph-control.js';
import type { Product } from './stand/product.js';
import { until } from './stand/until.js';
import { median, percentile } from './statistics.js';

/** Plans that rest: their sync flow has to be started by the write. */
const restingPlans = 15;
/** Writes into one plan whose flow is up. */
const writesIntoActive = 45;

/** One write at a time, with pauses: how long after it was accepted the request is at Graph. */
export const idleLatency: Measurement = {
  name: 'idle',
  title: "an idle system: an agent's write accepted until the request is at Graph",
  async run(bench) {
    const { graph } = bench.stand;
    const planIds: string[] = [];
    for (let n = 0; n <= restingPlans; n += 1) planIds.push(await graph.makePlan(`Idle ${n}`));
    const [active = '', ...resting] = planIds;
    const product = await bench.stand.startProduct({ name: 'idle', worker: true, planIds });
    const bare = await startBareGraph(bench.stand);
    try {
      await oneWrite(bench, product, { planId: active, taskId: null, index: 0 });
      const warm: number[] = [];
      const cold: number[] = [];
      const straight: number[] = [];
      let taskId: string | null = null;
      for (let index = 1; index <= writesIntoActive; index += 1) {
        const written = await oneWrite(bench, product, { planId: active, taskId, index });
        warm.push(written.ms);
        // A create, then an edit of it, and so on.
        taskId = taskId === null ? written.taskId : null;
        const planId = index % 3 === 0 ? resting[index / 3 - 1] : undefined;
        if (planId === undefined) continue;
        cold.push((await oneWrite(bench, product, { planId, taskId: null, index })).ms);
        straight.push(await bare.post({ planId, count: 1, shape: 'plain' }));
      }
      return toFigures(warm, cold, median(straight));
    } finally {
      bare.stop();
      await product.stop();
    }
  },
};

function toFigures(
  warm: readonly number[],
  cold: readonly number[],
  straight: number,
): readonly Figure[] {
  const name = 'Idle: write accepted -> request at Graph';
  const all = [...warm, ...cold];
  const baseline = { value: straight, unit: 'ms', what: 'one bare POST to Graph and its answer' };
  const figure = (what: string, value: number, atMost: number | null) =>
    limit({
      name: `${name}, ${what}`,
      measured: { value, unit: 'ms' },
      baseline,
      bound: atMost === null ? { informative: true } : { atMost },
    });
  return [
    figure('p50', percentile(all, 0.5), 40),
    figure('p95', percentile(all, 0.95), 100),
    figure('p50, flow is up', percentile(warm, 0.5), null),
    figure('p50, flow starts', percentile(cold, 0.5), null),
    figure('worst', percentile(all, 1), null),
  ];
}

interface Work {
  readonly planId: string;
  /** Null: a new task. */
  readonly taskId: string | null;
  readonly index: number;
}

/** A write after a pause, when nothing is under way; both clocks are this machine's. */
async function oneWrite(
  { stand }: Bench,
  { serverUrl }: Product,
  { planId, taskId, index }: Work,
): Promise<{ readonly taskId: string; readonly ms: number }> {
  await sleep(250 + Math.random() * 750);
  await stand.graph.startLog();
  const url = `${serverUrl}/api/agent/tasks${taskId === null ? '' : `/${taskId}`}`;
  const body =
    taskId === null ? { planId, ...sampleTask(index, 'plain') } : { title: `Renamed ${index}` };
  const response = await fetch(url, {
    method: taskId === null ? 'POST' : 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${text}`);
  // The moment of the atomic step in Redis: stricter than the arrival of the answer.
  const document = JSON.parse(text) as { id: string; updatedAt: string };
  let request: LoggedRequest | undefined;
  await until('the request at Graph', async () => {
    const log = await stand.graph.readLog();
    request = log.find((entry) => entry.planId === planId && isAcceptedWrite(entry));
    return request !== undefined;
  });
  return {
    taskId: document.id,
    ms: Date.parse(request?.at ?? '') - Date.parse(document.updatedAt),
  };
}
