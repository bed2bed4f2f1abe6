import { randomUUID } from 'node:crypto';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { tryLater } from '../../../src/temporal/activity-failure.js';
import {
  changesWaiting,
  lifecycle,
  renewNow,
  subscriptionView,
  subscriptionWorkflow,
  unsubscribe,
  type SubscriptionInput,
} from '../../../workflows/subscription/contract.js';
import { FakeSubscription, fakeSubscriptionActivities } from './fake-subscription.js';
import { runsOf, startWorkflowLab, type WorkflowLab } from './workflow-lab.js';

const wait = { timeout: 20_000, interval: 20 };
const fakes = new Map<string, FakeSubscription>();
let lab: WorkflowLab;

beforeAll(async () => {
  lab = await startWorkflowLab({
    address: inject('temporalAddress'),
    activities: fakeSubscriptionActivities(fakes),
  });
});
afterAll(() => lab.close());

async function aSubscription(
  shape: Partial<FakeSubscription> = {},
  input: Partial<SubscriptionInput> = {},
): Promise<{ fake: FakeSubscription; handle: WorkflowHandleWithFirstExecutionRunId }> {
  const name = randomUUID();
  const fake = Object.assign(new FakeSubscription(), shape);
  fakes.set(name, fake);
  const handle = await lab.client.workflow.start(subscriptionWorkflow, {
    workflowId: lab.newId(),
    taskQueue: lab.taskQueue,
    args: [{ name, ...input }],
  });
  return { fake, handle };
}

const standing = async (handle: WorkflowHandleWithFirstExecutionRunId) =>
  vi.waitFor(async () => {
    const view = await handle.query(subscriptionView);
    expect(view.state).toBe('active');
    return view;
  }, wait);

describe('the workflow of a subscription', () => {
  test('makes it, and renews it again and again, not before it is due', async () => {
    const { fake } = await aSubscription({ lifeMs: 4_000 });
    const earlyMs: number[] = [];
    fake.before = (activity) => {
      if (activity === 'renew') earlyMs.push(fake.renewAt - Date.now());
    };
    await vi.waitFor(() => expect(fake.count('renew')).toBeGreaterThanOrEqual(2), wait);
    expect(Math.max(...earlyMs)).toBeLessThanOrEqual(0);
    expect(fake.count('ensure')).toBe(1);
  });

  test('has everything delivered that waits, and answers many signals with few deliveries', async () => {
    const { fake, handle } = await aSubscription({ left: [0, 40, 20] });
    await standing(handle);
    await vi.waitFor(() => expect(fake.count('deliver')).toBe(1), wait);
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    fake.before = (activity) => (activity === 'deliver' ? held : undefined);
    await handle.signal(changesWaiting);
    await vi.waitFor(() => expect(fake.count('deliver')).toBe(2), wait);
    await Promise.all(Array.from({ length: 10 }, () => handle.signal(changesWaiting)));
    go();
    await vi.waitFor(async () => {
      expect((await handle.query(subscriptionView)).changesWait).toBe(false);
    }, wait);
    expect(fake.count('deliver')).toBe(4);
  });

  test('goes on delivering while Graph does not let it renew', async () => {
    const { fake, handle } = await aSubscription();
    await standing(handle);
    fake.before = (activity) => {
      if (activity === 'ensure') throw tryLater('unavailable', 60_000);
    };
    await handle.signal(renewNow);
    await vi.waitFor(() => expect(fake.count('ensure')).toBe(2), wait);
    const before = fake.count('deliver');
    await handle.signal(changesWaiting);
    await vi.waitFor(() => expect(fake.count('deliver')).toBe(before + 1), wait);
  });

  test('makes it anew when Graph has removed it, and looks for what was missed', async () => {
    const { fake, handle } = await aSubscription();
    const { subscriptionId } = await standing(handle);
    fake.instead = (activity) => {
      if (activity !== 'ensure') return null;
      const made = fake.make();
      return made.kind === 'standing' ? { ...made, mustResync: true } : made;
    };
    await handle.signal(lifecycle, {
      event: 'subscriptionRemoved',
      subscriptionId: subscriptionId ?? '',
    });
    await vi.waitFor(() => expect(fake.calls.slice(-2)).toEqual(['resync', 'deliver']), wait);
    expect((await standing(handle)).subscriptionId).toBe('graph-2');
  });

  test('authorizes it anew and looks for what was missed when Graph says so', async () => {
    const { fake, handle } = await aSubscription({ lifeMs: 3_600_000 });
    const { subscriptionId } = await standing(handle);
    const id = subscriptionId ?? '';
    await handle.signal(lifecycle, { event: 'reauthorizationRequired', subscriptionId: id });
    await handle.signal(lifecycle, { event: 'missed', subscriptionId: id });
    await vi.waitFor(() => {
      expect(fake.calls).toContain('reauthorize');
      expect(fake.calls).toContain('resync');
    }, wait);
    expect(fake.calls).not.toContain('renew');
  });

  test('stops what waits for Graph, removes it and ends when nobody wants it any more', async () => {
    const { fake, handle } = await aSubscription();
    await standing(handle);
    fake.before = (activity) => {
      if (activity === 'deliver') throw tryLater('throttled', 3_600_000);
    };
    await handle.signal(changesWaiting);
    await vi.waitFor(() => expect(fake.count('deliver')).toBe(2), wait);
    await handle.signal(unsubscribe);
    await handle.result();
    expect(fake.calls.at(-1)).toBe('remove');
  });

  test('loses nothing when it is continued as new while something is under way', async () => {
    const { fake, handle } = await aSubscription({}, { historyLimit: 40 });
    await standing(handle);
    let isAway = true;
    fake.before = (activity) => {
      if (activity === 'deliver' && isAway) throw tryLater('throttled', 3_600_000);
    };
    await handle.signal(changesWaiting);
    await vi.waitFor(() => expect(fake.count('deliver')).toBe(2), wait);
    isAway = false;
    const first = lab.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
    for (let at = 0; (await runsOf(lab.client, first)).length < 2; at += 1) {
      await handle.signal(renewNow);
      await vi.waitFor(() => expect(fake.count('renew')).toBeGreaterThan(at), wait);
    }
    await vi.waitFor(() => expect(fake.count('deliver')).toBe(3), wait);
    const last = lab.client.workflow.getHandle(handle.workflowId);
    expect(await last.query(subscriptionView)).toMatchObject({
      state: 'active',
      subscriptionId: expect.stringMatching(/^graph-\d+$/),
      changesWait: false,
    });
  });
});
