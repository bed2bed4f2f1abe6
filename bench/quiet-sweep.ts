import { setTimeout as sleep } from 'node:timers/promises';
import { compare } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import { isListing } from './stand/graph-traffic.js';

const plans = 40;
const tasksPerPlan = 10;
/** One plan fills three pages of 400. */
const largePlan = 1000;
const perBatch = 20;
const windowMs = 20_000;

/** Many linked plans in which nothing happens: what watching them asks of Graph. */
export const quietSweep: Measurement = {
  name: 'sweep',
  title: 'the watch over 40 quiet plans, in requests to Graph',
  async run(bench) {
    const { graph } = bench.stand;
    const planIds = [await graph.makePlan('Bench: large', largePlan)];
    while (planIds.length < plans) {
      planIds.push(await graph.makePlan(`Bench: quiet ${planIds.length}`, tasksPerPlan));
    }
    const product = await bench.stand.startProduct({ name: 'sweep', worker: true, planIds });
    try {
      await untilQuiet(bench);
      await graph.startLog();
      await sleep(windowMs);
      const log = (await graph.readLog()).filter(({ appId }) => appId !== undefined);
      const http = log.filter(({ batchId }) => batchId === undefined).length;
      const requests = log.filter(({ path }) => !path.startsWith('/$batch'));
      const pages = requests.filter(isListing);
      const first = pages.filter(({ path }) => !path.includes('skiptoken')).length;
      // The first pages of 20 plans share a request; further pages of a plan come one after another.
      const needed = first / perBatch + (pages.length - first);
      const sizes = [...countBy(pages, ({ batchId }) => batchId ?? 'alone').values()];
      bench.say(`pages in a batch: ${sizes.sort((a, b) => b - a).join(' ')}`);
      bench.say(
        `${first} looks at plans in ${windowMs / 1000} s, ${pages.length} pages, ${http} HTTP requests`,
      );
      return [
        compare({
          name: 'Quiet sweep: subrequests per page',
          measured: { value: requests.length, unit: 'requests' },
          baseline: { value: pages.length, unit: 'pages', what: 'that were listed' },
          bound: { atMost: 1 },
        }),
        compare({
          name: 'Quiet sweep: HTTP requests, 20 plans to each',
          measured: { value: http, unit: 'requests' },
          baseline: { value: needed, unit: 'batches', what: 'if every batch were full' },
          bound: { atMost: 1.1 },
        }),
      ];
    } finally {
      await product.stop();
    }
  },
};

/** Nothing but listings for two seconds and a half: the import is over. */
async function untilQuiet({ stand: { graph } }: Bench): Promise<void> {
  for (;;) {
    await graph.startLog();
    await sleep(2500);
    const log = await graph.readLog();
    const ours = log.filter(
      ({ appId, path }) => appId !== undefined && !path.startsWith('/$batch'),
    );
    if (ours.length > 0 && ours.every(isListing)) return;
  }
}

function countBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return counts;
}
