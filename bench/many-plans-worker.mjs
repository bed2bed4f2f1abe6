// The worker of bench/many-plans.ts, in a process of its own, so that its processor time can be told: the built workflows,
// with stand-ins for what asks Redis and Graph. Gets {planIds, input} from its parent.
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';

const address = process.env['TEMPORAL_ADDRESS'] ?? '';
const taskQueue = 'bench-many-plans';
let looks = 0;
let sweeps = 0;

/** @param {{ planIds: readonly string[], input: import('../workflows/plan-watch/contract.js').PlanWatchInput }} work */
async function watch({ planIds, input }) {
  const digest = 'all of them';
  Runtime.install({
    logger: { log: () => {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error },
  });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue,
    workflowBundle: {
      codePath: fileURLToPath(new URL('../dist/workflow-bundle.js', import.meta.url)),
    },
    maxCachedWorkflows: 500,
    activities: {
      listPlans: async (/** @type {{ knownDigest: string | null }} */ { knownDigest }) => ({
        digest,
        planIds: knownDigest === digest ? null : planIds,
      }),
      probeSources: async () => null,
      sweepPlans: async (/** @type {{ plans: readonly { planId: string }[] }} */ { plans }) => {
        looks += plans.length;
        sweeps += 1;
        return plans.map(({ planId }) => ({
          planId,
          title: 'A plan',
          isActive: false,
          error: null,
        }));
      },
    },
  });
  const client = new Client({ connection: await Connection.connect({ address }) });
  await client.workflow.start('planWatch', {
    workflowId: 'bench-many-plans',
    taskQueue,
    args: [input],
  });
  await worker.run();
}

process.on('message', (/** @type {any} */ message) => {
  if (message === 'count') process.send?.({ looks, sweeps });
  else watch(message).catch((error) => process.send?.({ error: String(error) }));
});
// Whatever becomes of the bench: it does not outlive it.
process.once('disconnect', () => process.exit());
process.send?.({ ready: true });
