import type { WorkflowHandle } from '@temporalio/client';
import { tryLater } from '../../src/temporal/activity-failure.js';
import {
  changesWaiting,
  lifecycle,
  renewNow,
  subscriptionView,
  subscriptionWorkflow,
  unsubscribe,
  type SubscriptionInput,
} from '../../workflows/subscription/contract.js';
import { FakeSubscription } from '../integration/workflows/fake-subscription.js';
import { runsOf, type WorkflowLab } from '../integration/workflows/workflow-lab.js';
import type { Keep } from './record.js';
import { until } from './until.js';

/** Runs a subscription through its life and keeps what that leaves in history. */
export async function recordSubscription(
  lab: WorkflowLab,
  fakes: Map<string, FakeSubscription>,
  keep: Keep,
): Promise<void> {
  const begin = async (
    name: string,
    shape: Partial<FakeSubscription>,
    input: Partial<SubscriptionInput> = {},
  ) => {
    const fake = Object.assign(new FakeSubscription(), shape);
    fakes.set(name, fake);
    const { workflowId, firstExecutionRunId } = await lab.client.workflow.start(
      subscriptionWorkflow,
      { workflowId: lab.newId(), taskQueue: lab.taskQueue, args: [{ name, ...input }] },
    );
    return { fake, handle: lab.client.workflow.getHandle(workflowId, firstExecutionRunId) };
  };
  await recordLife(begin, keep);
  await recordTrouble(begin, keep);
  await recordContinueAsNew(lab, begin, keep);
}

type Begin = (
  name: string,
  shape: Partial<FakeSubscription>,
  input?: Partial<SubscriptionInput>,
) => Promise<{
  readonly fake: FakeSubscription;
  readonly handle: WorkflowHandle;
}>;

/** Made, renewed by itself and on request, delivered in several goes, and removed. */
async function recordLife(begin: Begin, keep: Keep): Promise<void> {
  const { fake, handle } = await begin('life', { lifeMs: 1_500, left: [0, 30, 10] });
  await until(() => fake.count('renew') > 0);
  await handle.signal(changesWaiting);
  await until(() => fake.count('deliver') > 3);
  await handle.signal(renewNow);
  await until(() => fake.count('ensure') > 1);
  fake.lifeMs = 3_600_000;
  await until(() => fake.expiresAt > Date.now() + 60_000);
  await handle.signal(unsubscribe);
  await handle.result();
  await keep('subscription-life', handle);
}

/** Refused, tried again, removed by Graph, missed, reauthorized; and a delivery that is stopped to remove it. */
async function recordTrouble(begin: Begin, keep: Keep): Promise<void> {
  const { fake, handle } = await begin('trouble', {
    lifeMs: 3_600_000,
    instead: (activity, times) =>
      activity === 'ensure' && times === 1
        ? { kind: 'refused', reason: 'permission_lost', retryAfterMs: null }
        : null,
  });
  await until(() => fake.count('ensure') > 0);
  await handle.signal(renewNow);
  const has = async (id: string) => (await handle.query(subscriptionView)).subscriptionId === id;
  await until(() => has('graph-1'));
  const about = { subscriptionId: 'graph-1' };
  await until(() => fake.count('renew') > 0);
  await handle.signal(lifecycle, { ...about, event: 'missed' });
  await until(() => fake.count('resync') > 0);
  await handle.signal(lifecycle, { ...about, event: 'subscriptionRemoved' });
  await until(() => has('graph-2'));
  await handle.signal(lifecycle, { event: 'reauthorizationRequired', subscriptionId: 'graph-2' });
  await until(() => fake.count('reauthorize') > 0);
  fake.before = (activity) => {
    if (activity === 'deliver') throw tryLater('throttled', 3_600_000);
  };
  const delivered = fake.count('deliver');
  await handle.signal(changesWaiting);
  await until(() => fake.count('deliver') > delivered);
  await handle.signal(unsubscribe);
  await handle.result();
  await keep('subscription-trouble', handle);
}

async function recordContinueAsNew(lab: WorkflowLab, begin: Begin, keep: Keep): Promise<void> {
  const { fake, handle: first } = await begin('long', {}, { historyLimit: 40 });
  const latest = lab.client.workflow.getHandle(first.workflowId);
  for (let at = 0; (await runsOf(lab.client, first)).length < 2; at += 1) {
    await latest.signal(at % 2 === 0 ? changesWaiting : renewNow);
    await until(() => fake.calls.length > at);
  }
  const [, second = ''] = await runsOf(lab.client, first);
  await latest.signal(unsubscribe);
  await latest.result();
  await keep('subscription-continue-as-new-before', first);
  await keep(
    'subscription-continue-as-new-after',
    lab.client.workflow.getHandle(first.workflowId, second),
  );
}
