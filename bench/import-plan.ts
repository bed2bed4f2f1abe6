import { compare } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import type { LoggedRequest } from './stand/graph-control.js';
import { describeTraffic, isListing, toTraffic } from './stand/graph-traffic.js';
import { until } from './stand/until.js';

const tasks = 3000;
/** One in so many has a description. */
const oneIn = 6;
const withDetails = tasks / oneIn;
const pageSize = 400;
const perBatch = 20;

/** A plan of 3,000 tasks is linked: what its import asks of Graph. */
export const importPlan: Measurement = {
  name: 'import',
  title: 'the import of a plan with 3,000 tasks, in requests to Graph',
  async run(bench) {
    const { stand, say } = bench;
    const planId = await makeLargePlan(bench);
    await stand.graph.startLog();
    const startedAt = Date.now();
    const product = await stand.startProduct({ name: 'import', worker: true, planIds: [planId] });
    try {
      await until('the import', async () => {
        const known = await stand.redis.scard(product.keys.planTasks(planId));
        return known === tasks;
      });
      say(`imported after ${Date.now() - startedAt} ms, the start of server and worker included`);
      const log = await stand.graph.readLog();
      const traffic = toTraffic(log, planId);
      say(describeTraffic(traffic));
      const pages = Math.ceil(tasks / pageSize);
      const looks = listings(log, planId);
      const others = traffic.httpRequests - (traffic.http.get('list') ?? 0);
      // The plan's own title is read once, beside the tasks.
      const batches = others - (traffic.http.get('plan') ?? 0);
      return [
        compare({
          name: `Import of 3,000 tasks: HTTP requests of a look`,
          measured: { value: (traffic.items.get('list') ?? 0) / looks, unit: 'requests' },
          baseline: { value: pages, unit: 'pages', what: `of ${pageSize} tasks` },
          bound: { atMost: 1 },
        }),
        compare({
          name: `Import of 3,000 tasks: HTTP requests for details`,
          measured: { value: batches, unit: 'requests' },
          baseline: {
            value: Math.ceil(withDetails / perBatch),
            unit: 'batches',
            what: `of ${perBatch} for ${withDetails} tasks with details`,
          },
          bound: { atMost: 1 },
        }),
        compare({
          name: `Import of 3,000 tasks: details read`,
          measured: { value: traffic.items.get('details') ?? 0, unit: 'items' },
          baseline: { value: withDetails, unit: 'tasks', what: 'with details' },
          bound: { atMost: 1 },
        }),
      ];
    } finally {
      await product.stop();
    }
  },
};

async function makeLargePlan({ stand: { graph } }: Bench): Promise<string> {
  const planId = await graph.makePlan('Bench: import', tasks);
  const chosen = (await graph.listTasks(planId)).filter((_, index) => index % oneIn === 0);
  const urls = chosen.map(({ id }) => `/planner/tasks/${id}/details`);
  const details = await graph.batch(urls.map((url) => ({ method: 'GET', url })));
  const answers = await graph.batch(
    details.map(({ body }, index) => ({
      method: 'PATCH',
      url: urls[index] ?? '',
      headers: { 'If-Match': String(body['@odata.etag']) },
      body: { description: `What is to be done, ${index}` },
    })),
  );
  if (answers.some(({ status }) => status >= 300)) throw new Error('The plan could not be filled');
  return planId;
}

/** Complete looks at the plan: each begins with the page that has no token in its path. */
function listings(log: readonly LoggedRequest[], planId: string): number {
  return log.filter(
    (entry) => entry.planId === planId && isListing(entry) && !entry.path.includes('skiptoken'),
  ).length;
}
